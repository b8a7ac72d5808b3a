#include "model/details.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/catalogue.h"
#include "base/huge_pages.h"
#include "base/threads.h"
#include "framework/title.h"
#include "model/collect.h"
#include "model/peers.h"
#include "model/rows_by_place.h"
#include "model/rules.h"
#include "model/scorable.h"

namespace tijian::model {
namespace {

using Flags = Matrix<std::uint16_t>;

std::uint16_t treated_flag(const ScoringTask& task, int j, Eigen::Index row) {
  const int stratum = task.strata[row];
  if (stratum < 0) return 0;
  const Treatment& treatment = task.model.strata[stratum].treatments[j];
  if (treatment.method.empty()) return 0;
  const double x = task.scaled(row, j);
  return treat(treatment, *task.model.methods, x) != x && !std::isnan(x) ? flag_treated : 0;
}

/// The flags of one indicator's column.
void flag_leaf(const ScoringTask& task, int node, int column, Flags& flags) {
  const int j = task.model.framework->nodes[node].indicator;
  const Indicator& indicator = task.model.framework->indicators[j];
  const IndicatorTable& table = task.table;
  const bool uncited = indicator.uncited();
  const bool by_sample = task.plan.by_sample(j);
  for (Eigen::Index row = 0; row < table.rows.size(); ++row) {
    std::uint16_t& flag = flags(row, column);
    if (!table.applies(row, j)) {
      flag = flag_not_applicable;
      continue;
    }
    const bool has_value = !std::isnan(task.values(row, j));
    if (std::isnan(table.values(row, j)) &&
        (has_value || !std::isnan(task.card.score(row, column))))
      flag |= flag_imputed;
    if (!has_value) continue;
    if (by_sample) flag |= treated_flag(task, j, row);
    if (uncited || (table.uncited.size() && table.uncited(row, j))) flag |= flag_uncited;
    if (table.synthetic.size() && table.synthetic(row, j)) flag |= flag_synthetic;
    if (table.implausible.size() && table.implausible(row, j)) flag |= flag_implausible;
    const int stratum = task.strata[row];
    if (by_sample && stratum >= 0 && task.model.strata[stratum].constant[j]) flag |= flag_constant;
    if (unscored(task, row, j)) flag |= flag_unscored;
  }
}

/// A node that has no column for its leaves learns from the table what they are.
bool synthetic_below(const ScoringTask& task, int node, Eigen::Index row) {
  const Node& own = task.model.framework->nodes[node];
  if (own.indicator >= 0)
    return task.table.synthetic(row, own.indicator) && !std::isnan(task.values(row, own.indicator));
  for (int child : own.children)
    if (synthetic_below(task, child, row)) return true;
  return false;
}

void flag_inner(const ScoringTask& task, int node, int column, Flags& flags) {
  const int covered = task.card.coverage_column[column];
  for (Eigen::Index row = 0; row < flags.rows(); ++row) {
    std::uint16_t& flag = flags(row, column);
    if (std::isnan(task.card.coverage(row, covered))) flag |= flag_not_applicable;
    if (task.doubtful[node] && !(flag & flag_not_applicable) && !counts(task, row, node))
      flag |= flag_unscored;
    if (task.filled.size() && task.filled(row, node)) flag |= flag_filled;
    if (task.card.uncapped.size() && !std::isnan(task.card.uncapped(row, covered)))
      flag |= flag_capped;
    if (task.table.synthetic.size() && synthetic_below(task, node, row)) flag |= flag_synthetic;
  }
}

/// Also counts the values that are infinite.
long judge_column(const ScoringTask& task, int j) {
  long infinite = 0;
  for (Eigen::Index row = 0; row < task.table.rows.size(); ++row) {
    task.card.verdict(row, j) = verdict_of(*task.model.framework, task.table, row, j);
    infinite += std::isinf(task.values(row, j));
  }
  return infinite;
}

void add_counted(std::vector<Diagnostic>& diagnostics, const std::vector<long>& counts,
                 const auto& diagnostic_of) {
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    diagnostics.push_back(diagnostic_of(i));
    diagnostics.back().count = counts[i];
  }
}

/// Classes by rank of the nodes that have them.
void classify(Scorecard& card) {
  int columns = 0;
  card.class_column.clear();
  for (const int node : card.nodes)
    card.class_column.push_back(card.framework->nodes[node].classes ? columns++ : -1);
  card.rank_class.assign(columns > 0 ? card.rows.size() : 0, columns, std::int16_t{0});
  for (std::size_t k = 0; k < card.nodes.size(); ++k)
    if (const int own = card.class_column[k]; own >= 0)
      std::ranges::copy(classes_within(card.score.column(static_cast<Eigen::Index>(k)), card.peers,
                                       *card.framework->nodes[card.nodes[k]].classes),
                        card.rank_class.column(own).begin());
}

/// Whether nobody can go by it: missing, or outside its plausible range.
bool doubtful(const IndicatorTable& table, Eigen::Index row, int j) {
  return std::isnan(table.values(row, j)) ||
         (table.implausible.size() > 0 && table.implausible(row, j));
}

/// A breach that is gone for want of a value is no cure, one that an implausible value took away
/// neither.
void warn_of_lost_limit(const ScoringTask& task, const std::vector<Eigen::Index>& by_place, int j) {
  const Indicator& indicator = task.model.framework->indicators[j];
  const Rows& rows = task.table.rows;
  Eigen::Index measured = -1;
  std::vector<Text> places;
  for (const Eigen::Index row : by_place) {
    if (measured >= 0 && rows.place[measured] != rows.place[row]) measured = -1;
    const Verdict verdict = task.card.verdict(row, j);
    const bool applies = verdict != Verdict::not_applicable;
    if (applies && !doubtful(task.table, row, j)) measured = row;
    if (!applies || verdict == Verdict::breach || measured < 0 || measured == row ||
        task.card.verdict(measured, j) != Verdict::breach)
      continue;
    const std::string place = rows.place_of(row), now = to_string(rows.period[row]),
                      then = to_string(rows.period[measured]);
    places.emplace_back(fmt::format("{} {} (breached in {})", place, now, then),
                        fmt::format("{} {}（{}年突破）", place, now, then));
  }
  if (places.empty()) return;
  task.card.diagnostics.push_back(base::make_diagnostic(
      "N513", {}, {{"title", framework::title_of(indicator)}, {"places", base::some_of(places)}}));
  task.card.diagnostics.back().count = static_cast<long>(places.size());
}

void warn_of_lost_limits(const ScoringTask& task) {
  if (task.plan.nodes[0].binding.empty()) return;
  const std::vector<Eigen::Index> by_place = rows_by_place(task.table.rows);
  const auto& indicators = task.model.framework->indicators;
  for (std::size_t j = 0; j < indicators.size(); ++j)
    if (indicators[j].binding) warn_of_lost_limit(task, by_place, static_cast<int>(j));
}

void warn_of_infinite_scores(Scorecard& card, const std::vector<long>& counts) {
  add_counted(card.diagnostics, counts, [&](std::size_t column) {
    const Node& node = card.framework->nodes[card.nodes[column]];
    return base::make_diagnostic("N509", {}, {{"node", node.id}});
  });
}

}  // namespace

