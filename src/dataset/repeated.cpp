#include "dataset/repeated.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/catalogue.h"
#include "dataset/rows.h"

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

Diagnostic given_twice(const FileTable& table, const Header& header, int first_line, int row) {
  const Rows& rows = table.data.rows;
  const int cell = header.cell(Role::place) + 1;
  Diagnostic fault = base::make_diagnostic(
      "C333", {table.path, table.row_line[row], cell},
      {{"place", rows.place_of(row)}, {"period", to_string(rows.period[row])}});
  fault.also.push_back({table.path, first_line, cell});
  return fault;
}

void report_repeated_rows(const FileTable& table, const Header& header, Faults& faults) {
  for (const auto& [first, later] : repeated_rows(table.data.rows))
    faults.add("C333", [&, line = table.row_line[first], row = later] {
      return given_twice(table, header, line, row);
    });
}

}  // namespace tijian::dataset
