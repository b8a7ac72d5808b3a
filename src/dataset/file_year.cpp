#include "dataset/file_year.h"

#include <cmath>
#include <filesystem>
#include <unordered_map>

#include "base/catalogue.h"
#include "dataset/held.h"
#include "dataset/year_suffix.h"

namespace tijian::dataset {
namespace {

/// Where a year stands in a name: four digits and no more.
std::vector<std::size_t> years_in(const std::string& name) {
  std::vector<std::size_t> found;
  const auto digit = [&](std::size_t at) {
    return at < name.size() && name[at] >= '0' && name[at] <= '9';
  };
  for (std::size_t i = 0; i + 4 <= name.size(); ++i) {
    if ((i > 0 && digit(i - 1)) || digit(i + 4)) continue;
    const auto period = parse_period(name.substr(i, 4));
    if (period && is_usual_year(period->year)) found.push_back(i);
  }
  return found;
}

/// A cell of two tables.
struct SharedCell {
  int row, column, other_row, other_column;
};

/// The first, in the order of rows, of which both tables have a value.
std::optional<SharedCell> shared_cell(const Dataset& data, const Dataset& other) {
  std::vector<std::pair<int, int>> columns;
  for (int i = 0; i < std::ssize(data.columns); ++i)
    for (int j = 0; j < std::ssize(other.columns); ++j)
      if (data.columns[i].variable == other.columns[j].variable &&
          data.columns[i].indicator == other.columns[j].indicator)
        columns.emplace_back(i, j);
  if (columns.empty()) return std::nullopt;
  std::unordered_map<std::string_view, int> row_of;
  for (int row = 0; row < other.rows.size(); ++row)
    row_of.try_emplace(other.rows.places[other.rows.place[row]], row);
  for (int row = 0; row < data.rows.size(); ++row) {
    const auto found = row_of.find(data.rows.places[data.rows.place[row]]);
    if (found == row_of.end()) continue;
    for (const auto& [i, j] : columns)
      if (!std::isnan(data.values(row, i)) && !std::isnan(other.values(found->second, j)))
        return SharedCell{row, i, found->second, j};
  }
  return std::nullopt;
}

struct DatedTable {
  const FileTable* table;
  FileYear year;
  std::string_view key;  ///< of sources.yaml, that takes the year from there
};

/// Of a table without periods.
std::optional<DatedTable> dated(const FileTable& table) {
  if (table.has_periods) return std::nullopt;
  if (auto year = year_in_name(table.path)) return DatedTable{&table, *year, "in_name"};
  if (auto year = year_in(table.sheet)) return DatedTable{&table, *year, "in_sheet"};
  return std::nullopt;
}

Diagnostic told_of(const DatedTable& now, const DatedTable& before, const SharedCell& same,
                   const Framework& framework) {
  const Dataset& data = now.table->data;
  Diagnostic told =
      base::make_diagnostic("C384", now.table->cite(same.row, same.column),
                            {{"name", held_by(data.columns[same.column], framework).title},
                             {"place", data.rows.place_of(same.row)},
                             {"year", std::to_string(now.year.year)},
                             {"other", std::to_string(before.year.year)},
                             {"key", std::string(now.key)},
                             {"pattern", now.year.pattern}});
  told.also.push_back(before.table->cite(same.other_row, same.other_column));
  return told;
}

}  // namespace

std::optional<FileYear> year_in_name(const std::string& path) {
  return year_in(std::filesystem::path(path).filename().string());
}

std::optional<FileYear> year_in(const std::string& name) {
  const std::vector<std::size_t> years = years_in(name);
  if (years.size() != 1) return std::nullopt;
  const std::size_t at = years.front();
  return FileYear{std::stoi(name.substr(at, 4)), name.substr(0, at) + '*' + name.substr(at + 4)};
}

std::vector<Diagnostic> report_years_in_names(const std::vector<FileTable>& tables,
                                              const Framework& framework) {
  std::vector<DatedTable> all;
  std::vector<Diagnostic> told;
  for (const FileTable& table : tables) {
    const auto now = dated(table);
    if (!now) continue;
    for (const DatedTable& before : all) {
      if (before.year.year == now->year.year) continue;
      const auto same = shared_cell(table.data, before.table->data);
      if (!same) continue;
      told.push_back(told_of(*now, before, *same, framework));
      break;
    }
    all.push_back(*now);
  }
  return told;
}

}  // namespace tijian::dataset
