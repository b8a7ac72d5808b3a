#include "report/run.h"

#include <algorithm>
#include <cmath>

#include "base/number.h"
#include "model/scoring_plan.h"

namespace tijian::report {
namespace {

bool applies(const Run& run, Eigen::Index row, int node) {
  const Node& own = run.framework().nodes[node];
  const IndicatorTable& table = run.table;
  if (own.indicator >= 0)
    return table.applicable.size() == 0 || table.applicable(row, own.indicator);
  return std::ranges::any_of(own.children, [&](int child) { return applies(run, row, child); });
}

/// Where the scorecard does not keep the node: a leaf has a score where it has a value, a category
/// where enough of its children have one.
bool has_score(const Run& run, Eigen::Index row, int node) {
  const int column = run.card.column(node), leaf = run.framework().nodes[node].indicator;
  if (column >= 0) return !std::isnan(run.card.score(row, column));
  if (leaf >= 0) return !std::isnan(run.table.values(row, leaf));
  const double share = children_share(run, row, node);
  return share > 0 && share >= run.model.method.missing.min_coverage - 1e-12;
}

}  // namespace

bool Run::mixes(int node) const {
  bool by_sample = false, fixed = false;
  for (const int child : framework().nodes[node].children)
    if (const int leaf = framework().nodes[child].indicator; leaf >= 0)
      (relative(leaf) ? by_sample : fixed) = true;
  return by_sample && fixed;
}

std::string uncited_legend(Language say) {
  return say("† rests on a number that was not checked against its source",
             "† 依据的数字未经核对原始出处");
}

std::string relative_legend(Language say) {
  return say(
      "* relative: 0 and 100 are the ends of this sample; not on one scale with the other scores",
      "* 相对得分：0 与 100 为本样本的两端，与其他得分不在同一尺度");
}

std::string run_title(const Run& run, Language say) {
  const Framework& framework = run.framework();
  std::string title = say(framework.title);
  if (title.empty()) title = framework.id;
  return framework.version.empty() ? title : title + ' ' + framework.version;
}

double children_share(const Run& run, Eigen::Index row, int node) {
  double have = 0, all = 0;
  for (const int child : run.framework().nodes[node].children) {
    if (!applies(run, row, child)) continue;
    const double share = model::coverage_weight(run.model, child);
    all += share;
    if (has_score(run, row, child)) have += share;
  }
  return all > 0 ? have / all : 0;
}

std::string coverage_words(const Run& run, Eigen::Index row, int node, Language say) {
  const int column = run.card.column(node);
  const double coverage = run.card.coverage_of(row, column);
  if (std::isnan(coverage)) return say("not applicable", "不适用");
  const std::string text = say("coverage {}", "覆盖率 {}", base::percent(coverage));
  const double least = run.model.method.missing.min_coverage;
  const double share = children_share(run, row, node);
  if (!std::isnan(run.card.score(row, column))) return text;
  if (share >= least - 1e-12) return text + say(", no score", "，无得分");
  if (std::abs(share - coverage) < 1e-9)
    return text + say(", no score below {}", "，低于 {} 不计分", base::percent(least));
  return text + say("; no score: {} of its parts have one, {} needed",
                    "；不计分：下级仅 {} 有得分，须达 {}", base::percent(share),
                    base::percent(least));
}

bool any_flag(const Run& run, std::span<const Eigen::Index> rows, std::uint16_t flag) {
  for (const Eigen::Index row : rows)
    for (int column = 0; column < static_cast<int>(run.card.nodes.size()); ++column)
      if (run.flags(row, column) & flag) return true;
  return false;
}

Period period_to_show(const Run& run) {
  const Rows& rows = run.card.rows;
  Period latest, scored;
  bool any = false;
  for (Eigen::Index row = 0; row < rows.size(); ++row) {
    latest = std::max(latest, rows.period[row]);
    if (std::isnan(run.card.score(row, 0))) continue;
    scored = any ? std::max(scored, rows.period[row]) : rows.period[row];
    any = true;
  }
  return any ? scored : latest;
}

}  // namespace tijian::report
