#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numeric>
#include <set>

#include "base/catalogue.h"
#include "base/huge_pages.h"
#include "base/threads.h"
#include "framework/title.h"
#include "model/block_scorer.h"
#include "model/check_model.h"
#include "model/collect.h"
#include "model/details.h"
#include "model/imputation.h"
#include "model/place_weights.h"
#include "model/scorable.h"
#include "model/transform.h"
#include "model/weights.h"
#include "tijian/model.h"

namespace tijian::model {
namespace {

// Blocks stay in the cache. The fused kernel keeps little of its own and likes long streams.
constexpr Eigen::Index fused_block = 2048, general_block = 1024;

std::vector<int> kept_nodes(const Framework& framework, Nodes nodes) {
  std::vector<int> kept{0};
  if (nodes == Nodes::index) return kept;
  for (std::size_t n = 1; n < framework.nodes.size(); ++n)
    if (nodes == Nodes::all || framework.nodes[n].indicator < 0)
      kept.push_back(static_cast<int>(n));
  return kept;
}

/// Makes the card ready for the rows, in the memory that it has.
void prepare_card(Scorecard& card, const Model& model, const Rows& rows, bool any_binding,
                  const ApplyOptions& options) {
  card.framework = model.framework;
  card.rows.places.reserve(rows.places.size());
  base::ask_for_huge_pages(card.rows.places.data(), rows.places.size() * sizeof(std::string));
  card.rows = rows;
  card.nodes = kept_nodes(*model.framework, options.nodes);
  int covered = 0;
  card.coverage_column.clear();
  for (int node : card.nodes)
    card.coverage_column.push_back(model.framework->nodes[node].indicator < 0 ? covered++ : -1);
  base::resize_large(card.score, rows.size(), static_cast<Eigen::Index>(card.nodes.size()));
  base::resize_large(card.coverage, rows.size(), covered);
  const std::vector<double> nominal = nominal_weights(*model.framework, model.weights);
  card.weight.resize(card.nodes.size());
  for (std::size_t k = 0; k < card.nodes.size(); ++k) card.weight[k] = nominal[card.nodes[k]];
  card.diagnostics.clear();
  const Eigen::Index detailed = options.details ? rows.size() : 0;
  base::resize_large(card.scored, detailed, covered);
  base::resize_large(card.of, detailed, covered);
  card.uncapped.assign(any_binding ? detailed : 0, covered, missing);
  if (options.details) return;
  card.peers.clear();
  card.rank.resize(0, 0);
  card.flags.resize(0, 0);
  card.rank_class.resize(0, 0);
  card.class_column.clear();
  card.value.resize(0, 0);
  card.verdict.resize(0, 0);
}

Text words_of(const StratumKey& key) {
  const std::string period = to_string(key.period);
  const Text group{fmt::format("group '{}'", key.group), fmt::format("分组“{}”", key.group)};
  if (period.empty()) return group;
  const Text when{fmt::format("period '{}'", period), fmt::format("时期“{}”", period)};
  if (key.group.empty()) return when;
  return {group.in("en") + ", " + when.in("en"), group.in("zh") + "、" + when.in("zh")};
}

bool lacks(const Rows& rows, const std::string& attribute) {
  return !attribute.empty() && !rows.attribute(attribute);
}

/// Strata of the rows as numbers of model.strata; -1 and a warning where the model has none.
Strata match_strata(const Model& model, const Rows& rows, std::vector<Diagnostic>& diagnostics) {
  Strata strata = strata_of(*model.framework, model.method.reference, rows);
  const bool unknown = lacks(rows, scale_peers(*model.framework, model.method.reference).attribute);
  std::vector<int> number;
  for (const StratumKey& key : strata.keys) {
    number.push_back(unknown ? -1 : find_stratum(model, key));
    if (number.back() < 0 && !unknown)
      diagnostics.push_back(base::make_diagnostic("N522", {}, {{"rows", words_of(key)}}));
  }
  for (int& stratum : strata.of_row) stratum = number[stratum];
  if (strata.of_row.empty() && !number.empty()) strata.only = number.front();
  return strata;
}

Matrix<double> imputed_values(const ScoringPlan& plan, const Model& model,
                              const IndicatorTable& table) {
  Imputing imputing(*model.framework, model.method.reference, table);
  for (std::size_t step = 0; step < plan.impute.size(); ++step)
    imputing.fill(plan.impute[step], model.fills[step]);
  return imputing.take();
}

void run_blocks(ScoringTask& task, const ApplyOptions& options) {
  const Eigen::Index rows = task.table.rows.size();
  const Eigen::Index size = task.plan.whole_table   ? std::max<Eigen::Index>(rows, 1)
                            : task.fitted.all_fused ? fused_block
                                                    : general_block;
  const std::size_t blocks = (rows + size - 1) / size;
  std::atomic<std::size_t> next{0};
  base::run_workers(options.threads, blocks, [&] {
    Matrix<double> scratch(std::min(size, rows), scratch_columns * task.plan.nodes.size());
    for (std::size_t block; (block = next++) < blocks;) {
      const Eigen::Index begin = static_cast<Eigen::Index>(block) * size;
      BlockScorer(task, begin, std::min(size, rows - begin), scratch).run();
    }
  });
}

void warn(const ScoringTask& task, std::vector<Diagnostic>& diagnostics) {
  for (std::size_t n = 0; n < task.negative.size(); ++n) {
    if (task.negative[n] == 0) continue;
    const Node& node = task.model.framework->nodes[n];
    const Aggregator& mean = *task.plan.nodes[n].mean.entry;
    diagnostics.push_back(base::make_diagnostic(
        "N520", {}, {{"node", node.id}, {"method", mean.name}, {"reason", mean.refuses}}));
    diagnostics.back().count = task.negative[n];
  }
}

/// A method that goes by groups, on data without the attribute: no row has a group.
void warn_of_attributes(const ScoringPlan& plan, const Model& model, const IndicatorTable& table,
                        std::vector<Diagnostic>& diagnostics) {
  const auto warn = [&](const char* key, const std::string& attribute, Text effect) {
    if (!lacks(table.rows, attribute)) return;
    diagnostics.push_back(base::make_diagnostic(
        "N524", {}, {{"found", attribute}, {"key", key}, {"effect", std::move(effect)}},
        std::string("method.") + key));
    diagnostics.back().count = table.rows.size();
  };
  for (const Resolved<Imputer>& one : plan.impute)
    warn("impute.group", impute_group(one.choice),
         {"what is missing is not filled", "缺失值没有填补"});
  warn("reference.group", scale_peers(*model.framework, model.method.reference).attribute,
       {"what the sample scales has no score", "按样本定标的指标没有得分"});
  if (model.method.missing.fill)
    warn("missing.fill.group", model.method.missing.fill->group,
         {"nodes without a score are not filled", "没有得分的节点没有填补"});
}

/// Of whom nothing could be filled, where it goes by groups: ` in 'west', rows without a group`.
Text unfilled_groups(const ScoringPlan& plan, const Model& model, const IndicatorTable& table,
                     const Matrix<double>& imputed) {
  const PeerGroups peers(
      fill_peers(*model.framework, model.method.reference, impute_group(plan.impute.back().choice)),
      table.rows);
  std::set<std::string> groups;
  for (Eigen::Index row = 0; peers.any() && row < imputed.rows(); ++row)
    for (Eigen::Index j = 0; j < imputed.cols(); ++j)
      if (std::isnan(imputed(row, j)) && table.applies(row, j)) groups.insert(peers[row]);
  if (groups.empty()) return {};
  std::vector<Text> names;
  for (const std::string& group : groups)
    names.push_back(group.empty() ? Text{"rows without a group", "未分组的行"}
                                  : Text{"'" + group + "'", "“" + group + "”"});
  const Text listed = base::some_of(names);
  return {" in " + listed.in("en"), listed.in("zh") + "中"};
}

/// Cells that imputation left as they were: of groups that the model does not know, and of those
/// that had nothing to fill with.
void warn_of_unfilled(const ScoringPlan& plan, const Model& model, const IndicatorTable& table,
                      const Matrix<double>& imputed, std::vector<Diagnostic>& diagnostics) {
  bool known = true;
  const Imputing imputing(*model.framework, model.method.reference, table);
  for (std::size_t step = 0; step < plan.impute.size(); ++step) {
    known = known && !lacks(table.rows, impute_group(plan.impute[step].choice));
    for (const auto& [group, cells] :
         imputing.unfilled(plan.impute[step], model.fills[step].groups)) {
      diagnostics.push_back(base::make_diagnostic("N525", {}, {{"rows", words_of({group, {}})}}));
      diagnostics.back().count = cells;
      known = false;
    }
  }
  if (!known) return;  // that was said
  std::vector<Text> indicators;
  long cells = 0;
  for (Eigen::Index j = 0; j < imputed.cols(); ++j) {
    long left = 0;
    for (Eigen::Index row = 0; row < imputed.rows(); ++row)
      left += std::isnan(imputed(row, j)) && table.applies(row, j);
    if (left > 0) indicators.push_back(framework::title_of(model.framework->indicators[j]));
    cells += left;
  }
  if (cells == 0) return;
  diagnostics.push_back(
      base::make_diagnostic("N526", {},
                            {{"indicators", base::some_of(indicators)},
                             {"groups", unfilled_groups(plan, model, table, imputed)}},
                            "impute"));
  diagnostics.back().count = cells;
}

/// Some value functions ask how much of the time is over: rows without a period cannot say.
void warn_of_timeless(const ScoringTask& task, std::vector<Diagnostic>& diagnostics) {
  const std::vector<Period>& periods = task.table.rows.period;
  if (std::ranges::find(periods, Period{}) == periods.end()) return;
  const auto& indicators = task.model.framework->indicators;
  for (std::size_t j = 0; j < indicators.size(); ++j) {
    const ValueFunction* function = value_function_of(indicators[j], *task.model.methods);
    if (task.plan.by_sample(j) || !function->needs_time) continue;
    long count = 0;
    for (std::size_t row = 0; row < periods.size(); ++row)
      count += periods[row] == Period{} && !std::isnan(task.values(row, j));
    if (count == 0) continue;
    diagnostics.push_back(
        base::make_diagnostic("N506", indicators[j].where, {{"id", indicators[j].id}}));
    diagnostics.back().count = count;
  }
}

}  // namespace

}  // namespace tijian::model

