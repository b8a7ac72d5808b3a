#include "tables/document_parts.h"

#include <array>

#include "tables/document_styles.h"

namespace tijian::tables {
namespace {

constexpr const char* declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

constexpr const char* content_types =
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>
<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>
<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
</Types>)";

constexpr const char* relations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>
</Relationships>)";

constexpr const char* document_relations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>
<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>
<Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/>
</Relationships>)";

constexpr const char* settings =
    R"(<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:characterSpacingControl w:val="compressPunctuation"/>
<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
</w:settings>)";

/// Text between tags.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text)
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (static_cast<unsigned char>(c) >= ' ')
      out += c;
  return out;
}

std::string core_properties(const DocumentProperties& own) {
  return R"(<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">)"
         "<dc:title>" +
         escaped(own.title) + "</dc:title><dc:subject>" + escaped(own.subject) +
         "</dc:subject><dc:creator>" + escaped(own.author) + "</dc:creator><dc:language>" +
         (own.chinese ? "zh-CN" : "en-GB") +
         "</dc:language>"
         R"(<dcterms:created xsi:type="dcterms:W3CDTF">1980-01-01T00:00:00Z</dcterms:created></cp:coreProperties>)";
}

/// A number of the page that office programs work out.
std::string field(const std::string& name) {
  return R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> )" +
         name +
         R"( </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>)";
}

std::string footer(const DocumentProperties& own) {
  return R"(<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">)" +
         escaped(own.footer) + R"(</w:t></w:r><w:r><w:tab/></w:r>)" + field("PAGE") +
         R"(<w:r><w:t xml:space="preserve"> / </w:t></w:r>)" + field("NUMPAGES") + "</w:p></w:ftr>";
}

}  // namespace

std::string style_id(ParagraphStyle style) {
  constexpr std::array ids{"Title",    "Subtitle",   "Notice",       "Heading1", "Heading2",
                           "BodyText", "ListNumber", "ListContinue", "Note"};
  return ids[static_cast<std::size_t>(style)];
}

ZipEntries document_parts(const DocumentProperties& own) {
  return {{"[Content_Types].xml", declaration + std::string(content_types)},
          {"_rels/.rels", declaration + std::string(relations)},
          {"docProps/core.xml", declaration + core_properties(own)},
          {"word/_rels/document.xml.rels", declaration + std::string(document_relations)},
          {"word/styles.xml", declaration + document_styles(own.chinese)},
          {"word/numbering.xml", declaration + document_numbering()},
          {"word/settings.xml", declaration + std::string(settings)},
          {"word/footer1.xml", declaration + footer(own)}};
}

}  // namespace tijian::tables
