#include "tables/document.h"

#include <fmt/format.h>

#include <numeric>
#include <pugixml.hpp>
#include <sstream>

#include "tables/document_parts.h"

namespace tijian::tables {

struct DocumentState {
  DocumentProperties properties;
  pugi::xml_document xml;
  pugi::xml_node body;
};

namespace {

constexpr int text_width = 9638;  // of A4 between its margins, in twentieths of a point

pugi::xml_node add_value(pugi::xml_node parent, const char* name, const std::string& value) {
  pugi::xml_node node = parent.append_child(name);
  node.append_attribute("w:val") = value.c_str();
  return node;
}

/// XML has no control characters.
std::string without_controls(std::string text) {
  std::erase_if(text, [](unsigned char c) { return c < ' ' && c != '\t'; });
  return text;
}

void add_line(pugi::xml_node run, const std::string& line) {
  pugi::xml_node text = run.append_child("w:t");
  text.append_attribute("xml:space") = "preserve";
  text.text() = without_controls(line).c_str();
}

void add_run(pugi::xml_node paragraph, const DocumentTable::Cell& look) {
  pugi::xml_node run = paragraph.append_child("w:r");
  pugi::xml_node properties = run.append_child("w:rPr");
  if (look.bold) properties.append_child("w:b");
  if (look.colour >= 0) add_value(properties, "w:color", fmt::format("{:06X}", look.colour));
  std::istringstream lines(look.text);
  std::string line;
  for (bool first = true; std::getline(lines, line); first = false) {
    if (!first) run.append_child("w:br");
    add_line(run, line);
  }
}

pugi::xml_node add_paragraph(pugi::xml_node parent, const std::string& style) {
  pugi::xml_node paragraph = parent.append_child("w:p");
  add_value(paragraph.append_child("w:pPr"), "w:pStyle", style);
  return paragraph;
}

std::vector<int> widths_of(const std::vector<DocumentTable::Column>& columns) {
  double all = 0;
  for (const auto& column : columns) all += column.width;
  std::vector<int> widths;
  for (const auto& column : columns)
    widths.push_back(static_cast<int>(column.width / all * text_width));
  return widths;
}

/// `keep`: stays on the page of what follows.
void add_cell(pugi::xml_node row, const DocumentTable::Cell& cell, int width, const char* style,
              bool keep = false) {
  pugi::xml_node node = row.append_child("w:tc");
  pugi::xml_node properties = node.append_child("w:tcPr");
  pugi::xml_node size = properties.append_child("w:tcW");
  size.append_attribute("w:w") = width;
  size.append_attribute("w:type") = "dxa";
  if (cell.fill >= 0) {
    pugi::xml_node shade = add_value(properties, "w:shd", "clear");
    shade.append_attribute("w:color") = "auto";
    shade.append_attribute("w:fill") = fmt::format("{:06X}", cell.fill).c_str();
  }
  add_value(properties, "w:vAlign", "center");
  pugi::xml_node paragraph = add_paragraph(node, style);
  if (keep) paragraph.child("w:pPr").append_child("w:keepNext");
  add_run(paragraph, cell);
}

pugi::xml_node add_row(pugi::xml_node table, bool header) {
  pugi::xml_node row = table.append_child("w:tr");
  pugi::xml_node properties = row.append_child("w:trPr");
  properties.append_child("w:cantSplit");
  if (header) properties.append_child("w:tblHeader");
  return row;
}

pugi::xml_node add_frame(pugi::xml_node body, const std::vector<int>& widths,
                         const std::string& caption) {
  pugi::xml_node table = body.append_child("w:tbl");
  pugi::xml_node properties = table.append_child("w:tblPr");
  add_value(properties, "w:tblStyle", "TableGrid");
  pugi::xml_node size = properties.append_child("w:tblW");
  size.append_attribute("w:w") = std::accumulate(widths.begin(), widths.end(), 0);
  size.append_attribute("w:type") = "dxa";
  properties.append_child("w:tblLayout").append_attribute("w:type") = "fixed";
  add_value(properties, "w:tblCaption", without_controls(caption));
  pugi::xml_node grid = table.append_child("w:tblGrid");
  for (const int width : widths) grid.append_child("w:gridCol").append_attribute("w:w") = width;
  return table;
}

void add_page(pugi::xml_node body) {
  pugi::xml_node section = body.append_child("w:sectPr");
  pugi::xml_node footer = section.append_child("w:footerReference");
  footer.append_attribute("w:type") = "default";
  footer.append_attribute("r:id") = "rId4";
  pugi::xml_node size = section.append_child("w:pgSz");
  size.append_attribute("w:w") = 11906;
  size.append_attribute("w:h") = 16838;
  pugi::xml_node margins = section.append_child("w:pgMar");
  for (const auto& [side, width] : {std::pair{"w:top", 1304},
                                    {"w:right", 1134},
                                    {"w:bottom", 1304},
                                    {"w:left", 1134},
                                    {"w:header", 680},
                                    {"w:footer", 680},
                                    {"w:gutter", 0}})
    margins.append_attribute(side) = width;
}

}  // namespace

Document::Document(DocumentProperties properties) : state_(std::make_unique<DocumentState>()) {
  state_->properties = std::move(properties);
  pugi::xml_node root = state_->xml.append_child("w:document");
  root.append_attribute("xmlns:w") = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  root.append_attribute("xmlns:r") =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  state_->body = root.append_child("w:body");
}

Document::~Document() = default;

void Document::paragraph(ParagraphStyle style, const std::string& text) {
  paragraph(style, std::vector<TextRun>{{text}});
}

void Document::paragraph(ParagraphStyle style, const std::vector<TextRun>& runs) {
  pugi::xml_node paragraph = add_paragraph(state_->body, style_id(style));
  for (const TextRun& run : runs) add_run(paragraph, {run.text, run.bold});
}

void Document::table(const DocumentTable& table) {
  const std::vector<int> widths = widths_of(table.columns);
  pugi::xml_node frame = add_frame(state_->body, widths, table.caption);
  pugi::xml_node header = add_row(frame, true);
  for (std::size_t k = 0; k < widths.size(); ++k)
    add_cell(header, {table.columns[k].title, true, 0xE6EAEE}, widths[k], "TableHead");
  for (const auto& cells : table.rows) {
    pugi::xml_node row = add_row(frame, false);
    for (std::size_t k = 0; k < widths.size(); ++k)
      add_cell(row, cells[k], widths[k], table.columns[k].right ? "TableNumber" : "TableText",
               &cells == &table.rows.back());  // notes stand below
  }
  add_paragraph(state_->body, "AfterTable");  // else two tables would be one
}

void Document::page_break() {
  pugi::xml_node run = add_paragraph(state_->body, "BodyText").append_child("w:r");
  run.append_child("w:br").append_attribute("w:type") = "page";
}

std::string Document::bytes() const {
  pugi::xml_document whole;
  whole.reset(state_->xml);
  add_page(whole.document_element().child("w:body"));
  std::ostringstream xml;
  whole.save(xml, "", pugi::format_raw, pugi::encoding_utf8);
  ZipEntries entries = document_parts(state_->properties);
  entries.emplace_back("word/document.xml", xml.str());
  return zip_archive(entries);
}

}  // namespace tijian::tables
