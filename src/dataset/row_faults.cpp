#include "dataset/row_faults.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/catalogue.h"
#include "base/spelling.h"
#include "dataset/check.h"
#include "dataset/notes.h"
#include "dataset/rows.h"
#include "dataset/total_names.h"

namespace tijian::dataset {
namespace {

/// Pairs (first row, later row) with the same place and period, by the later row.
std::vector<std::pair<int, int>> repeated_rows(const Rows& rows) {
  std::vector<std::pair<int, int>> repeated;
  if (rows.places.size() == rows.place.size()) return repeated;
  std::vector<std::pair<std::uint64_t, int>> keys;
  keys.reserve(rows.place.size());
  for (int row = 0; row < static_cast<int>(rows.place.size()); ++row)
    keys.emplace_back(row_key(rows.place[row], rows.period[row]), row);
  std::ranges::sort(keys);
  for (std::size_t i = 1, first = 0; i < keys.size(); ++i) {
    if (keys[i].first == keys[first].first)
      repeated.emplace_back(keys[first].second, keys[i].second);
    else
      first = i;
  }
  std::ranges::sort(repeated, {}, &std::pair<int, int>::second);
  return repeated;
}

}  // namespace

Diagnostic length_fault(const Citation& row, std::size_t found, std::size_t expected,
                        std::string_view first_cell) {
  if (found == 1 || looks_like_note(first_cell))
    return base::make_diagnostic("C320", row, {{"text", base::excerpt(base::trimmed(first_cell))}});
  return base::make_diagnostic(
      found < expected ? "C314" : "C319", {row.file, row.line, static_cast<int>(found)},
      {{"found", std::to_string(found)}, {"expected", std::to_string(expected)}});
}

Diagnostic encoding_fault(const std::string& file, const Block& block, std::size_t byte) {
  const auto before = std::ranges::count(block.bytes.substr(0, byte), '\n');
  return base::make_diagnostic("C304", {file, block.first_line + static_cast<int>(before), 0},
                               {{"byte", std::to_string(block.offset + byte + 1)}});
}

Diagnostic given_twice(const FileTable& table, const Header& header, int first_line, int row) {
  const Rows& rows = table.data.rows;
  const int cell = header.cell(Role::place) + 1;
  Diagnostic fault = base::make_diagnostic(
      "C333", {table.path, table.row_line[row], cell, table.sheet}, {{"row", row_name(rows, row)}});
  fault.also.push_back({table.path, first_line, cell, table.sheet});
  return fault;
}

void report_repeated_rows(const FileTable& table, const Header& header, Faults& faults) {
  for (const auto& [first, later] : repeated_rows(table.data.rows))
    faults.add("C333", [&, line = table.row_line[first], row = later] {
      return given_twice(table, header, line, row);
    });
}

namespace {

/// Of a row: a place may stand above its values.
Citation first_cell(const FileTable& table, Index row) {
  for (Index column = 0; column < table.cell_line.cols(); ++column)
    if (table.cell_line(row, column) > 0)
      return table.cite(static_cast<int>(row), static_cast<int>(column));
  return {table.path, table.row_line[row], 0, table.sheet};
}

}  // namespace

std::vector<Doubt> report_totals(const FileTable& table, const Framework& framework) {
  std::vector<Doubt> doubts;
  if (!framework.places.empty()) return doubts;
  const Rows& rows = table.data.rows;
  for (std::int32_t place = 0; place < static_cast<std::int32_t>(rows.places.size()); ++place) {
    if (!names_total(rows.places[place])) continue;
    const auto row = std::ranges::find(rows.place, place) - rows.place.begin();
    if (row == rows.size()) continue;
    doubts.push_back(
        {DoubtKind::total_name,
         base::make_diagnostic("C336", first_cell(table, row), {{"place", rows.places[place]}}),
         rows.places[place]});
  }
  return doubts;
}

}  // namespace tijian::dataset
