#include "tijian/robustness.h"

#include <algorithm>
#include <cmath>

#include "analysis/removal.h"
#include "analysis/row_summary.h"
#include "analysis/runs.h"
#include "base/catalogue.h"
#include "base/random.h"
#include "tijian/check.h"

namespace tijian::analysis {
namespace {

constexpr std::int64_t most_cells = 400'000'000;  // 16 bytes each

void check_options(const Framework& framework, const IndicatorTable& table,
                   const RobustnessOptions& options, std::vector<Diagnostic>& diagnostics) {
  if (options.samples < 1)
    diagnostics.push_back(
        base::make_diagnostic("M668", {}, {{"found", std::to_string(options.samples)}}, "samples"));
  if (!options.node.empty()) {
    std::vector<std::string> ids;
    for (const Node& node : framework.nodes)
      if (node.indicator < 0) ids.push_back(node.id);
    if (std::ranges::find(ids, options.node) == ids.end())
      base::suggest(
          diagnostics.emplace_back(base::make_diagnostic(
              "M670", {}, {{"found", options.node}, {"names", base::some_of(ids)}}, "node")),
          options.node, ids);
  }
  for (const std::string& place : options.places)
    if (std::ranges::find(table.rows.places, place) == table.rows.places.end())
      base::suggest(
          diagnostics.emplace_back(base::make_diagnostic("M658", {}, {{"found", place}}, "places")),
          place, table.rows.places);
  const std::int64_t runs = std::int64_t{options.samples} * (options.sensitivity ? 2 : 1);
  if (runs > 0 && table.rows.size() > most_cells / runs)
    diagnostics.push_back(
        base::make_diagnostic("M671", {},
                              {{"runs", std::to_string(runs)},
                               {"rows", std::to_string(table.rows.size())},
                               {"most", std::to_string(most_cells / table.rows.size())}},
                              "samples"));
}

/// The rows of the places that sensitivity is asked for.
std::vector<Eigen::Index> watched_rows(const RobustnessOptions& options, const Rows& rows,
                                       const Ranker& ranker) {
  std::vector<Eigen::Index> watched;
  if (!options.sensitivity) return watched;
  for (const std::string& place : options.places)
    for (const Eigen::Index row : ranker.ranked())
      if (rows.place_of(row) == place) watched.push_back(row);
  return watched;
}

/// One result's indices, from the samples of which every run succeeded. The estimators lose
/// accuracy with the distance of the mean from zero: it is taken off.
Sensitivity explain(const Experiment& e, std::span<const double> results, Sensitivity::Of of,
                    Eigen::Index row) {
  const std::size_t factors = e.factors.size(), stride = factors + 2;
  std::vector<double> a, b;
  std::vector<std::vector<double>> mixed(factors);
  for (std::size_t i = 0; i + stride <= results.size(); i += stride) {
    const std::span<const double> sample = results.subspan(i, stride);
    if (std::ranges::any_of(sample, [](double x) { return std::isnan(x); })) continue;
    a.push_back(sample[0]);
    b.push_back(sample[1]);
    for (std::size_t k = 0; k < factors; ++k) mixed[k].push_back(sample[2 + k]);
  }
  double mean = 0, squares = 0;
  for (std::size_t i = 0; i < a.size(); ++i) mean += (a[i] + b[i]) / 2;
  mean /= static_cast<double>(a.size());
  const auto centre = [&](std::vector<double>& values) {
    for (double& value : values) value -= mean;
  };
  centre(a);
  centre(b);
  for (auto& values : mixed) centre(values);
  for (std::size_t i = 0; i < a.size(); ++i) squares += a[i] * a[i] + b[i] * b[i];
  Sensitivity out{
      of, row, squares / static_cast<double>(2 * a.size() - 1),
      sobol_indices(a, b, mixed, e.options.bootstrap, base::mixed_seed(e.options.seed, 7))};
  for (std::size_t k = 0; k < factors; ++k) out.factors[k].factor = e.factors[k].name;
  return out;
}

void add_sensitivity(const Experiment& e, const Runs& runs,
                     const std::vector<Eigen::Index>& watched, Robustness& result) {
  result.sensitivity.push_back(explain(e, runs.rank_shift, Sensitivity::Of::rank_shift, -1));
  for (std::size_t w = 0; w < watched.size(); ++w) {
    const Eigen::ArrayXd scores = runs.watched_scores.array().row(w),
                         ranks = runs.watched_ranks.array().row(w);
    const auto span = [](const Eigen::ArrayXd& x) {
      return std::span<const double>(x.data(), static_cast<std::size_t>(x.size()));
    };
    result.sensitivity.push_back(explain(e, span(scores), Sensitivity::Of::score, watched[w]));
    result.sensitivity.push_back(explain(e, span(ranks), Sensitivity::Of::rank, watched[w]));
  }
}

void keep_runs(const Runs& runs, Robustness& result) {
  std::vector<Eigen::Index> good;
  for (std::size_t run = 0; run < runs.failed.size(); ++run)
    if (!runs.failed[run]) good.push_back(static_cast<Eigen::Index>(run));
  result.run_scores = runs.scores.array()(Eigen::all, good);
  result.run_ranks = runs.ranks.array()(Eigen::all, good);
}

/// The node's scores without any variation; nothing, and errors, where there are none.
bool score_nominally(Experiment& e, std::vector<Diagnostic>& diagnostics) {
  Loaded<Model> fitted = fit(e.framework, e.method, e.table, e.methods, {e.options.threads});
  diagnostics.insert(diagnostics.end(), fitted.diagnostics.begin(), fitted.diagnostics.end());
  if (!fitted) return false;
  const Scorecard card =
      apply(*fitted, e.table,
            {.nodes = e.kept_nodes(), .details = e.caps(), .threads = e.options.threads});
  diagnostics.insert(diagnostics.end(), card.diagnostics.begin(), card.diagnostics.end());
  e.nominal = NodeScores::of(card, e.node);
  if (!e.nominal.score.isNaN().all()) return true;
  diagnostics.push_back(
      base::make_diagnostic("N532", {}, {{"node", e.framework->nodes[e.node].id}}));
  return false;
}

void warn_of_failures(const Robustness& result, std::vector<Diagnostic>& diagnostics) {
  long all = 0;
  for (const FailedRuns& failed : result.failed) all += failed.count;
  for (const FailedRuns& failed : result.failed)
    diagnostics.push_back(base::make_diagnostic(all < result.runs ? "N530" : "N531", {},
                                                {{"reason", failed.reason},
                                                 {"failed", std::to_string(failed.count)},
                                                 {"runs", std::to_string(result.runs)}}));
}

Robustness describe(const Experiment& e) {
  Robustness result;
  result.framework = e.framework;
  result.rows = e.table.rows;
  result.node = e.node;
  result.top = e.options.top;
  result.peers = e.peers;
  for (const Factor& factor : e.factors) {
    result.factors.push_back(factor.name);
    result.variations.push_back(factor.description);
  }
  return result;
}

}  // namespace

}  // namespace tijian::analysis

