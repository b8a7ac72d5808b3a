#include "dataset/file_year.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/catalogue.h"
#include "dataset/held.h"

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
    if (period && period->year >= 1900 && period->year < 2100) found.push_back(i);
  }
  return found;
}

/// A place and what is told of it.
using CellName = std::tuple<std::string, int, int>;

/// The cells with a value, and in which row and column.
using Cells = std::map<CellName, std::pair<int, int>>;

Cells cells_of(const FileTable& table) {
  Cells cells;
  for (int column = 0; column < std::ssize(table.data.columns); ++column)
    for (int row = 0; row < table.data.rows.size(); ++row)
      if (const double value = table.data.values(row, column); value == value)
        cells.try_emplace({table.data.rows.place_of(row), table.data.columns[column].variable,
                           table.data.columns[column].indicator},
                          row, column);
  return cells;
}

/// The first in the order of rows.
Cells::const_iterator first_in_both(const Cells& cells, const Cells& others) {
  auto first = cells.end();
  for (auto cell = cells.begin(); cell != cells.end(); ++cell)
    if (others.contains(cell->first) && (first == cells.end() || cell->second < first->second))
      first = cell;
  return first;
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
  struct Before {
    const FileTable* table;
    FileYear year;
    Cells cells;
  };
  std::vector<Before> all;
  std::vector<Diagnostic> told;
  for (const FileTable& table : tables) {
    if (table.has_periods) continue;
    const auto of_file = year_in_name(table.path);
    const auto year = of_file ? of_file : year_in(table.sheet);
    if (!year) continue;
    Before now{&table, *year, cells_of(table)};
    for (const Before& before : all) {
      if (before.year.year == year->year) continue;
      const auto same = first_in_both(now.cells, before.cells);
      if (same == now.cells.end()) continue;
      const auto [row, column] = same->second;
      Diagnostic diagnostic =
          base::make_diagnostic("C384", table.cite(row, column),
                                {{"name", held_by(table.data.columns[column], framework).title},
                                 {"place", table.data.rows.place_of(row)},
                                 {"year", std::to_string(year->year)},
                                 {"other", std::to_string(before.year.year)},
                                 {"key", of_file ? "in_name" : "in_sheet"},
                                 {"pattern", year->pattern}});
      const auto [first_row, first_column] = before.cells.at(same->first);
      diagnostic.also.push_back(before.table->cite(first_row, first_column));
      told.push_back(std::move(diagnostic));
      break;
    }
    all.push_back(std::move(now));
  }
  return told;
}

}  // namespace tijian::dataset
