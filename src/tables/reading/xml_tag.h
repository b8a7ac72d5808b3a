#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

namespace tijian::tables {

/// The tag that opens an element, as it is written.
struct XmlTag {
  struct Attribute {
    std::string_view name, value;
  };
  std::string_view name, prefix, local;
  std::vector<Attribute> attributes;
  bool self_closed = false;

  void forget();
  /// The tag that the text begins with. How long it is; 0 where the text ends before it does, and
  /// npos where it is no tag.
  std::size_t read(std::string_view text);
};

}  // namespace tijian::tables
