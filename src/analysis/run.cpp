#include "tijian/run.h"

#include <algorithm>
#include <cmath>

#include "analysis/lookup.h"
#include "dataset/check.h"
#include "model/rules.h"

namespace tijian {
namespace {

const Framework& framework_of(const Run& run) {
  if (!run.framework) throw UsageError("the run has no framework");
  return *run.framework;
}

void require(std::string_view what, Index found, Index count) {
  if (found < 0 || found >= count) throw UsageError(fmt::format("{} {} of {}", what, found, count));
}

const Indicator& indicator_of(const Run& run, int indicator) {
  const Framework& framework = framework_of(run);
  require("indicator", indicator, std::ssize(framework.indicators));
  return framework.indicators[indicator];
}

void check_rows(std::string_view part, Index found, Index rows) {
  if (found != rows)
    throw UsageError(fmt::format("the run's {} has {} rows, its table {}", part, found, rows));
}

}  // namespace

bool Run::relative(int indicator) const {
  const Indicator& own = indicator_of(*this, indicator);
  if (!model::scaled_by_sample(model.method, own)) return false;
  const Normaliser* normaliser =
      model.methods
          ? find_method(model.methods->normalisers, model::normaliser_of(model.method, own).name)
          : nullptr;
  return !normaliser || !normaliser->takes_constant;  // whose scale is not of the sample
}

bool Run::relative_total(Eigen::Index row, int node) const {
  require("row", row, card.rows.size());
  require("node", node, std::ssize(framework_of(*this).nodes));
  bool any_fixed = false;
  for (std::size_t i = 0; i < framework->indicators.size(); ++i)
    any_fixed = any_fixed || !relative(static_cast<int>(i));
  return any_fixed && all_relative(row, node);
}

bool Run::all_relative(Eigen::Index row, int node) const {
  const Node& own = framework->nodes[node];
  const int column = card.column(node);
  if (column < 0 || std::isnan(card.score(row, column))) return false;
  if (own.indicator >= 0) return relative(own.indicator);
  bool any = false;
  for (const int child : own.children) {
    const int below = card.column(child), leaf = framework->nodes[child].indicator;
    if (below < 0 && leaf < 0) return false;  // the card does not say
    if (std::isnan(below < 0 ? table.values(row, leaf) : card.score(row, below))) continue;
    if (leaf >= 0 ? !relative(leaf) : !all_relative(row, child)) return false;
    any = true;
  }
  return any;
}

bool Run::mixes(int node) const {
  require("node", node, std::ssize(framework_of(*this).nodes));
  bool by_sample = false, fixed = false;
  for (const int child : framework->nodes[node].children)
    if (const int leaf = framework->nodes[child].indicator; leaf >= 0)
      (relative(leaf) ? by_sample : fixed) = true;
  return by_sample && fixed;
}

bool Run::uncited_value(Eigen::Index row, int indicator) const {
  indicator_of(*this, indicator);
  require("row", row, table.rows.size());
  return table.uncited.size() > 0 && table.uncited(row, indicator);
}

bool Run::uncited_score(Eigen::Index row, int indicator) const {
  return uncited_value(row, indicator) ||
         (!relative(indicator) && framework->indicators[indicator].uncited("score"));
}

std::uint16_t Run::flags(Eigen::Index row, int column) const {
  require("row", row, card.rows.size());
  require("column", column, std::ssize(card.nodes));
  return card.flags.size() > 0 ? card.flags(row, column) : std::uint16_t{0};
}

Period Run::latest() const {
  Period latest, with_values;
  bool any = false;
  for (Eigen::Index row = 0; row < table.rows.size(); ++row) {
    const Period& period = table.rows.period[row];
    latest = std::max(latest, period);
    if (analysis::is_empty(table, row)) continue;
    with_values = any ? std::max(with_values, period) : period;
    any = true;
  }
  return any ? with_values : latest;
}

Loaded<Index> find_row(const Run& run, std::string_view place, std::string_view period) {
  Loaded<Index> found;
  found.value = analysis::find_row(framework_of(run), run.table, place, period, found.diagnostics);
  return found;
}

Loaded<Period> find_period(const Run& run, std::string_view period) {
  Loaded<Period> found;
  if (period.empty())
    found.value = run.latest();
  else
    found.value = analysis::find_period(run.table.rows, period, found.diagnostics);
  return found;
}

void check(const Run& run) {
  const Framework& framework = framework_of(run);
  check(run.model);
  dataset::check_fingerprint(run.model.framework->fingerprint, framework, "the model");
  check(run.table, framework);
  if (!run.card.framework) throw UsageError("the run's card has no framework");
  dataset::check_fingerprint(run.card.framework->fingerprint, framework, "the card");
  const Index rows = run.table.rows.size(), columns = std::ssize(run.card.nodes);
  check_rows("card", run.card.rows.size(), rows);
  for (const int node : run.card.nodes) require("node", node, std::ssize(framework.nodes));
  if (run.card.score.rows() != rows || run.card.score.cols() != columns)
    throw UsageError(fmt::format("the card's scores are {} x {}, there are {} rows and {} nodes",
                                 run.card.score.rows(), run.card.score.cols(), rows, columns));
  if (run.data.values.empty() && run.data.rows.size() == 0) return;
  check(run.data, framework);
  check_rows("dataset", run.data.rows.size(), rows);
}

}  // namespace tijian
