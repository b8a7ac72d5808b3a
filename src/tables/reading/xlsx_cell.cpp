#include "tables/reading/xlsx_cell.h"

#include <charconv>

#include "tables/reading/number_text.h"
#include "tables/reading/read_fault.h"
#include "tables/reading/xlsx_text.h"
#include "tables/reading/xml_text.h"

namespace tijian::tables {

CellValue XlsxCellReader::value(XlsxCell& cell) {
  if (cell.formula && without_result(cell)) return formula(cell);
  switch (cell.type) {
    case 's':
      return shared(cell);
    case 't':
    case 'i':
      resolve_escapes(cell.value);
      return text_of('t', cell);
    case 'b':
      return boolean(cell);
    case 'e':
      return text_of('e', cell);
    case 'd':
      return day(cell);
    default:
      return number(cell);
  }
}

/// A writer that computes nothing leaves no result, or leaves 0 and asks Excel to compute.
bool XlsxCellReader::without_result(const XlsxCell& cell) const {
  if (cell.type == 't') return !cell.has_value;
  return cell.value.empty() || (context_.to_be_computed && cell.type == 'n' && cell.value == "0");
}

CellValue XlsxCellReader::formula(const XlsxCell& cell) {
  made_ = "=" + cell.formula_text;
  return {'f', output_.checked(made_, cell.row, cell.column)};
}

CellValue XlsxCellReader::text_of(char kind, const XlsxCell& cell) const {
  return {kind, output_.checked(cell.value, cell.row, cell.column)};
}

CellValue XlsxCellReader::boolean(const XlsxCell& cell) const {
  if (cell.value == "1" || cell.value == "true") return {'b', "TRUE"};
  if (cell.value == "0" || cell.value == "false") return {'b', "FALSE"};
  return text_of('t', cell);
}

CellValue XlsxCellReader::shared(const XlsxCell& cell) const {
  const std::string_view text = without_blanks(cell.value);
  if (text.empty()) return {};
  std::size_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, fault] = std::from_chars(text.data(), end, number);
  if (fault != std::errc() || stop != end || number >= context_.strings.size())
    fail("damaged", output_.place(cell.row, cell.column));
  return {'t', context_.strings[number]};
}

CellValue XlsxCellReader::number(const XlsxCell& cell) {
  const std::string_view text = without_blanks(cell.value);
  const bool plain = !cell.format || cell.format->plain();
  if (plain && is_shortest(text)) return {'n', text};
  const auto number = number_of(text);
  if (!number) return text_of('t', cell);
  if (!plain) return shown(*number, cell.format->of(*number));
  made_ = decimal_text(*number);
  return {'n', made_};
}

CellValue XlsxCellReader::shown(double number, const FormatSection& section) {
  using Kind = FormatSection::Kind;
  if (section.kind == Kind::date) {
    if (auto date = serial_date(number, context_.from_1904, section.date)) {
      made_ = std::move(*date);
      return {'d', made_};
    }
  }
  made_ = decimal_text(number, section.kind == Kind::percent ? 2 : 0);
  if (section.kind != Kind::percent && section.kind != Kind::percent_sign)
    return {section.scaled ? 's' : 'n', made_};
  made_ += '%';
  return {'p', made_};
}

CellValue XlsxCellReader::day(const XlsxCell& cell) {
  const std::string_view text = without_blanks(cell.value);
  auto date = iso_date(text, cell.format ? cell.format->date() : NumberFormat().date());
  if (!date) date = iso_time(text);
  if (!date) return text_of('t', cell);
  made_ = std::move(*date);
  return {'d', made_};
}

}  // namespace tijian::tables
