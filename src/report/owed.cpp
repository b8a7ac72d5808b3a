#include "tijian/report/owed.h"

#include <algorithm>
#include <map>
#include <set>

#include "formula/formula.h"
#include "report/asked.h"
#include "tijian/keeper.h"

namespace tijian::report {
namespace {

/// The variables that a column gives: its own, or those that its indicator would be made of.
std::vector<int> variables_of(const IntakeColumn& column, const Framework& framework) {
  if (column.variable >= 0) return {column.variable};
  const auto& formula = framework.indicators[column.indicator].compiled;
  if (!formula) return {};
  const auto made_of = formula->variables();
  return {made_of.begin(), made_of.end()};
}

/// What all tables together give, by variable.
struct Given {
  std::set<std::string> places;  ///< that have a value in the period
  long faulty = 0;
  std::vector<std::string> files;
};

std::map<int, Given> given_by_variable(const Framework& framework,
                                       std::span<const IntakeTable> tables, const Period& period) {
  std::map<int, Given> all;
  for (const IntakeTable& table : tables)
    for (const IntakeColumn& column : table.columns)
      for (const int variable : variables_of(column, framework)) {
        Given& given = all[variable];
        for (const auto& [place, when] : column.given)
          if (when == period) given.places.insert(table.places[static_cast<std::size_t>(place)]);
        given.faulty += column.faulty;
        const bool any = !column.given.empty() || column.faulty > 0;
        if (any && std::ranges::find(given.files, table.file) == given.files.end())
          given.files.push_back(table.file);
      }
  return all;
}

std::vector<std::string> expected_places(const Framework& framework,
                                         std::span<const IntakeTable> tables) {
  std::vector<std::string> names;
  for (const Place& place : framework.places) names.push_back(place.name);
  if (!names.empty()) return names;
  std::set<std::string> met;
  for (const IntakeTable& table : tables)
    for (const std::string& place : table.places)
      if (met.insert(place).second) names.push_back(place);
  return names;
}

/// Adds a variable to what its department is asked for.
void add(Owed& owed, int variable, const Given& given, const std::vector<std::string>& places,
         const Framework& framework, const Asked& asked) {
  long cells = 0;
  Incomplete incomplete{variable, {}};
  for (const std::string& place : places) {
    if (!asked(variable, framework.find_place(place))) continue;
    ++cells;
    if (!given.places.contains(place)) incomplete.places.push_back(place);
  }
  const long here = cells - std::ssize(incomplete.places);
  if (cells == 0) return;
  ++owed.variables;
  owed.cells += cells;
  owed.given += here;
  owed.faulty += given.faulty;
  if (here > 0)
    ++owed.given_variables;
  else
    owed.lacking.push_back(variable);
  if (here > 0 && here < cells) owed.incomplete.push_back(std::move(incomplete));
  for (const std::string& file : given.files)
    if (std::ranges::find(owed.files, file) == owed.files.end()) owed.files.push_back(file);
}

}  // namespace

std::vector<Owed> owed(const Framework& framework, std::span<const IntakeTable> tables,
                       const Period& period) {
  const auto given = given_by_variable(framework, tables, period);
  const std::vector<std::string> places = expected_places(framework, tables);
  const Asked asked(framework);
  std::vector<std::vector<std::string>> from;
  for (const IntakeTable& table : tables)
    from.push_back(senders(framework, table.file, table.keeper));
  std::vector<Owed> all;
  for (const std::string& keeper : keepers(framework)) {
    Owed& one = all.emplace_back();
    one.keeper = keeper;
    for (int v = 0; v < std::ssize(framework.variables); ++v) {
      if (keeper_of(framework, framework.variables[v]) != keeper) continue;
      const auto found = given.find(v);
      add(one, v, found == given.end() ? Given{} : found->second, places, framework, asked);
    }
    for (std::size_t t = 0; t < tables.size(); ++t)
      if (std::ranges::find(from[t], keeper) != from[t].end() &&
          std::ranges::find(one.files, tables[t].file) == one.files.end())
        one.files.push_back(tables[t].file);
  }
  std::erase_if(all, [](const Owed& one) { return one.variables == 0; });
  return all;
}

}  // namespace tijian::report
