#include "tables/reading/archive.h"

#include <zip.h>

#include "tables/reading/read_fault.h"

namespace tijian::tables {
namespace {

// Apache POI doubts all that shrinks to a hundredth, and real sheets get near that. To a three
// hundredth shrinks only what says the same over and over.
constexpr std::uint64_t most_unpacked = std::uint64_t{1} << 30;
constexpr std::uint64_t plausible_size = std::uint64_t{64} << 20, plausible_ratio = 300;

void refuse_coded(const zip_error_t& error, const std::string& name) {
  const int code = zip_error_code_zip(&error);
  if (code == ZIP_ER_NOPASSWD || code == ZIP_ER_WRONGPASSWD) fail("encrypted", name);
  fail("damaged", name);
}

}  // namespace

class Archive::Entry : public ByteSource {
 public:
  Entry(Archive& archive, std::uint64_t index) : archive_(archive) {
    zip_stat_t status;
    if (zip_stat_index(archive.zip_, index, 0, &status) != 0) fail("damaged", "ZIP");
    if (status.valid & ZIP_STAT_NAME) name_ = status.name;
    if ((status.valid & ZIP_STAT_ENCRYPTION_METHOD) && status.encryption_method != ZIP_EM_NONE)
      fail("encrypted", name_);
    packed_ = status.valid & ZIP_STAT_COMP_SIZE ? status.comp_size : 0;
    file_ = zip_fopen_index(archive.zip_, index, 0);
    if (!file_) refuse_coded(*zip_get_error(archive.zip_), name_);
  }
  ~Entry() override { zip_fclose(file_); }

  std::size_t read(char* to, std::size_t room) override {
    std::size_t done = 0;
    while (done < room) {
      const zip_int64_t n = zip_fread(file_, to + done, room - done);
      if (n < 0) refuse_coded(*zip_file_get_error(file_), name_);
      if (n == 0) break;
      done += static_cast<std::size_t>(n);
      count(static_cast<std::uint64_t>(n));
    }
    return done;
  }

 private:
  void count(std::uint64_t n) {
    unpacked_ += n;
    archive_.unpacked_ += n;
    if (archive_.unpacked_ > most_unpacked ||
        (unpacked_ > plausible_size && unpacked_ / plausible_ratio > packed_))
      fail("bomb", name_);
  }

  Archive& archive_;
  std::string name_;
  std::uint64_t packed_ = 0, unpacked_ = 0;
  zip_file_t* file_ = nullptr;
};

Archive::Archive(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_ = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
  zip_error_fini(&error);
  if (zip_) return;
  zip_source_free(source);
  fail("damaged", "ZIP");
}

Archive::~Archive() { zip_discard(zip_); }

std::optional<std::uint64_t> Archive::find(const std::string& name) const {
  const zip_int64_t at = zip_name_locate(zip_, name.c_str(), ZIP_FL_NOCASE);
  if (at < 0) return std::nullopt;
  return static_cast<std::uint64_t>(at);
}

std::unique_ptr<ByteSource> Archive::open(std::uint64_t entry) {
  return std::make_unique<Entry>(*this, entry);
}

std::string Archive::read_short(std::uint64_t entry, std::size_t most) {
  std::string bytes(most, '\0');
  bytes.resize(open(entry)->read(bytes.data(), most));
  return bytes;
}

std::uint64_t Archive::count() const {
  const zip_int64_t entries = zip_get_num_entries(zip_, 0);
  return entries > 0 ? static_cast<std::uint64_t>(entries) : 0;
}

std::string_view Archive::name(std::uint64_t entry) const {
  const char* name = zip_get_name(zip_, entry, 0);
  return name ? name : "";
}

}  // namespace tijian::tables
