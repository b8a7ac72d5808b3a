#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "tables/reading/byte_source.h"

namespace tijian::tables {

/// The bytes of a part that are looked at: from where the reader stands, as far as has been read
/// on.
class XmlWindow {
 public:
  /// The source and the part's name are kept by the caller.
  XmlWindow(ByteSource& source, std::string_view part, std::size_t size)
      : source_(source), part_(part), buffer_(size, '\0') {}

  /// Until the next call of anything that reads on.
  std::string_view ahead() const { return {buffer_.data() + at_, end_ - at_}; }
  void pass(std::size_t count) { at_ += count; }
  /// Reads on; false at the end of the part.
  bool more();
  /// Whether there is something ahead.
  bool has_next() { return at_ < end_ || more(); }
  /// Whether that comes next.
  bool looks_at(std::string_view beginning);
  /// How far ahead that stands, at least `from`; a fault where it does not.
  std::size_t find(std::string_view what, std::size_t from);

  [[noreturn]] void refuse() const;

 private:
  ByteSource& source_;
  std::string_view part_;
  std::string buffer_;
  std::size_t at_ = 0, end_ = 0;
  bool exhausted_ = false;
};

}  // namespace tijian::tables
