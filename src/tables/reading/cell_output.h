#pragma once
#include <string>
#include <string_view>

#include "tables/reading/table_sink.h"

namespace tijian::tables {

/// B7. Columns beyond ZZZ... are no concern: there are not so many.
std::string cell_name(int row, int column);

/// A cell whose kind and text are known.
struct CellValue {
  char kind = 0;  ///< of table_sink.h; 0: nothing
  std::string_view text;
};

/// Hands cells on, in their order and within the limits.
class CellOutput {
 public:
  explicit CellOutput(const TijianTableSink& sink) : sink_(sink) {}

  void begin_sheet(std::string_view name, bool hidden);
  /// A value of kind 0, or a text of nothing, is not handed on. The text is clean (xml_text.h).
  void cell(int row, int column, const CellValue&, bool formula);
  void merged(int first_row, int first_column, int last_row, int last_column);
  void hidden_row(int first, int last);
  void hidden_column(int first, int last) { sink_.hidden_column(sink_.to, first, last); }
  void end_sheet();
  void macros() { sink_.macros(sink_.to); }

  /// Where a fault is: Sheet1!B7.
  std::string place(int row, int column) const { return sheet_ + "!" + cell_name(row, column); }
  /// The text, which must be clean.
  std::string_view checked(std::string_view text, int row, int column) const;
  /// One more thing there; a fault beyond the limits.
  void count(int row, int column);

 private:
  const TijianTableSink& sink_;
  std::string sheet_;
  long cells_ = 0;         ///< of all sheets, merged ranges too
  std::size_t bytes_ = 0;  ///< of their texts
  int row_ = 0, column_ = 0;
  int first_hidden_ = 0, last_hidden_ = -1;  ///< rows that were not handed on yet
};

}  // namespace tijian::tables
