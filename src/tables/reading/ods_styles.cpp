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
    else if (xml.is(XmlSpace::number, "number-style"))
      read_number(xml);
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

void OdsStyles::read_number(XmlReader& xml) {
  bool& scaled = numbers_[xml.attribute_text(XmlSpace::style, "name").value_or("")];
  const int own = xml.depth();
  while (xml.child(own)) {
    if (!xml.is(XmlSpace::number, "number")) continue;
    const std::string_view factor = xml.attribute(XmlSpace::number, "display-factor");
    scaled |= !factor.empty() && factor != "1";
  }
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

template <class Styles>
auto OdsStyles::find_in(const Styles& styles, const std::string& style) const {
  auto found = cells_.find(style);
  for (int i = 0; i < most_ancestors && found != cells_.end(); ++i) {
    const auto own = styles.find(found->second.data_style);
    if (own != styles.end()) return own;
    found = cells_.find(found->second.parent);
  }
  return styles.end();
}

ShownDate OdsStyles::date(const std::string& style) const {
  const auto found = find_in(dates_, style);
  return found == dates_.end() ? ShownDate{true, true, true, true} : found->second;
}

bool OdsStyles::scaled(const std::string& style) const {
  const auto found = find_in(numbers_, style);
  return found != numbers_.end() && found->second;
}

}  // namespace tijian::tables
