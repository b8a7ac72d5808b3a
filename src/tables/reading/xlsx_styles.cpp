#include "tables/reading/xlsx_styles.h"

#include <charconv>
#include <map>

namespace tijian::tables {
namespace {

using Formats = std::map<int, NumberFormat>;

int format_id(std::string_view text) {
  int id = 0;
  std::from_chars(text.data(), text.data() + text.size(), id);
  return id;
}

void read_formats(XmlReader& xml, Formats& own) {
  const int list = xml.depth();
  while (xml.child(list)) {
    if (!xml.is(XmlSpace::sheet, "numFmt")) continue;
    const int id = format_id(xml.attribute("numFmtId"));
    own.insert_or_assign(id, NumberFormat(xml.attribute_text("formatCode").value_or("")));
  }
}

void read_cell_formats(XmlReader& xml, const Formats& own, XlsxStyles& styles) {
  const int list = xml.depth();
  while (xml.child(list)) {
    if (!xml.is(XmlSpace::sheet, "xf")) continue;
    const int id = format_id(xml.attribute("numFmtId"));
    const auto found = own.find(id);
    styles.push_back(found != own.end() ? found->second : NumberFormat::built_in(id));
  }
}

}  // namespace

XlsxStyles read_xlsx_styles(XmlReader& xml) {
  Formats own;
  XlsxStyles styles;
  xml.root(XmlSpace::sheet, "styleSheet");
  while (xml.child(1)) {
    if (xml.is(XmlSpace::sheet, "numFmts"))
      read_formats(xml, own);
    else if (xml.is(XmlSpace::sheet, "cellXfs"))
      read_cell_formats(xml, own, styles);
  }
  xml.finish();
  return styles;
}

}  // namespace tijian::tables
