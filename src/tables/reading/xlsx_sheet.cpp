#include "tables/reading/xlsx_sheet.h"

#include <charconv>
#include <optional>

#include "tables/reading/cell_reference.h"
#include "tables/reading/number_text.h"
#include "tables/reading/read_fault.h"
#include "tables/reading/xlsx_cell.h"

namespace tijian::tables {
namespace {

char type_letter(std::string_view type) {
  if (!type.data() || type == "n") return 'n';
  if (type == "str") return 't';
  if (type == "inlineStr") return 'i';
  return type == "s" || type == "b" || type == "e" || type == "d" ? type[0] : '\0';
}

/// A size of 0 hides as well.
bool is_hidden(const XmlReader& xml, std::string_view size) {
  if (xml.flag("hidden")) return true;
  const std::string_view text = xml.attribute(size);
  return text.data() && number_of(text) == 0.0;
}

class SheetReader {
 public:
  SheetReader(XmlReader& xml, const XlsxContext& context, CellOutput& output)
      : xml_(xml), context_(context), output_(output), values_(context, output) {}

  void read() {
    xml_.root(XmlSpace::sheet, "worksheet");
    while (xml_.child(1)) {
      if (xml_.is(XmlSpace::sheet, "cols"))
        read_columns();
      else if (xml_.is(XmlSpace::sheet, "sheetData"))
        while (xml_.child(2)) read_row();
      else if (xml_.is(XmlSpace::sheet, "mergeCells"))
        read_merged();
    }
    xml_.finish();
  }

 private:
  void read_columns() {
    while (xml_.child(2)) {
      if (!xml_.is(XmlSpace::sheet, "col") || !is_hidden(xml_, "width")) continue;
      const auto first = positive_number(xml_.attribute("min"));
      const auto last = positive_number(xml_.attribute("max"));
      if (!first || !last || *last < *first) fail("damaged", output_.place(1, first.value_or(1)));
      output_.hidden_column(*first, *last);
    }
  }

  void read_row() {
    if (!xml_.is(XmlSpace::sheet, "row")) return;
    const std::string_view number = xml_.attribute("r");
    numbered_ = number.data() != nullptr;
    const int before = row_;
    row_ = numbered_ ? positive_number(number).value_or(0) : row_ + 1;
    if (row_ <= before) fail("damaged", output_.place(before, 1));
    const bool hidden = is_hidden(xml_, "ht");
    column_ = 0;
    while (xml_.child(3)) read_cell();
    if (hidden) output_.hidden_row(row_, row_);
  }

  void read_cell() {
    if (!xml_.is(XmlSpace::sheet, "c")) return;
    place_cell(xml_.attribute("r"));
    cell_.row = row_;
    cell_.column = column_;
    cell_.type = type_letter(xml_.attribute("t"));
    if (cell_.type == 0) refuse();
    cell_.format = format(xml_.attribute("s"));
    cell_.formula = cell_.has_value = false;
    cell_.value.clear();
    while (xml_.child(4)) read_part();
    output_.cell(row_, column_, values_.value(cell_), cell_.formula);
  }

  /// A cell that does not say where it is follows the one before. The first one tells the number of
  /// a row that does not.
  void place_cell(std::string_view reference) {
    if (!reference.data()) {
      ++column_;
      return;
    }
    const auto at = cell_reference(reference);
    if (!at) refuse();
    if (!numbered_ && column_ == 0 && at->row > row_) row_ = at->row;
    const int before = column_;
    column_ = at->column;
    if (at->row != row_ || column_ <= before) refuse();
    numbered_ = true;
  }

  const NumberFormat* format(std::string_view style) {
    std::size_t number = 0;
    std::from_chars(style.data(), style.data() + style.size(), number);
    if (number < context_.styles.size()) return &context_.styles[number];
    if (context_.has_styles && number > 0) refuse();
    return nullptr;
  }

  void read_part() {
    if (xml_.is(XmlSpace::sheet, "v")) {
      cell_.has_value = true;
      cell_.value = xml_.content();
    } else if (xml_.is(XmlSpace::sheet, "f")) {
      cell_.formula = true;
      cell_.formula_text = xml_.content();
    } else if (cell_.type == 'i' && xml_.is(XmlSpace::sheet, "is")) {
      read_xlsx_text(xml_, cell_.value);
    }
  }

  void read_merged() {
    while (xml_.child(2)) {
      if (!xml_.is(XmlSpace::sheet, "mergeCell")) continue;
      const std::string_view range = xml_.attribute("ref");
      const std::size_t colon = std::min(range.find(':'), range.size());
      const auto first = cell_reference(range.substr(0, colon));
      if (first && colon == range.size()) continue;  // of one cell
      const auto last = first ? cell_reference(range.substr(colon + 1)) : std::nullopt;
      if (!last || last->row < first->row || last->column < first->column)
        fail("damaged", output_.place(first ? first->row : 1, first ? first->column : 1));
      output_.count(last->row, last->column);
      output_.merged(first->row, first->column, last->row, last->column);
    }
  }

  [[noreturn]] void refuse() const { fail("damaged", output_.place(row_, column_)); }

  XmlReader& xml_;
  const XlsxContext& context_;
  CellOutput& output_;
  XlsxCellReader values_;
  XlsxCell cell_;
  int row_ = 0, column_ = 0;
  bool numbered_ = false;  ///< the row's number is known
};

}  // namespace

void read_xlsx_sheet(XmlReader& xml, const XlsxContext& context, CellOutput& output) {
  SheetReader(xml, context, output).read();
}

}  // namespace tijian::tables
