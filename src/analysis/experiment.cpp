#include "analysis/experiment.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/random/normal_distribution.hpp>

#include "base/random.h"
#include "base/threads.h"
#include "base/value_text.h"
#include "model/peers.h"
#include "model/scoring_plan.h"
#include "tijian/missing.h"

namespace tijian::analysis {
namespace {

std::size_t pick(const Point& point, const FactorRange& range, std::size_t alternatives) {
  if (range.count == 0) return 0;
  return static_cast<std::size_t>(point.u[range.first] * static_cast<double>(alternatives));
}

/// The values with errors of measurement.
Matrix<double> noisy_values(const IndicatorTable& table, const NoiseVariation& noise,
                            std::uint64_t seed) {
  base::Random random(seed);
  boost::random::normal_distribution<double> normal;
  Matrix<double> values = table.values;
  for (Eigen::Index j = 0; j < values.cols(); ++j)
    for (Eigen::Index i = 0; i < values.rows(); ++i) {
      const double z = normal(random);  // drawn for every cell, so that cells do not shift
      const double given = table.standard_error.size() ? table.standard_error(i, j) : missing;
      const double share = table.synthetic.size() && table.synthetic(i, j) ? noise.synthetic
                           : table.uncited.size() && table.uncited(i, j)   ? noise.uncited
                                                                           : noise.relative;
      values(i, j) += z * (given >= 0 ? given : share * std::abs(values(i, j)));
    }
  return values;
}

/// Without a copy: the caller keeps the table alive.
std::shared_ptr<const MethodTable> table_or_builtin(std::shared_ptr<const MethodTable> methods) {
  if (methods) return methods;
  return {&builtin_methods(), [](const MethodTable*) {}};
}

}  // namespace

Experiment::Experiment(std::shared_ptr<const Framework> shared, const Method& own,
                       const IndicatorTable& indicators, const RobustnessOptions& given,
                       std::shared_ptr<const MethodTable> families)
    : framework(std::move(shared)),
      methods(table_or_builtin(std::move(families))),
      method(own),
      table(indicators),
      options(given),
      variation(with_own_choices(own)),
      factors(factors_of(own.robustness)),
      weights(*framework, variation.weights),
      layout(lay_out(variation, factors, weights.varied())),
      peers(model::RankGroups(model::rank_peers(*framework, method.reference)).number(table.rows)) {
}

int Experiment::scenario_of(const Point& point) const {
  const std::size_t impute = pick(point, layout.impute, variation.impute.size());
  const std::size_t treat = pick(point, layout.treat, variation.treat.size());
  const std::size_t normalise = pick(point, layout.normalise, variation.normalise.size());
  return static_cast<int>((impute * variation.treat.size() + treat) * variation.normalise.size() +
                          normalise);
}

int Experiment::means_of(const Point& point) const {
  return static_cast<int>(pick(point, layout.aggregate, variation.aggregate.size()));
}

std::span<const double> Experiment::dropped(const Point& point) const {
  return {point.u.data() + layout.drop.first, static_cast<std::size_t>(layout.drop.count)};
}

Method Experiment::method_of(int scenario) const {
  const auto normalisers = static_cast<int>(variation.normalise.size());
  const auto treaters = static_cast<int>(variation.treat.size());
  Method out = method;
  out.normalise = variation.normalise[scenario % normalisers];
  out.treat = variation.treat[scenario / normalisers % treaters];
  if (!variation.impute.empty()) out.impute = variation.impute[scenario / normalisers / treaters];
  return out;
}

Text Experiment::settings_of(const Point& point) const {
  const Method chosen = method_of(scenario_of(point));
  std::string out;
  const auto add = [&](const FactorRange& range, const char* key, const std::string& choice) {
    if (range.count > 0) out += (out.empty() ? "" : ", ") + fmt::format("{} {}", key, choice);
  };
  add(layout.impute, "impute", written(chosen.impute));
  add(layout.treat, "treat", base::written(chosen.treat));
  add(layout.normalise, "normalise", base::written(chosen.normalise));
  add(layout.aggregate, "aggregate", written(variation.aggregate[means_of(point)]));
  return Text(out);
}

void fit_scenarios(Experiment& e) {
  if (e.variation.noise) return;
  e.scenarios.resize(std::max<std::size_t>(e.variation.impute.size(), 1) *
                     e.variation.treat.size() * e.variation.normalise.size());
  const int inner = e.scenarios.size() == 1 ? e.options.threads : 1;
  base::parallel_for(e.scenarios.size(), e.options.threads, [&](std::size_t s) {
    Scenario& scenario = e.scenarios[s];
    scenario.method = e.method_of(static_cast<int>(s));
    Loaded<Model> fitted = fit(e.framework, scenario.method, e.table, e.methods, {inner});
    scenario.model = std::move(fitted.value);
    scenario.faults = std::move(fitted.diagnostics);
    if (!scenario.model) return;
    const Scorecard card = apply(*scenario.model, e.table, {.nodes = Nodes::all, .threads = inner});
    scenario.leaves.resize(card.score.rows(), e.table.values.cols());
    scenario.unscored.resize(card.score.rows(), e.table.values.cols());
    for (std::size_t k = 0; k < card.nodes.size(); ++k) {
      const int j = e.framework->nodes[card.nodes[k]].indicator;
      if (j < 0) continue;
      std::ranges::copy(card.score.column(k), scenario.leaves.column(j).begin());
      std::ranges::transform(card.flags.column(k), scenario.unscored.column(j).begin(),
                             [](std::uint16_t flags) { return (flags & flag_unscored) != 0; });
    }
  });
}

NodeScores NodeScores::of(const Scorecard& card, int node) {
  const int column = card.column(node), own = card.coverage_column[column];
  NodeScores out{card.score.array().col(column), {}};
  if (own >= 0 && card.uncapped.size() > 0) out.uncapped = card.uncapped.array().col(own);
  return out;
}

NodeScores replicate(const Experiment& e, const Point& point, std::vector<Diagnostic>& problems) {
  const NodeScores none{Eigen::ArrayXd::Constant(e.table.rows.size(), missing), {}};
  const int scenario = e.scenario_of(point);
  std::optional<Model> model;
  IndicatorTable noisy;
  if (e.variation.noise) {
    noisy = e.table;
    noisy.values = noisy_values(e.table, *e.variation.noise, point.seeds[noise_stream]);
    Loaded<Model> fitted =
        fit(e.framework, e.method_of(scenario), noisy, e.methods, {.threads = 1});
    model = std::move(fitted.value);
    problems = std::move(fitted.diagnostics);
  } else {
    model = e.scenarios[scenario].model;
    problems = e.scenarios[scenario].faults;
  }
  if (!model) return none;
  model->method.aggregate = e.variation.aggregate[e.means_of(point)];
  for (Diagnostic& fault :
       model::unscaled(model::plan_scoring(*e.framework, model->method, *e.methods), *e.framework))
    problems.push_back(std::move(fault));
  if (has_errors(problems)) return none;
  e.weights.vary(e.layout, point, model->weights);
  drop_indicators(*e.framework, e.dropped(point), model->weights);
  drop_indicators(*e.framework, e.dropped(point), model->given);
  Scorecard card = apply(*model, e.variation.noise ? noisy : e.table,
                         {.nodes = e.kept_nodes(), .details = e.caps(), .threads = 1});
  problems.insert(problems.end(), card.diagnostics.begin(), card.diagnostics.end());
  return NodeScores::of(card, e.node);
}

}  // namespace tijian::analysis