namespace tijian {

Loaded<Robustness> robustness(std::shared_ptr<const Framework> framework, const Method& method,
                              const IndicatorTable& table, const RobustnessOptions& options,
                              std::shared_ptr<const MethodTable> methods) {
  if (!framework) throw UsageError("there is no framework");
  check(table, *framework);
  std::vector<Diagnostic> diagnostics =
      check(method, *framework, methods ? *methods : builtin_methods());
  analysis::check_options(*framework, table, options, diagnostics);
  if (has_errors(diagnostics)) return {std::nullopt, std::move(diagnostics)};

  analysis::Experiment e(std::move(framework), method, table, options, std::move(methods));
  if (!options.node.empty()) e.node = e.framework->find_node(options.node);
  if (!analysis::score_nominally(e, diagnostics)) return {std::nullopt, std::move(diagnostics)};
  analysis::fit_scenarios(e);
  const analysis::Ranker ranker(e.nominal, e.peers, e.framework->nodes[e.node].direction);
  const analysis::Sampler sampler(e.layout, options);
  const std::vector<Eigen::Index> watched = analysis::watched_rows(options, table.rows, ranker);
  const analysis::Runs runs = analysis::run_all(e, sampler, ranker, watched);

  Robustness result = analysis::describe(e);
  result.runs = static_cast<long>(runs.failed.size());
  result.failed = runs.reasons;
  analysis::warn_of_failures(result, diagnostics);
  if (has_errors(diagnostics)) return {std::nullopt, std::move(diagnostics)};
  analysis::summarise_rows(e, runs, ranker, result);
  if (options.sensitivity) analysis::add_sensitivity(e, runs, watched, result);
  if (options.removal) result.removal = analysis::remove_in_turn(e, ranker);
  if (options.keep_runs) analysis::keep_runs(runs, result);
  return {std::move(result), std::move(diagnostics)};
}

Loaded<Robustness> robustness(const Framework& framework, const Method& method,
                              const IndicatorTable& table, const RobustnessOptions& options) {
  return robustness(std::make_shared<Framework>(framework), method, table, options);
}

}  // namespace tijian