void add_details(ScoringTask& task, const ApplyOptions& options) {
  Scorecard& card = task.card;
  const Eigen::Index rows = task.table.rows.size();
  const auto nodes = static_cast<Eigen::Index>(card.nodes.size());
  base::resize_large(card.rank, rows, nodes);
  base::resize_large(card.flags, rows, nodes);
  card.flags.fill(0);
  card.peers =
      RankGroups(rank_peers(*card.framework, task.model.method.reference)).number(card.rows);
  const int threads = rows * nodes < 100'000 ? 1 : options.threads;
  std::vector<long> infinite_scores(nodes);
  base::parallel_for(nodes, threads, [&](std::size_t column) {
    infinite_scores[column] = card.score.array().col(column).isInf().count();
    const int node = card.nodes[column];
    const int own = card.coverage_column[column];
    const auto uncapped = own >= 0 && card.uncapped.size() > 0
                              ? std::span<const double>(card.uncapped.column(own))
                              : std::span<const double>();
    std::ranges::copy(rank_within(card.score.column(column), card.peers,
                                  card.framework->nodes[node].direction, uncapped),
                      card.rank.column(column).begin());
    if (card.framework->nodes[node].indicator >= 0)
      flag_leaf(task, node, static_cast<int>(column), card.flags);
    else
      flag_inner(task, node, static_cast<int>(column), card.flags);
  });
  classify(card);
  if (options.nodes != Nodes::all) {
    card.value.resize(0, 0);
    card.verdict.resize(0, 0);
    return warn_of_infinite_scores(card, infinite_scores);
  }
  base::resize_large(card.value, rows, task.values.cols());
  card.value = task.values;
  base::resize_large(card.verdict, rows, task.values.cols());
  std::vector<long> infinite(task.values.cols());
  base::parallel_for(infinite.size(), threads,
                     [&](std::size_t j) { infinite[j] = judge_column(task, static_cast<int>(j)); });
  warn_of_lost_limits(task);
  add_counted(card.diagnostics, infinite, [&](std::size_t j) {
    const Indicator& indicator = card.framework->indicators[j];
    return base::make_diagnostic("N507", indicator.where, {{"id", indicator.id}});
  });
  const bool told = std::ranges::any_of(infinite, [](long count) { return count > 0; });
  if (!told) warn_of_infinite_scores(card, infinite_scores);
}

}  // namespace tijian::model
