#include "tables/document_styles.h"

#include <fmt/format.h>

namespace tijian::tables {
namespace {

constexpr const char* space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

struct StyleLook {
  const char *id, *name, *based_on;
  std::string paragraph;  ///< properties
  int half_points;
  bool bold = false;
  const char* colour = "17212B";
  bool head = false;  ///< in the headings' fonts
};

std::string fonts(bool chinese, bool head) {
  return fmt::format(R"(<w:rFonts w:ascii="{0}" w:hAnsi="{0}" w:cs="{0}" w:eastAsia="{1}"{2}/>)",
                     chinese ? "Times New Roman" : "Calibri", head ? "黑体" : "宋体",
                     chinese ? R"( w:hint="eastAsia")" : "");
}

std::string spacing(int before, int after, int line) {
  return fmt::format(R"(<w:spacing w:before="{}" w:after="{}" w:line="{}" w:lineRule="auto"/>)",
                     before, after, line);
}

std::string counted(int list, int level) {
  return fmt::format(R"(<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>)", level,
                     list);
}

std::string style(const StyleLook& own, bool chinese) {
  return fmt::format(
      R"(<w:style w:type="paragraph"{} w:styleId="{}"><w:name w:val="{}"/>{}<w:qFormat/><w:pPr>{}</w:pPr><w:rPr>{}{}<w:color w:val="{}"/><w:sz w:val="{}"/><w:szCs w:val="{}"/></w:rPr></w:style>)"
      "\n",
      std::string_view(own.id) == "Normal" ? R"( w:default="1")" : "", own.id, own.name,
      *own.based_on ? fmt::format(R"(<w:basedOn w:val="{}"/>)", own.based_on) : "", own.paragraph,
      fonts(chinese, own.head), own.bold ? "<w:b/>" : "", own.colour, own.half_points,
      own.half_points);
}

std::string paragraph_styles(bool chinese) {
  const std::string keep = "<w:keepNext/><w:keepLines/>";
  const std::string tint = R"(<w:shd w:val="clear" w:color="auto" w:fill="FDF6DE"/>)";
  const std::string right = R"(<w:jc w:val="right"/>)", centre = R"(<w:jc w:val="center"/>)";
  const int body = chinese ? 24 : 22;  // 小四, 11 pt
  const StyleLook all[] = {
      {"Normal", "Normal", "", spacing(0, 0, 240), body},
      {"BodyText", "Body Text", "Normal", spacing(0, 120, 320), body},
      {"Title", "Title", "Normal", keep + spacing(0, 120, 280) + centre, 40, true, "17212B", true},
      {"Subtitle", "Subtitle", "Normal", spacing(0, 200, 280) + centre, body, false, "46525E"},
      {"Notice", "Notice", "Normal", tint + spacing(60, 160, 280) + centre, body, true, "5B4500"},
      {"Heading1", "heading 1", "Normal",
       keep + counted(1, 0) + spacing(360, 140, 280) + R"(<w:outlineLvl w:val="0"/>)", 30, true,
       "17212B", true},
      {"Heading2", "heading 2", "Normal",
       keep + counted(1, 1) + spacing(240, 100, 280) + R"(<w:outlineLvl w:val="1"/>)", 26, true,
       "17212B", true},
      {"Heading3", "heading 3", "Normal",
       keep + counted(1, 2) + spacing(200, 80, 280) + R"(<w:outlineLvl w:val="2"/>)", 24, true,
       "17212B", true},
      {"ListNumber", "List Number", "Normal", keep + counted(2, 0) + spacing(80, 20, 300), body},
      {"ListContinue", "List Continue", "Normal", spacing(0, 120, 300) + R"(<w:ind w:left="480"/>)",
       body, false, "46525E"},
      {"Note", "Note", "Normal", spacing(40, 80, 260), 18, false, "626E7A"},
      {"TableText", "Table Text", "Normal", spacing(20, 20, 240), 19},
      {"TableNumber", "Table Number", "TableText", spacing(20, 20, 240) + right, 19},
      {"TableHead", "Table Head", "TableText", "<w:keepNext/>" + spacing(40, 40, 240) + centre, 19,
       true, "17212B", true},
      {"AfterTable", "After Table", "Normal", keep + spacing(0, 60, 240), 12},
      {"Footer", "footer", "Normal",
       R"(<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs>)" + spacing(0, 0, 240), 17, false,
       "626E7A"}};
  std::string out;
  for (const StyleLook& one : all) out += style(one, chinese);
  return out;
}

std::string borders() {
  std::string out;
  for (const char* side : {"top", "left", "bottom", "right", "insideH", "insideV"})
    out += fmt::format(R"(<w:{} w:val="single" w:sz="4" w:space="0" w:color="BBC5CE"/>)", side);
  return out;
}

std::string level(int depth, const char* text, const char* style, int indent) {
  return fmt::format(
      R"(<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="{}"/><w:lvlText w:val="{}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{}" w:hanging="{}"/></w:pPr></w:lvl>)",
      depth, style, text, indent, indent);
}

}  // namespace

std::string document_styles(bool chinese) {
  return fmt::format(
      R"(<w:styles xmlns:w="{}"><w:docDefaults><w:rPrDefault><w:rPr>{}<w:sz w:val="22"/><w:lang w:val="{}" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
{}<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{}</w:tblBorders></w:tblPr></w:style></w:styles>)",
      space, fonts(chinese, false), chinese ? "zh-CN" : "en-GB", paragraph_styles(chinese),
      borders());
}

std::string document_numbering() {
  return fmt::format(
      R"(<w:numbering xmlns:w="{}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{}{}{}</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>{}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>)",
      space, level(0, "%1", "Heading1", 480), level(1, "%1.%2", "Heading2", 640),
      level(2, "%1.%2.%3", "Heading3", 800), level(0, "%1.", "ListNumber", 480));
}

}  // namespace tijian::tables
