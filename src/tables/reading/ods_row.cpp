#include "tables/reading/ods_row.h"

#include <algorithm>

#include "tables/reading/cell_reference.h"
#include "tables/reading/read_fault.h"

namespace tijian::tables {

long ods_count(const XmlReader& xml, std::string_view attribute) {
  const std::string_view text = xml.attribute(XmlSpace::table, attribute);
  return text.data() ? positive_number(text).value_or(1) : 1;
}

int within_int(long number) {
  constexpr long beyond = 1'000'000'000;
  return static_cast<int>(std::min(number, beyond));
}

void OdsRow::read(long number, const std::vector<OdsColumnStyle>& columns) {
  number_ = within_int(number);
  column_ = 1;
  cells_.clear();
  texts_.clear();
  row_style_ = xml_.attribute_text(XmlSpace::table, "default-cell-style-name").value_or("");
  const int own = xml_.depth();
  while (xml_.child(own))
    if (xml_.is(XmlSpace::table, "table-cell") || xml_.is(XmlSpace::table, "covered-table-cell"))
      read_cell(columns);
}

void OdsRow::read_cell(const std::vector<OdsColumnStyle>& columns) {
  Cell cell;
  cell.column = column_;
  cell.repeated = ods_count(xml_, "number-columns-repeated");
  cell.columns = ods_count(xml_, "number-columns-spanned");
  cell.rows = ods_count(xml_, "number-rows-spanned");
  cell_.read(xml_);
  const bool dated = cell_.type == "date";
  OdsValue value = ods_value(cell_, dated ? styles_.date(style(columns)) : ShownDate());
  if (value.kind == 'n' && styles_.scaled(style(columns))) value.kind = 's';
  cell.kind = value.text.empty() ? '\0' : value.kind;
  cell.formula = cell_.formula;
  cell.begin = texts_.size();
  cell.size = value.text.size();
  texts_ += output_.checked(value.text, number_, within_int(column_));
  if (cell.kind != 0 || cell.columns > 1 || cell.rows > 1) cells_.push_back(cell);
  column_ += cell.repeated;
}

const std::string& OdsRow::style(const std::vector<OdsColumnStyle>& columns) const {
  if (!cell_.style.empty() || columns.empty()) return cell_.style;
  if (!row_style_.empty()) return row_style_;
  const auto found = std::ranges::lower_bound(columns, column_, {}, &OdsColumnStyle::last);
  return found == columns.end() ? cell_.style : found->style;
}

void OdsRow::write(long first, long count, std::vector<Range>& merged) {
  if (cells_.empty()) return;
  for (long row = first; row < first + count; ++row)
    for (const Cell& cell : cells_) write(cell, row, merged);
}

void OdsRow::write(const Cell& cell, long row, std::vector<Range>& merged) {
  const std::string_view text = std::string_view(texts_).substr(cell.begin, cell.size);
  for (long column = cell.column; column < cell.column + cell.repeated; ++column) {
    output_.cell(within_int(row), within_int(column), {cell.kind, text}, cell.formula);
    if (cell.columns == 1 && cell.rows == 1) continue;
    const Range range{within_int(row), within_int(column), within_int(row + cell.rows - 1),
                      within_int(column + cell.columns - 1)};
    output_.count(range.last_row, range.last_column);
    merged.push_back(range);
  }
}

}  // namespace tijian::tables
