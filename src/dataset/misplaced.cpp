#include "dataset/misplaced.h"

#include <algorithm>
#include <optional>

#include "base/catalogue.h"
#include "tijian/keeper.h"

namespace tijian::dataset {
namespace {

/// The one department that keeps all variables of a table; none where there are several.
std::optional<std::string> only_keeper(const FileTable& table, const Framework& framework) {
  std::optional<std::string> only;
  for (const DataColumn& column : table.data.columns) {
    if (column.variable < 0) return std::nullopt;
    const std::string keeper = keeper_of(framework, framework.variables[column.variable]);
    if (keeper.empty() || (only && *only != keeper)) return std::nullopt;
    only = keeper;
  }
  return only;
}

bool has_columns_of(const FileTable& table, const FileTable& other) {
  return std::ranges::all_of(other.data.columns, [&](const DataColumn& column) {
    return table.data.column_of_variable(column.variable) >= 0;
  });
}

/// Another year's file of the same department is no witness.
bool shares_rows(const FileTable& table, const FileTable& other) {
  const Rows& rows = other.data.rows;
  for (Index row = 0; row < rows.size(); ++row)
    if (table.data.rows.find(rows.place_of(row), rows.period[row]) >= 0) return true;
  return false;
}

}  // namespace

std::vector<Misplaced> find_misplaced(const std::vector<FileTable>& tables,
                                      const Framework& framework) {
  std::vector<std::vector<std::string>> from;
  for (const FileTable& table : tables)
    from.push_back(senders(framework, table.path, table.keeper));
  const auto is_from = [&](std::size_t table, const std::string& keeper) {
    return std::ranges::find(from[table], keeper) != from[table].end();
  };
  std::vector<Misplaced> found;
  for (std::size_t t = 0; t < tables.size(); ++t) {
    const auto keeper = from[t].size() == 1 ? only_keeper(tables[t], framework) : std::nullopt;
    if (!keeper || is_from(t, *keeper)) continue;
    for (std::size_t own = 0; own < tables.size(); ++own) {
      if (!is_from(own, *keeper) || !has_columns_of(tables[own], tables[t]) ||
          !shares_rows(tables[own], tables[t]))
        continue;
      found.push_back(
          {static_cast<int>(t), static_cast<int>(own), from[t].front(), *keeper, 0, {}});
      break;
    }
  }
  return found;
}

namespace {

Text differing_words(long count) {
  if (count == 0) return {"all of them alike", "且都一致"};
  return {std::to_string(count) + " of them otherwise",
          "其中 " + std::to_string(count) + " 个不一致"};
}

}  // namespace

Diagnostic misplaced_told(const Misplaced& one, const std::vector<FileTable>& tables) {
  const FileTable& table = tables[static_cast<std::size_t>(one.table)];
  const Citation where = one.differing > 0 ? one.first : table.data.columns.front().where;
  Diagnostic told = base::make_diagnostic("B476", where,
                                          {{"keeper", one.keeper},
                                           {"sender", one.sender},
                                           {"differing", differing_words(one.differing)}});
  if (one.differing > 0) told.severity = Severity::error;
  told.also.push_back({tables[static_cast<std::size_t>(one.own)].path});
  return told;
}

}  // namespace tijian::dataset
