#include "dataset/mixed_notation.h"

#include <algorithm>
#include <cmath>

#include "base/catalogue.h"
#include "dataset/check.h"
#include "dataset/held.h"
#include "framework/plausible_words.h"

namespace tijian::dataset {
namespace {

/// How the cells of a column are written: with and without a sign, how many and the first row.
struct Notation {
  long with = 0, without = 0;
  int first_with = -1, first_without = -1;
};

Notation notation_of(const FileTable& table, int column,
                     const std::vector<std::pair<int, int>>& signed_cells) {
  Notation found;
  const auto values = table.data.values.column(column);
  for (int row = 0; row < static_cast<int>(values.size()); ++row) {
    if (std::isnan(values[row])) continue;
    if (std::ranges::binary_search(signed_cells, table.cell(row, column))) {
      if (found.with++ == 0) found.first_with = row;
    } else if (values[row] != 0 && found.without++ == 0) {
      found.first_without = row;
    }
  }
  return found;
}

Doubt mixed(const FileTable& table, int column, const Notation& found, const Framework& framework) {
  const Rows& rows = table.data.rows;
  const DataColumn& target = table.data.columns[column];
  const Held held = held_by(target, framework);
  const int row = found.first_without;
  const double value = table.data.values(row, column);
  Doubt doubt{DoubtKind::mixed,
              base::make_diagnostic("B472", table.cite(row, column),
                                    {{"name", held.title},
                                     {"with", std::to_string(found.with)},
                                     {"without", std::to_string(found.without)},
                                     {"row", row_name(rows, row)},
                                     {"value", framework::amount(value, held.unit)}}),
              rows.place_of(row),
              rows.period[row],
              -1,  // of the merged dataset nothing is known here
              target.variable,
              target.indicator,
              value};
  doubt.told.also.push_back(table.cite(found.first_with, column));
  return doubt;
}

}  // namespace

std::vector<Doubt> find_mixed_notation(const FileTable& table,
                                       std::span<const std::pair<int, int>> signed_cells,
                                       const Framework& framework) {
  std::vector<Doubt> doubts;
  if (signed_cells.empty()) return doubts;
  std::vector<std::pair<int, int>> sorted(signed_cells.begin(), signed_cells.end());
  std::ranges::sort(sorted);
  for (int column = 0; column < static_cast<int>(table.data.columns.size()); ++column)
    if (const Notation found = notation_of(table, column, sorted);
        found.with > 0 && found.without > 0)
      doubts.push_back(mixed(table, column, found, framework));
  return doubts;
}

}  // namespace tijian::dataset
