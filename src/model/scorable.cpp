#include "model/scorable.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/catalogue.h"
#include "base/number.h"
#include "framework/title.h"
#include "model/scale_ends.h"
#include "tijian/missing.h"

namespace tijian::model {
namespace {

bool lacks_scale(const Model& model, int stratum, int indicator) {
  return stratum < 0 || std::isnan(model.strata[stratum].scales[indicator].factor);
}

bool any_lacks_scale(const Model& model, const Strata& strata, int indicator) {
  const auto lacks = [&](int stratum) { return lacks_scale(model, stratum, indicator); };
  return strata.of_row.empty() ? lacks(strata.only) : std::ranges::any_of(strata.of_row, lacks);
}

/// Why it is unscored is plain where all values are alike: `Volunteers (7 everywhere)`.
Text unscored_title(const Node& node, bool constant, double value) {
  const Text title = framework::title_of(node);
  if (!constant) return title;
  const std::string all = base::readable(value);
  return {title.in("en") + " (" + all + " everywhere)", title.in("zh") + "（都是 " + all + "）"};
}

}  // namespace

bool unscored(const ScoringTask& task, Eigen::Index row, int indicator) {
  return task.plan.by_sample(indicator) && !std::isnan(task.values(row, indicator)) &&
         lacks_scale(task.model, task.strata[row], indicator);
}

bool counts(const ScoringTask& task, Eigen::Index row, int node) {
  const Node& own = task.model.framework->nodes[node];
  if (own.indicator >= 0)
    return task.table.applies(row, own.indicator) && !unscored(task, row, own.indicator);
  return std::ranges::any_of(own.children, [&](int child) { return counts(task, row, child); });
}

std::vector<char> doubtful_nodes(const ScoringPlan& plan, const Model& model,
                                 const Strata& strata) {
  const std::vector<Node>& nodes = model.framework->nodes;
  std::vector<char> doubtful(nodes.size(), 0);
  for (std::size_t n = nodes.size(); n-- > 0;) {  // children before parents
    const int leaf = nodes[n].indicator;
    if (leaf >= 0) doubtful[n] = plan.by_sample(leaf) && any_lacks_scale(model, strata, leaf);
    if (doubtful[n] && nodes[n].parent >= 0) doubtful[nodes[n].parent] = 1;
  }
  return doubtful;
}

void warn_of_unscored(const ScoringTask& task, std::vector<Diagnostic>& diagnostics) {
  std::vector<Text> titles;
  std::set<std::string> places;
  long cells = 0;
  for (std::size_t n = 0; n < task.doubtful.size(); ++n) {
    const Node& node = task.model.framework->nodes[n];
    if (node.indicator < 0 || !task.doubtful[n]) continue;
    long own = 0;
    double value = missing;
    bool same = true;
    for (Eigen::Index row = 0; row < task.table.rows.size(); ++row) {
      if (task.strata[row] < 0 || !unscored(task, row, node.indicator))
        continue;  // N522 tells those
      const double here = task.values(row, node.indicator);
      if (own++ == 0) value = here;
      same = same && here == value;
      places.insert(task.table.rows.place_of(row));
    }
    if (own > 0) titles.push_back(unscored_title(node, same && own >= fewest_places, value));
    cells += own;
  }
  if (titles.empty()) return;
  diagnostics.push_back(base::make_diagnostic(
      "N510", {},
      {{"number", std::to_string(titles.size())},
       {"indicators", base::some_of(titles)},
       {"places", base::some_of(std::vector<std::string>(places.begin(), places.end()))}}));
  diagnostics.back().count = cells;
}

}  // namespace tijian::model