namespace tijian {

Scorecard apply(const Model& model, const IndicatorTable& table, const ApplyOptions& options) {
  Scorecard card;
  apply(model, table, options, card);
  return card;
}

void apply(const Model& model, const IndicatorTable& table, const ApplyOptions& options,
           Scorecard& card) {
  check(model);
  check(table, *model.framework);
  const model::ScoringPlan plan =
      model::plan_scoring(*model.framework, model.method, *model.methods);
  model::prepare_card(card, model, table.rows, !plan.nodes[0].binding.empty(), options);
  const model::FittedPlan fitted = model::plan_numbers(plan, model, table.applicable.size() == 0);
  Matrix<double> imputed;
  if (!plan.impute.empty()) imputed = model::imputed_values(plan, model, table);
  const Matrix<double>& values = imputed.size() ? imputed : table.values;
  Matrix<double> transformed;
  model::ScoringTask task{
      model,
      plan,
      fitted,
      table,
      values,
      model::scaled_values(*model.framework, model.method, values, transformed, card.diagnostics),
      model::match_strata(model, table.rows, card.diagnostics),
      plan.whole_table ? model::canonical_order(table.rows) : std::vector<Eigen::Index>{},
      model::place_weights(model.method.reference.weights, *model.framework, table),
      card,
      {},
      {},
      std::vector<std::atomic<long>>(model.framework->nodes.size())};
  task.doubtful = model::doubtful_nodes(plan, model, task.strata);
  if (model.method.missing.fill)
    task.filled.assign(table.rows.size(), model.framework->nodes.size(), false);
  model::warn_of_attributes(plan, model, table, card.diagnostics);
  if (imputed.size()) model::warn_of_unfilled(plan, model, table, imputed, card.diagnostics);
  model::run_blocks(task, options);
  model::warn(task, card.diagnostics);
  model::warn_of_unscored(task, card.diagnostics);
  model::warn_of_timeless(task, card.diagnostics);
  if (options.details) model::add_details(task, options);
}

}  // namespace tijian
