#include <fmt/ranges.h>

#include <algorithm>

#include "base/catalogue.h"
#include "base/number.h"
#include "framework/title.h"
#include "report/check_extent.h"
#include "report/words.h"
#include "tijian/report/data_flags.h"
#include "tijian/report/summary.h"

namespace tijian::report {
long categories(const Framework& framework) {
  return std::ranges::count_if(
      framework.nodes, [](const Node& node) { return node.parent >= 0 && node.indicator < 0; });
}

Extent extent_of(const Dataset& data, const IndicatorTable& table) {
  Extent extent;
  extent.periods.insert(data.rows.period.begin(), data.rows.period.end());
  for (Eigen::Index column = 0; column < table.values.cols(); ++column) {
    double here = 0;
    for (Eigen::Index row = 0; row < table.values.rows(); ++row) {
      if (!table.applies(row, column)) continue;
      ++extent.cells;
      here += table.values(row, column) == table.values(row, column);
    }
    extent.present += here;
    extent.indicators += here > 0;
  }
  return extent;
}

std::vector<std::string> uncited_indicators(const Framework& framework) {
  std::vector<std::string> ids;
  for (const Indicator& indicator : framework.indicators)
    if (indicator.uncited()) ids.push_back(indicator.id);
  return ids;
}

namespace {

std::string counted(long n, const char* one, const char* more) {
  return fmt::format("{} {}", n, n == 1 ? one : more);
}

/// chaoyang 2022.1: 13 categories, 134 indicators, 196 variables
std::string nodes_words(const Framework& framework, Language say) {
  const std::string name =
      framework.version.empty() ? framework.id : framework.id + ' ' + framework.version;
  const long nodes = categories(framework);
  const auto indicators = framework.indicators.size(), variables = framework.variables.size();
  if (say.chinese)
    return fmt::format("{}：{} 个类别，{} 项指标，{} 个变量\n", name, nodes, indicators, variables);
  return fmt::format("{}: {}, {}, {}\n", name, counted(nodes, "category", "categories"),
                     counted(indicators, "indicator", "indicators"),
                     counted(variables, "variable", "variables"));
}

/// 2 periods (2019–2020)
std::string periods_words(std::set<Period> periods, Language say) {
  const bool some_without = periods.erase(Period{}) > 0;
  if (periods.empty()) return say("no period", "无时期");
  const std::string first = to_string(*periods.begin()), last = to_string(*periods.rbegin());
  const std::string span = first == last ? first : first + "–" + last;
  const std::string count =
      say.chinese ? fmt::format("{} 个时期（{}）", periods.size(), span)
                  : fmt::format("{} ({})", counted(periods.size(), "period", "periods"), span);
  return some_without ? count + say(" and rows without one", "，另有无时期的行") : count;
}

/// 32 rows: 16 places, 2 periods (2019–2020)
std::string rows_words(const Rows& rows, const std::set<Period>& periods, Language say) {
  const long places = static_cast<long>(rows.places.size());
  const std::string when = periods_words(periods, say);
  if (say.chinese) return fmt::format("{} 行：{} 个评价单元，{}", rows.size(), places, when);
  return fmt::format("{}: {}, {}", counted(rows.size(), "row", "rows"),
                     counted(places, "place", "places"), when);
}

/// Places of the framework's list of which the data have no row; empty without any.
std::string absent_words(const Framework& framework, const Rows& rows, Language say) {
  std::vector<std::string> absent;
  for (const Place& place : framework.places)
    if (std::ranges::find(rows.places, place.name) == rows.places.end())
      absent.push_back(place.name);
  if (absent.empty()) return "";
  return say("No data of {} listed places: {}", "名单中有 {} 个评价单元没有数据：{}", absent.size(),
             say(base::some_of(absent))) +
         '\n';
}

}  // namespace

std::string summary(const Framework& framework, Language say) {
  const std::string counts = nodes_words(framework, say);
  std::vector<std::string> uncited;
  for (const Indicator& indicator : framework.indicators)
    if (indicator.uncited()) uncited.push_back(say(framework::title_of(indicator)));
  if (uncited.empty()) return counts;
  return counts + say("† {} indicator(s) with numbers that were not checked against their source: "
                      "{}\n",
                      "† {} 项指标依据的数字未经核对原始出处：{}\n", uncited.size(),
                      fmt::to_string(fmt::join(uncited, say(", ", "、"))));
}

std::string summary(const Framework& framework, const Dataset& data, const IndicatorTable& table,
                    Language say) {
  const Extent extent = extent_of(data, table);
  return say("{}; {} of {} indicators with a value; {} of all values are there{}\n",
             "{}；{}/{} 项指标有值；应有值的 {} 已有{}\n",
             rows_words(data.rows, extent.periods, say), extent.indicators,
             framework.indicators.size(), base::percent(extent.coverage()),
             synthetic_words(data_flags(table), {say})) +
         absent_words(framework, data.rows, say);
}

}  // namespace tijian::report
