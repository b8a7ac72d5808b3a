#pragma once
#include <map>
#include <set>
#include <string>

#include "tables/reading/shown_date.h"
#include "tables/reading/xml_reader.h"

namespace tijian::tables {

/// What matters here of an ODS workbook's styles, by their names.
class OdsStyles {
 public:
  /// Adds those in the element that was just opened: styles, automatic-styles.
  void read(XmlReader&);

  bool hides_table(const std::string& style) const { return hiding_.contains(style); }
  /// What a cell of that style shows of a date.
  ShownDate date(const std::string& style) const;
  /// Whether a cell of that style shows a number in thousands or more.
  bool scaled(const std::string& style) const;

 private:
  struct CellStyle {
    std::string parent, data_style;
  };
  void read_date(XmlReader&);
  void read_number(XmlReader&);
  void read_style(XmlReader&);
  /// Goes up a cell style's ancestors to the first whose data style is one of these.
  template <class Styles>
  auto find_in(const Styles&, const std::string& style) const;

  std::map<std::string, ShownDate> dates_;
  std::map<std::string, bool> numbers_;  ///< whether they are scaled
  std::map<std::string, CellStyle> cells_;
  std::set<std::string> hiding_;
};

}  // namespace tijian::tables
