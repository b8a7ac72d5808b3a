#include "tables/reading/ods_styles.h"

namespace tijian::tables {
namespace {

constexpr int most_ancestors = 16;

}  // namespace

void OdsStyles::read(XmlReader& xml) {
  const int list = xml.depth();
  while (xml.child(list)) {
    if (xml.is(XmlSpace::number, "date-style"))
      read_date(xml);
    else if (xml.is(XmlSpace::style, "style"))
      read_style(xml);
  }
}

void OdsStyles::read_date(XmlReader& xml) {
  const std::string name = xml.attribute_text(XmlSpace::style, "name").value_or("");
  ShownDate shown;
  const int own = xml.depth();
  while (xml.child(own)) {
    shown.year |= xml.is(XmlSpace::number, "year");
    shown.month |= xml.is(XmlSpace::number, "month");
    shown.day |= xml.is(XmlSpace::number, "day");
    shown.time |= xml.is(XmlSpace::number, "hours") || xml.is(XmlSpace::number, "minutes") ||
                  xml.is(XmlSpace::number, "seconds");
  }
  dates_[name] = shown;
}

void OdsStyles::read_style(XmlReader& xml) {
  const std::string name = xml.attribute_text(XmlSpace::style, "name").value_or("");
  const bool of_table = xml.attribute(XmlSpace::style, "family") == "table";
  if (xml.attribute(XmlSpace::style, "family") == "table-cell")
    cells_[name] = {xml.attribute_text(XmlSpace::style, "parent-style-name").value_or(""),
                    xml.attribute_text(XmlSpace::style, "data-style-name").value_or("")};
  const int own = xml.depth();
  while (xml.child(own))
    if (of_table && xml.is(XmlSpace::style, "table-properties") &&
        xml.attribute(XmlSpace::table, "display") == "false")
      hiding_.insert(name);
}

ShownDate OdsStyles::date(const std::string& style) const {
  auto found = cells_.find(style);
  for (int i = 0; i < most_ancestors && found != cells_.end(); ++i) {
    const auto date = dates_.find(found->second.data_style);
    if (date != dates_.end()) return date->second;
    found = cells_.find(found->second.parent);
  }
  return {true, true, true, true};
}

}  // namespace tijian::tables
