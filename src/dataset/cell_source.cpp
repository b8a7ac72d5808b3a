#include <cmath>
#include <optional>

#include "dataset/merge.h"

namespace tijian::dataset {

Citation cell_of(const std::vector<FileTable>& tables, const Dataset& merged, Index row,
                 Index column) {
  const auto cited = [](const FileTable& table, Index r, Index c) {
    return table.cite(static_cast<int>(r), static_cast<int>(c));
  };
  if (tables.size() == 1 && std::ssize(tables.front().row_line) == merged.rows.size())
    return cited(tables.front(), row, column);
  const DataColumn& wanted = merged.columns[column];
  std::optional<Citation> found;
  int rank = 0;
  for (const FileTable& table : tables) {
    if (found && table.rank >= rank) continue;
    const Index r = table.data.rows.find(merged.rows.place_of(row), merged.rows.period[row]);
    for (Index c = 0; r >= 0 && c < std::ssize(table.data.columns); ++c) {
      const DataColumn& own = table.data.columns[c];
      const bool same_column = own.variable == wanted.variable && own.indicator == wanted.indicator;
      if (!same_column || std::isnan(table.data.values(r, c))) continue;
      found = cited(table, r, c);
      rank = table.rank;
    }
  }
  if (found) return *found;
  return wanted.where;
}

}  // namespace tijian::dataset
