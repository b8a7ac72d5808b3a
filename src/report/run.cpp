#include "report/run.h"

#include <algorithm>
#include <cmath>

#include "base/number.h"
#include "model/rules.h"

namespace tijian::report {
namespace {

model::Coverage children_coverage(const Run&, Eigen::Index row, int node);

bool applies(const Run& run, Eigen::Index row, int node) {
  const Node& own = run.framework().nodes[node];
  if (own.indicator >= 0) return run.table.applies(row, own.indicator);
  return std::ranges::any_of(own.children, [&](int child) { return applies(run, row, child); });
}

/// Where the scorecard does not keep the node: a leaf has a score where it has a value, a category
/// where enough of its children have one.
bool has_score(const Run& run, Eigen::Index row, int node) {
  const int column = run.card.column(node), leaf = run.framework().nodes[node].indicator;
  if (column >= 0) return !std::isnan(run.card.score(row, column));
  if (leaf >= 0) return !std::isnan(run.table.values(row, leaf));
  const model::Coverage coverage = children_coverage(run, row, node);
  return coverage.have > 0 && coverage.enough(run.model.method.missing);
}

model::Coverage children_coverage(const Run& run, Eigen::Index row, int node) {
  model::Coverage coverage;
  for (const int child : run.framework().nodes[node].children)
    if (applies(run, row, child))
      coverage.add(model::coverage_weight(run.model.method.missing, run.model.given[child]),
                   has_score(run, row, child));
  return coverage;
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
  return children_coverage(run, row, node).share();
}

bool enough_children(const Run& run, Eigen::Index row, int node) {
  return children_coverage(run, row, node).enough(run.model.method.missing);
}

std::string coverage_words(const Run& run, Eigen::Index row, int node, Language say) {
  const int column = run.card.column(node);
  const double coverage = run.card.coverage_of(row, column);
  if (std::isnan(coverage)) return say("not applicable", "不适用");
  const std::string text = say("coverage {}", "覆盖率 {}", base::percent(coverage));
  if (!std::isnan(run.card.score(row, column))) return text;
  if (enough_children(run, row, node)) return text + say(", no score", "，无得分");
  const double least = run.model.method.missing.min_coverage;
  const double share = children_share(run, row, node);
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
