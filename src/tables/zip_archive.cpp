#include "tables/zip_archive.h"

#include <zip.h>

#include <memory>

#include "tables/office_error.h"

namespace tijian::tables {
namespace {

constexpr zip_uint16_t first_date = 1 << 5 | 1;  // 1 January of 1980, as DOS has it

void expect_held(bool held) {
  if (!held) throw OfficeError("a ZIP archive cannot be made");
}

struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using SourcePointer = std::unique_ptr<zip_source_t, FreeSource>;

void add_entry(zip_t* archive, const std::string& name, const std::string& contents) {
  zip_source_t* source = zip_source_buffer(archive, contents.data(), contents.size(), 0);
  expect_held(source);
  const zip_int64_t at = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (at < 0) zip_source_free(source);
  expect_held(at >= 0 &&
              zip_file_set_dostime(archive, static_cast<zip_uint64_t>(at), 0, first_date, 0) == 0);
}

std::string read_all(zip_source_t* source) {
  zip_stat_t status;
  expect_held(zip_source_stat(source, &status) == 0 && zip_source_open(source) == 0);
  std::string bytes(status.size, '\0');
  const bool whole =
      zip_source_read(source, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size());
  zip_source_close(source);
  expect_held(whole);
  return bytes;
}

}  // namespace

std::string zip_archive(const ZipEntries& entries) {
  zip_error_t error;
  zip_error_init(&error);
  const SourcePointer memory(zip_source_buffer_create(nullptr, 0, 0, &error));
  expect_held(memory != nullptr);
  zip_t* archive = zip_open_from_source(memory.get(), ZIP_TRUNCATE, &error);
  expect_held(archive);
  zip_source_keep(memory.get());  // the archive frees it once, and so do we
  try {
    for (const auto& [name, contents] : entries) add_entry(archive, name, contents);
    expect_held(zip_close(archive) == 0);
  } catch (const OfficeError&) {
    zip_discard(archive);
    throw;
  }
  return read_all(memory.get());
}

}  // namespace tijian::tables
