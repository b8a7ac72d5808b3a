#include "report/check_summary.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "report/data_marks.h"
#include "report/number.h"

namespace tijian {
namespace {

long categories(const Framework& framework) {
  return std::ranges::count_if(
      framework.nodes, [](const Node& node) { return node.parent >= 0 && node.indicator < 0; });
}

struct Extent {
  std::set<Period> periods;
  double cells = 0, present = 0;
  int indicators = 0;  ///< with a value anywhere

  double coverage() const { return cells > 0 ? present / cells : 0; }
};

Extent extent_of(const Dataset& data, const IndicatorTable& table) {
  Extent extent;
  extent.periods.insert(data.rows.period.begin(), data.rows.period.end());
  for (Eigen::Index column = 0; column < table.values.cols(); ++column) {
    double here = 0;
    for (Eigen::Index row = 0; row < table.values.rows(); ++row) {
      if (table.applicable.size() > 0 && !table.applicable(row, column)) continue;
      ++extent.cells;
      here += table.values(row, column) == table.values(row, column);
    }
    extent.present += here;
    extent.indicators += here > 0;
  }
  return extent;
}

/// Ids of the indicators that rest on a number nobody checked.
std::vector<std::string> uncited_indicators(const Framework& framework) {
  std::vector<std::string> ids;
  for (const Indicator& indicator : framework.indicators)
    if (indicator.uncited()) ids.push_back(indicator.id);
  return ids;
}

std::string periods_words(const std::set<Period>& periods) {
  const std::string first = to_string(*periods.begin()), last = to_string(*periods.rbegin());
  return first == last ? first : first + "–" + last;
}

}  // namespace

std::string summary(const Framework& framework, Language say) {
  const std::string name =
      framework.version.empty() ? framework.id : framework.id + ' ' + framework.version;
  const std::string counts = say(
      "{}: {} categories, {} indicators, {} variables\n", "{}：{} 个类别，{} 项指标，{} 个变量\n",
      name, categories(framework), framework.indicators.size(), framework.variables.size());
  const std::vector<std::string> uncited = uncited_indicators(framework);
  if (uncited.empty()) return counts;
  return counts + say("† {} indicator(s) with numbers that were not checked against their source: "
                      "{}\n",
                      "† {} 项指标依据的数字未经核对原始出处：{}\n", uncited.size(),
                      fmt::to_string(fmt::join(uncited, say(", ", "、"))));
}

Json summary_json(const Framework& framework, Language say) {
  return {{"id", framework.id},
          {"version", framework.version},
          {"title", say(framework.title)},
          {"categories", categories(framework)},
          {"indicators", framework.indicators.size()},
          {"variables", framework.variables.size()},
          {"uncited", uncited_indicators(framework)}};
}

std::string summary(const Framework& framework, const Dataset& data, const IndicatorTable& table,
                    Language say) {
  const Extent extent = extent_of(data, table);
  std::string when = extent.periods.empty() ? "" : periods_words(extent.periods);
  if (!when.empty()) when = say(" ({})", "（{}）", when);
  return say(
      "{} rows: {} places, {} periods{}; {} of {} indicators have a value; {} of all values are "
      "there{}\n",
      "{} 行：{} 个评价单元，{} 个时期{}；{}/{} 项指标有值；应有值的 {} 已有{}\n", data.rows.size(),
      data.rows.places.size(), extent.periods.size(), when, extent.indicators,
      framework.indicators.size(), percent(extent.coverage()),
      synthetic_words(data_flags(table), {say}));
}

Json summary_json(const Framework&, const Dataset& data, const IndicatorTable& table) {
  const Extent extent = extent_of(data, table);
  Json periods = Json::array();
  for (const Period& period : extent.periods) periods.push_back(to_string(period));
  return {{"rows", data.rows.size()},
          {"places", data.rows.places.size()},
          {"periods", periods},
          {"indicators_with_values", extent.indicators},
          {"coverage", extent.coverage()},
          {"data_flags", flags_to_string(data_flags(table))}};
}

}  // namespace tijian
