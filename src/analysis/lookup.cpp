#include "analysis/lookup.h"

#include <algorithm>
#include <set>

#include "base/catalogue.h"
#include "framework/title.h"

namespace tijian::analysis {
namespace {

Diagnostic unknown(const char* code, std::string_view found, const std::vector<std::string>& near,
                   const Text& listed, const Text& place = {}) {
  const std::string name(found);
  Diagnostic problem =
      base::make_diagnostic(code, {}, {{"found", name}, {"names", listed}, {"place", place}});
  base::suggest(problem, name, near);
  return problem;
}

Diagnostic unknown_period(std::string_view found, const std::set<Period>& periods,
                          const Text& place) {
  std::vector<std::string> names;
  for (const Period& one : periods) names.push_back(to_string(one));
  return unknown("B491", found, {}, base::some_of(names), place);
}

std::vector<std::string> names_of(const Node& node) {
  std::vector<std::string> names{node.id};
  for (const auto& [language, title] : node.title.by_language()) names.push_back(title);
  return names;
}

}  // namespace

bool is_empty(const IndicatorTable& table, Eigen::Index row) {
  return table.values.array().row(row).isNaN().all();
}

std::optional<Eigen::Index> find_row(const Framework& framework, const IndicatorTable& table,
                                     std::string_view place, std::string_view period,
                                     std::vector<Diagnostic>& diagnostics) {
  const Rows& rows = table.rows;
  const int listed = framework.find_place(place);  // by an alias or a code
  const auto named =
      std::ranges::find(rows.places, listed < 0 ? place : framework.places[listed].name);
  if (named == rows.places.end()) {
    diagnostics.push_back(unknown("B490", place, rows.places, base::some_of(rows.places)));
    return {};
  }
  const auto number = static_cast<std::int32_t>(named - rows.places.begin());
  const std::optional<Period> wanted = parse_period(period);
  std::optional<Eigen::Index> best;
  std::set<Period> periods;
  // A year with values comes before a later one without.
  const auto order = [&](Eigen::Index row) {
    return std::pair{!is_empty(table, row), rows.period[row]};
  };
  for (Eigen::Index row = 0; row < rows.size(); ++row) {
    if (rows.place[row] != number) continue;
    periods.insert(rows.period[row]);
    if (!period.empty() && rows.period[row] != wanted) continue;
    if (!best || order(row) > order(*best)) best = row;
  }
  if (!best) diagnostics.push_back(unknown_period(period, periods, std::string(place)));
  return best;
}

std::optional<Period> find_period(const Rows& rows, std::string_view period,
                                  std::vector<Diagnostic>& diagnostics) {
  const std::set<Period> periods(rows.period.begin(), rows.period.end());
  const std::optional<Period> wanted = parse_period(period);
  if (wanted && periods.contains(*wanted)) return wanted;
  diagnostics.push_back(unknown_period(period, periods, {"any place", "各评价单元"}));
  return {};
}

std::optional<int> find_node(const Framework& framework, std::string_view name,
                             std::vector<Diagnostic>& diagnostics) {
  if (name.empty()) return 0;
  std::vector<std::string> all;
  std::vector<Text> categories;
  for (std::size_t i = 0; i < framework.nodes.size(); ++i) {
    const std::vector<std::string> names = names_of(framework.nodes[i]);
    if (std::ranges::find(names, name) != names.end()) return static_cast<int>(i);
    all.insert(all.end(), names.begin(), names.end());
    if (framework.nodes[i].indicator < 0)
      categories.push_back(framework::title_of(framework.nodes[i]));
  }
  diagnostics.push_back(unknown("B492", name, all, base::some_of(categories)));
  return {};
}

}  // namespace tijian::analysis
