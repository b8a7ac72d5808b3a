#include "workbook_printer.h"

#include <catch2/catch.hpp>

using namespace tijian;

namespace tijian_tests {
namespace {

/// Of columns up to Z.
std::string cell_name(std::size_t column, int row) {
  return std::string(1, static_cast<char>('A' + column)) + std::to_string(row);
}

std::string visible(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n')
      out += "\\n";
    else if (c == '\r')
      out += "\\r";
    else if (c == '\t')
      out += "\\t";
    else
      out += c;
  }
  return out;
}

std::string printed(const char* what, const dataset::SheetSpan& span) {
  return std::string(what) + " " + std::to_string(span.first) + "-" + std::to_string(span.last) +
         "\n";
}

std::optional<dataset::WorkbookFile> read(const std::string& name, dataset::Faults& faults) {
  std::vector<Diagnostic> diagnostics;
  const auto input = base::InputFile::open(
      std::string(TIJIAN_ROOT) + "/tests/data/workbooks/" + name, diagnostics);
  REQUIRE(input);
  return dataset::read_workbook(*input, faults);
}

}  // namespace

dataset::WorkbookFile workbook(const std::string& name) {
  dataset::Faults faults;
  auto read_one = read(name, faults);
  for (const Diagnostic& diagnostic : faults.listed(name)) UNSCOPED_INFO(to_string(diagnostic));
  REQUIRE(read_one);
  return std::move(*read_one);
}

std::vector<Diagnostic> faults_of(const std::string& name) {
  dataset::Faults faults;
  const bool done = read(name, faults).has_value();
  std::vector<Diagnostic> listed = faults.listed(name);
  CHECK(done != has_errors(listed));
  return listed;
}

std::string printed(const dataset::Sheet& sheet) {
  std::string out;
  for (const dataset::SheetRow& row : sheet.rows)
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      if (const dataset::SheetCell& cell = row.cells[i]; cell.kind != 0)
        out += cell_name(i, row.number) + " " + cell.kind + (cell.formula ? "= " : " ") +
               visible(cell.text()) + "\n";
  for (const dataset::Sheet::Range& range : sheet.merged)
    out += "merged " + cell_name(range.columns.first - 1, range.rows.first) + ":" +
           cell_name(range.columns.last - 1, range.rows.last) + "\n";
  for (const auto& span : sheet.hidden_rows) out += printed("hidden rows", span);
  for (const auto& span : sheet.hidden_columns) out += printed("hidden columns", span);
  return out;
}

}  // namespace tijian_tests
