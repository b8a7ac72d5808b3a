#include "report/report_scope.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "report/listed_place.h"
#include "report/words.h"

namespace tijian::report {
namespace {

Index whole_of(const Run& run, const std::vector<Index>& rows) {
  if (rows.size() == 1) return rows.front();
  Index whole = -1;
  for (const Index row : rows) {
    if (!attribute_of(run, row, parent_attribute).empty()) continue;
    if (whole >= 0) return -1;
    whole = row;
  }
  return whole;
}

void rank_parts(const Run& run, std::vector<Index>& parts) {
  const auto peers = [&](Index row) {
    return run.card.peers.empty() ? 0 : run.card.peers[static_cast<std::size_t>(row)];
  };
  std::map<int, std::size_t> order;
  for (const Index row : parts) order.emplace(peers(row), order.size());
  std::ranges::stable_sort(parts, {}, [&](Index row) {
    const int rank = run.card.rank(row, 0);
    return std::tuple(order[peers(row)], rank == 0, rank);
  });
}

}  // namespace

bool ReportScope::holds(Index row) const { return std::ranges::binary_search(rows, row); }

ReportScope scope_of(const HealthReport& report) {
  const Rows& all = report.diagnosis.rows;
  ReportScope scope;
  if (!report.place.empty())
    scope.rows = {*find_row(report.run, report.place, to_string(report.diagnosis.period))};
  else
    for (Index row = 0; row < all.size(); ++row)
      if (all.period[row] == report.diagnosis.period) scope.rows.push_back(row);
  if (scope.rows.empty()) throw UsageError("no row of the report's period");
  scope.whole = whole_of(report.run, scope.rows);
  if (scope.rows.size() > 1)
    for (const Index row : scope.rows)
      if (row != scope.whole) scope.parts.push_back(row);
  rank_parts(report.run, scope.parts);
  return scope;
}

std::string subject_words(const HealthReport& report, const ReportScope& scope, Language say) {
  std::string text = run_title(report.run, say);
  if (const std::string when = to_string(report.diagnosis.period); !when.empty())
    text += say(", ", "，") + when;
  text += say(": ", "：") + (scope.rows.size() == 1
                                 ? report.diagnosis.rows.place_of(scope.rows.front())
                                 : say("{} places", "{} 个评价单元", scope.rows.size()));
  return text + (is_synthetic(report, scope) ? synthetic_words(flag_synthetic, View{say}) : "");
}

std::string synthetic_notice(Language say) {
  return say("Synthetic data: made up to show the method, not to be cited.",
             "合成数据：为演示方法而编造，不得引用。");
}

bool is_synthetic(const HealthReport& report, const ReportScope& scope) {
  return any_flag(report.run, scope.rows, flag_synthetic);
}

}  // namespace tijian::report
