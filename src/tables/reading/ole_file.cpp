#include "tables/reading/ole_file.h"

#include <cstddef>

namespace tijian::tables {
namespace {

constexpr std::size_t entry_size = 128, length_at = 64, type_at = 66;
constexpr char stream_type = 2;

/// Whether an entry of the directory is a stream of that name.
bool is_stream(std::string_view entry, std::string_view name) {
  const std::size_t length = 2 * name.size() + 2;
  if (entry[length_at] != static_cast<char>(length) || entry[length_at + 1] != 0 ||
      entry[type_at] != stream_type)
    return false;
  for (std::size_t i = 0; i < name.size(); ++i)
    if (entry[2 * i] != name[i] || entry[2 * i + 1] != 0) return false;
  return true;
}

/// Directories may lie anywhere in the file, but their entries always at such steps.
bool has_stream(std::string_view bytes, std::string_view name) {
  for (; bytes.size() >= entry_size; bytes.remove_prefix(entry_size))
    if (is_stream(bytes.substr(0, entry_size), name)) return true;
  return false;
}

}  // namespace

bool is_ole_file(std::string_view bytes) {
  return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
}

const char* ole_fault(std::string_view bytes) {
  if (has_stream(bytes, "EncryptedPackage") || has_stream(bytes, "EncryptionInfo"))
    return "encrypted";
  return has_stream(bytes, "Workbook") || has_stream(bytes, "Book") ? "xls" : "not_a_workbook";
}

}  // namespace tijian::tables
