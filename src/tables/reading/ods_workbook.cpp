#include "tables/reading/ods_workbook.h"

#include "tables/reading/ods_sheet.h"
#include "tables/reading/read_fault.h"

namespace tijian::tables {
namespace {

constexpr const char* manifest_name = "META-INF/manifest.xml";

void refuse_encrypted(Archive& archive) {
  const auto entry = archive.find(manifest_name);
  if (!entry) return;
  const auto bytes = archive.open(*entry);
  XmlReader xml(*bytes, manifest_name);
  for (auto event = xml.next(); event != XmlReader::Event::end; event = xml.next())
    if (event == XmlReader::Event::open && xml.local() == "encryption-data")
      fail("encrypted", manifest_name);
}

void read_common_styles(Archive& archive, OdsStyles& styles) {
  const auto entry = archive.find("styles.xml");
  if (!entry) return;
  const auto bytes = archive.open(*entry);
  XmlReader xml(*bytes, "styles.xml");
  xml.root(XmlSpace::office, "document-styles");
  while (xml.child(1))
    if (xml.is(XmlSpace::office, "styles")) styles.read(xml);
  xml.finish();
}

void read_body(XmlReader& xml, const OdsStyles& styles, CellOutput& output) {
  while (xml.child(2)) {
    if (!xml.is(XmlSpace::office, "spreadsheet")) fail("not_a_workbook", "content.xml");
    while (xml.child(3))
      if (xml.is(XmlSpace::table, "table")) read_ods_sheet(xml, styles, output);
  }
}

}  // namespace

bool is_open_document(Archive& archive) {
  constexpr std::size_t longest = 200;
  if (const auto entry = archive.find("mimetype"))
    return archive.read_short(*entry, longest).starts_with("application/vnd.oasis.opendocument.");
  return archive.find("content.xml") && !archive.find("[Content_Types].xml");
}

void read_ods_content(XmlReader& xml, OdsStyles& styles, CellOutput& output) {
  xml.root(XmlSpace::office, "document-content");
  while (xml.child(1)) {
    if (xml.is(XmlSpace::office, "automatic-styles"))
      styles.read(xml);
    else if (xml.is(XmlSpace::office, "body"))
      read_body(xml, styles, output);
  }
  xml.finish();
}

void read_ods(Archive& archive, CellOutput& output) {
  refuse_encrypted(archive);
  const auto entry = archive.find("content.xml");
  if (!entry) fail("not_a_workbook", "content.xml");
  OdsStyles styles;
  read_common_styles(archive, styles);
  const auto bytes = archive.open(*entry);
  XmlReader xml(*bytes, "content.xml");
  read_ods_content(xml, styles, output);
}

}  // namespace tijian::tables
