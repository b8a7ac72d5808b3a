#include "tables/reading/ods_cell.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include "tables/reading/number_text.h"
#include "tables/reading/ods_text.h"
#include "tables/reading/scale_word.h"

namespace tijian::tables {
namespace {

std::string_view value_attribute(std::string_view type) {
  if (type == "date") return "date-value";
  if (type == "time") return "time-value";
  if (type == "boolean") return "boolean-value";
  return type == "string" ? "string-value" : "value";
}

/// `=SUM([.A1])` of `of:=SUM([.A1])`.
std::string without_grammar(const std::string& formula) {
  const std::size_t at = formula.find('=');
  return at == formula.npos ? "=" + formula : formula.substr(at);
}

bool is_error(std::string_view text) {
  constexpr std::string_view errors[] = {"#DIV/0!", "#REF!", "#N/A",  "#VALUE!",
                                         "#NAME?",  "#NUM!", "#NULL!"};
  return std::ranges::find(errors, text) != std::end(errors) || text.starts_with("Err:");
}

/// A percentage is called a number where its format has several parts: what is shown tells.
bool shown_in_percent(std::string_view shown, double number) {
  if (!shown.ends_with('%')) return false;
  std::string digits(shown.substr(0, shown.size() - 1));
  std::erase_if(digits, [](char c) { return c == ',' || c == ' '; });
  const auto value = number_of(digits);
  return value && std::abs(*value - 100 * number) < std::abs(*value - number);
}

OdsValue number(const OdsCell& cell) {
  const auto number = number_of(cell.value);
  if (!number) return {'t', cell.value};
  // LibreOffice writes TRUE as the number that =TRUE() gives.
  if (cell.formula && (cell.content == "TRUE" || cell.content == "FALSE"))
    return {'b', cell.content};
  if (cell.type == "percentage" || shown_in_percent(cell.content, *number))
    return {'p', decimal_text(*number, 2) + "%"};
  const std::size_t digits = cell.content.find_last_of("0123456789") + 1;
  const bool scaled = digits > 0 && says_scale(std::string_view(cell.content).substr(digits));
  return {scaled ? 's' : 'n', decimal_text(*number)};
}

OdsValue day(const OdsCell& cell, const ShownDate& shown) {
  const auto text = cell.type == "date" ? iso_date(cell.value, shown) : iso_time(cell.value);
  return text ? OdsValue{'d', *text} : OdsValue{'t', cell.value};
}

OdsValue text(const OdsCell& cell) {
  // Beside errors LibreOffice says nothing, beside several paragraphs it says all blanks.
  const std::string& said = cell.value.empty() ? cell.content : cell.value;
  if (cell.error) return {'e', said.empty() ? "#?" : said};
  return {cell.formula && is_error(said) ? 'e' : 't', said};
}

}  // namespace

void OdsCell::read(XmlReader& xml) {
  type = xml.attribute(XmlSpace::office, "value-type");
  const auto given = xml.attribute_text(XmlSpace::office, value_attribute(type));
  has_value = given.has_value();
  value = given.value_or("");
  error = xml.attribute(XmlSpace::calcext, "value-type") == "error";
  const auto written = xml.attribute_text(XmlSpace::table, "formula");
  formula = written.has_value();
  formula_text = written.value_or("");
  style = xml.attribute_text(XmlSpace::table, "style-name").value_or("");
  content.clear();
  has_paragraph = false;
  const int own = xml.depth();
  while (xml.child(own)) {
    if (!xml.is(XmlSpace::text, "p") && !xml.is(XmlSpace::text, "h")) continue;
    if (has_paragraph) content += '\n';
    has_paragraph = true;
    read_ods_paragraph(xml, content);
  }
}

OdsValue ods_value(const OdsCell& cell, const ShownDate& shown) {
  const std::string& type = cell.type;
  // Of a formula that gives an empty text LibreOffice writes an empty paragraph alone.
  if (cell.formula && !cell.error && !cell.has_value && !cell.has_paragraph && type != "string")
    return {'f', without_grammar(cell.formula_text)};
  if (type == "float" || type == "percentage" || type == "currency") return number(cell);
  if (type == "date" || type == "time") return day(cell, shown);
  if (type == "boolean" && cell.value == "true") return {'b', "TRUE"};
  if (type == "boolean" && cell.value == "false") return {'b', "FALSE"};
  return text(cell);
}

}  // namespace tijian::tables
