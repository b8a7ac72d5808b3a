#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "tables/reading/byte_source.h"

struct zip;

namespace tijian::tables {

/// The ZIP archive that a workbook is. Whatever goes wrong is a ReadFault.
class Archive {
 public:
  /// The caller keeps the bytes.
  explicit Archive(std::string_view bytes);
  ~Archive();

  /// The entry's number; names are compared without regard to case, as Excel does.
  std::optional<std::uint64_t> find(const std::string& name) const;
  /// Whether `accepts` likes the name of any entry.
  template <class Accepts>
  bool any_name(const Accepts& accepts) const {
    for (std::uint64_t i = 0; i < count(); ++i)
      if (accepts(name(i))) return true;
    return false;
  }
  /// The contents of an entry, unpacked as they are read. The archive is kept by the caller.
  std::unique_ptr<ByteSource> open(std::uint64_t entry);
  /// Those of a short entry.
  std::string read_short(std::uint64_t entry, std::size_t most);

 private:
  class Entry;
  std::uint64_t count() const;
  std::string_view name(std::uint64_t entry) const;

  zip* zip_ = nullptr;
  std::uint64_t unpacked_ = 0;  ///< of all entries that were read
};

}  // namespace tijian::tables
