#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tijian/diagnostic.h"

namespace tijian::base {

/// A row of a CSV file; the cells are as written, without their quotes.
struct CsvRow {
  int line = 0;  ///< where it begins
  std::span<const std::string_view> cells;
};

/// A quote that breaks the file: what follows cannot be told apart any more.
struct QuoteFault {
  int line = 0;
  int column = 0;
  bool open =
      false;  ///< never closed; else a quote inside of a cell, or text after a closing quote
};
Diagnostic quote_fault(const std::string& file, const QuoteFault&);

/// Cuts one line without quotes at its separators; a carriage return at its end goes.
void split_line(std::string_view line, std::vector<std::string_view>& cells, char separator = ',');

/// Splits whole lines by libcsv, quotes and all. Blank lines are left out.
class RowSplitter {
 public:
  explicit RowSplitter(std::string_view text, int first_line, char separator = ',')
      : text_(text), line_(first_line), separator_(separator) {}

  /// Calls `each(CsvRow)` in order; the fault that ended the reading, if any.
  template <class Each>
  std::optional<QuoteFault> operator()(const Each& each) {
    return run(&each, [](const void* receiver, const CsvRow& row) {
      (*static_cast<const Each*>(receiver))(row);
    });
  }

 private:
  using Receiver = void (*)(const void*, const CsvRow&);
  std::optional<QuoteFault> run(const void* each, Receiver);

  std::string_view text_;
  int line_;
  char separator_;
};

/// Calls `each(CsvRow)` for whole lines of a file. Lines without quotes need no more than a look
/// for separators.
template <class Each>
std::optional<QuoteFault> for_each_row(std::string_view text, bool quotes, int first_line,
                                       const Each& each, char separator = ',') {
  if (quotes) return RowSplitter(text, first_line, separator)(each);
  std::vector<std::string_view> cells;
  for (int line = first_line; !text.empty(); ++line) {
    const std::string_view row = text.substr(0, text.find('\n'));
    text.remove_prefix(row.size() < text.size() ? row.size() + 1 : row.size());
    split_line(row, cells, separator);
    if (cells.size() > 1 || !cells[0].empty()) each(CsvRow{line, cells});
  }
  return std::nullopt;
}

}  // namespace tijian::base
