#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "tables/reading/xml_reader.h"

namespace tijian::tables {

/// Resolves what XML cannot hold and Excel writes as _x000D_.
void resolve_escapes(std::string& text);

/// The text of <is> or <si>, which was just opened: its runs joined, without how it is pronounced.
/// Goes to its end.
void read_xlsx_text(XmlReader&, std::string& to);

/// The texts that cells of an XLSX workbook refer to by number.
class SharedStrings {
 public:
  SharedStrings() = default;
  /// A text that is not clean is a ReadFault with the part's name.
  SharedStrings(XmlReader&, const std::string& part);

  std::size_t size() const { return ends_.size(); }
  std::string_view operator[](std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    return std::string_view(all_).substr(begin, ends_[i] - begin);
  }

 private:
  std::string all_;
  std::vector<std::size_t> ends_;
};

}  // namespace tijian::tables
