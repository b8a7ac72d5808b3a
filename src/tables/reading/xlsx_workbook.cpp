#include "tables/reading/xlsx_workbook.h"

#include <algorithm>
#include <map>

#include "tables/reading/read_fault.h"
#include "tables/reading/relationships.h"
#include "tables/reading/xlsx_sheet.h"

namespace tijian::tables {
namespace {

using Relationships = std::vector<Relationship>;

const Relationship* of_type(const Relationships& all, std::string_view type) {
  const auto found = std::ranges::find(all, type, &Relationship::type);
  return found == all.end() ? nullptr : &*found;
}

std::string workbook_part(Archive& archive) {
  const Relationships package = relationships_of(archive, "");
  const Relationship* main = of_type(package, "officeDocument");
  std::string part = main ? main->target : "xl/workbook.xml";
  if (part.ends_with(".bin")) fail("xlsb", part);
  if (!archive.find(part)) fail("not_a_workbook", part);
  return part;
}

/// Reads a part by a function that takes an XmlReader.
template <class Read>
auto read_part(Archive& archive, const std::string& part, const Read& read) {
  const auto entry = archive.find(part);
  if (!entry) fail("damaged", part);
  const auto bytes = archive.open(*entry);
  XmlReader xml(*bytes, part);
  return read(xml);
}

XlsxWorkbook read_list(Archive& archive, const std::string& part) {
  return read_part(archive, part, [&](XmlReader& xml) {
    if (xml.next() != XmlReader::Event::open || !xml.is(XmlSpace::sheet, "workbook"))
      fail("not_a_workbook", part);
    return read_xlsx_workbook(xml);
  });
}

XlsxContext read_context(Archive& archive, const XlsxWorkbook& workbook,
                         const Relationships& parts) {
  XlsxContext context;
  context.from_1904 = workbook.from_1904;
  context.to_be_computed = workbook.to_be_computed;
  if (const Relationship* strings = of_type(parts, "sharedStrings"))
    context.strings = read_part(archive, strings->target, [&](XmlReader& xml) {
      return SharedStrings(xml, strings->target);
    });
  if (const Relationship* styles = of_type(parts, "styles")) {
    context.styles = read_part(archive, styles->target, read_xlsx_styles);
    context.has_styles = true;
  }
  return context;
}

}  // namespace

XlsxWorkbook read_xlsx_workbook(XmlReader& xml) {
  XlsxWorkbook workbook;
  while (xml.child(1)) {
    if (xml.is(XmlSpace::sheet, "workbookPr")) {
      workbook.from_1904 = xml.flag("date1904");
    } else if (xml.is(XmlSpace::sheet, "calcPr")) {
      workbook.to_be_computed = xml.flag("fullCalcOnLoad");
    } else if (xml.is(XmlSpace::sheet, "sheets")) {
      while (xml.child(2)) {
        if (!xml.is(XmlSpace::sheet, "sheet")) continue;
        const std::string_view state = xml.attribute("state");
        workbook.sheets.push_back({xml.attribute_text("name").value_or(""),
                                   xml.attribute_text(XmlSpace::relation, "id").value_or(""),
                                   state == "hidden" || state == "veryHidden"});
        resolve_escapes(workbook.sheets.back().name);
      }
    }
  }
  xml.finish();
  return workbook;
}

void read_xlsx(Archive& archive, CellOutput& output) {
  const std::string part = workbook_part(archive);
  const XlsxWorkbook workbook = read_list(archive, part);
  const Relationships parts = relationships_of(archive, part);
  const XlsxContext context = read_context(archive, workbook, parts);
  std::map<std::string_view, const Relationship*> by_id;
  for (const Relationship& link : parts) by_id.emplace(link.id, &link);
  for (const XlsxSheetEntry& sheet : workbook.sheets) {
    const auto found = by_id.find(sheet.relationship);
    if (found == by_id.end()) fail("damaged", sheet.name);
    const Relationship& link = *found->second;
    if (link.type == "xlMacrosheet" || link.type == "xlIntlMacrosheet") output.macros();
    if (link.type != "worksheet") continue;  // a chart has no cells
    output.begin_sheet(sheet.name, sheet.hidden);
    read_part(archive, link.target, [&](XmlReader& xml) { read_xlsx_sheet(xml, context, output); });
    output.end_sheet();
  }
}

}  // namespace tijian::tables
