#include "tijian/explanation.h"

#include <algorithm>
#include <cmath>

#include "analysis/arithmetic.h"
#include "analysis/lookup.h"
#include "formula/formula.h"
#include "method/parameters.h"
#include "model/rules.h"
#include "model/scoring_plan.h"
#include "model/strata.h"
#include "model/transform.h"
#include "model/value_function.h"

namespace tijian {
namespace analysis {
namespace {

/// Whether a card has what explanations need: every node, with its details.
bool complete(const Scorecard& card, const Framework& framework) {
  return card.nodes.size() == framework.nodes.size() && card.verdict.size() > 0;
}

class NodeExplainer {
 public:
  NodeExplainer(const Run& run, Eigen::Index row)
      : run_(run),
        row_(row),
        framework_(*run.framework),
        scored_again_(complete(run.card, framework_) ? Scorecard{} : apply(run.model, run.table)),
        card_(complete(run.card, framework_) ? run.card : scored_again_),
        plan_(model::plan_scoring(framework_, run.model.method, *run.model.methods)),
        stratum_(stratum()) {}

  Explanation node(int index) const {
    Explanation e;
    e.row = row_;
    e.node = index;
    const int column = card_.column(index);
    e.score = card_.score(row_, column);
    e.counted = plan_.nodes[index].counted(e.score);
    e.flags = card_.flags(row_, column);
    e.coverage = card_.coverage_of(row_, column);
    e.rank = card_.rank(row_, column);
    if (framework_.nodes[index].indicator >= 0)
      explain_leaf(e, framework_.nodes[index].indicator);
    else
      explain_children(e);
    return e;
  }

 private:
  static constexpr double same = 1e-9;

  const Model::Stratum* stratum() const {
    const model::StratumKey key =
        model::stratum_key(framework_, run_.model.method.reference, card_.rows, row_);
    const int found = model::find_stratum(run_.model, key);
    return found < 0 ? nullptr : &run_.model.strata[found];
  }

  void explain_children(Explanation& e) const {
    const model::NodePlan& plan = plan_.nodes[e.node];
    e.aggregator = plan.mean->name;
    e.parameters = plan.mean.choice.parameters;
    if (plan.rescaling) e.normaliser = plan.rescaling->name;
    e.adds_up =
        plan.mean->exponent(plan.mean.choice) == 1.0 || plan.mean->total == Aggregator::Total::sum;
    e.mixed = run_.mixes(e.node);
    if (card_.uncapped.size() > 0)
      e.uncapped = card_.uncapped(row_, card_.coverage_column[card_.column(e.node)]);
    for (const int child : framework_.nodes[e.node].children) e.children.push_back(node(child));
    weigh(e, plan.mean->total == Aggregator::Total::none);
    const model::Coverage coverage = coverage_of(e);
    e.share = coverage.share();
    e.share_asked = plan.min_coverage;
    count_indicators(e);
    e.scored_asked = plan.min_indicators;
    e.worked_out = e.adds_up ? sum_of(e) : mean_of(e, plan);
    e.absence = absence_of_category(e, coverage.enough(plan.min_coverage));
    e.adjusted = adjusted(e);
  }

  /// Effective weights, shares or in full, and contributions.
  void weigh(Explanation& e, bool shares) const {
    double present = 0, all = 0;
    for (const Explanation& child : e.children) {
      const double weight = run_.model.weights[child.node];
      all += weight;
      if (!std::isnan(child.score)) present += weight;
    }
    if (present <= 0) return;
    const double whole = shares ? 1 : all;
    for (Explanation& child : e.children) {
      if (std::isnan(child.score)) continue;
      child.weight = run_.model.weights[child.node] / present * whole;
      if (e.adds_up) child.contribution = child.weight * child.counted;
    }
  }

  model::Coverage coverage_of(const Explanation& e) const {
    model::Coverage coverage;
    for (const Explanation& child : e.children)
      if (!(child.flags & (flag_not_applicable | flag_unscored)))
        coverage.add(
            model::coverage_weight(run_.model.method.missing, run_.model.given[child.node]),
            !std::isnan(child.score));
    return coverage;
  }

  void count_indicators(Explanation& e) const {
    const int own = card_.coverage_column[card_.column(e.node)];
    e.scored = card_.scored(row_, own);
    e.of_indicators = card_.of(row_, own);
  }

  static double sum_of(const Explanation& e) {
    double sum = missing;
    for (const Explanation& child : e.children)
      if (!std::isnan(child.contribution)) sum = (std::isnan(sum) ? 0 : sum) + child.contribution;
    return sum;
  }

  /// What the mean makes of the children's scores, before a cap or rounding.
  double mean_of(const Explanation& e, const model::NodePlan& plan) const {
    double mean = missing;
    if (plan.mean->needs_peers) return mean;
    std::vector<double> weights;
    Children scores{{}, 1, {}};
    for (const Explanation& child : e.children) {
      scores.columns.push_back(&child.counted);
      weights.push_back(run_.model.weights[child.node]);
    }
    scores.weights = weights;
    plan.mean->apply(scores, plan.mean.choice, {&mean, 1});
    return mean;
  }

  static Absence absence_of_category(const Explanation& e, bool enough) {
    if (!std::isnan(e.score)) return Absence::none;
    if (e.flags & flag_not_applicable) return Absence::not_applicable;
    if (e.flags & flag_unscored) return Absence::unscored;
    if (!enough) return Absence::below_coverage;
    if (e.scored < e.scored_asked) return Absence::too_few;
    if (std::ranges::all_of(e.children, [](const auto& child) { return std::isnan(child.score); }))
      return Absence::nothing_below;
    return e.normaliser.empty() || std::isnan(e.worked_out) ? Absence::undefined
                                                            : Absence::constant;
  }

  static Adjustment adjusted(const Explanation& e) {
    if (std::isnan(e.score)) return Adjustment::none;
    if (e.flags & flag_filled) return Adjustment::filled;
    if (!e.normaliser.empty()) return Adjustment::compared;
    if (e.flags & flag_capped) return Adjustment::capped;
    return std::abs(e.worked_out - e.score) > same * std::max(1.0, std::abs(e.score))
               ? Adjustment::rounded
               : Adjustment::none;
  }

  void explain_leaf(Explanation& e, int i) const {
    const Indicator& indicator = framework_.indicators[i];
    e.value = card_.value(row_, i);
    e.judgement = card_.judgement(row_, i);
    e.relative = run_.relative(i);
    e.uncited_value = run_.uncited_value(row_, i);
    e.uncited_score = run_.uncited_score(row_, i);
    WorkedOut worked;
    if (e.relative)
      worked = explain_scale(e, i);
    else if (!std::isnan(e.value))
      worked = work_out(*model::value_function_of(indicator, *run_.model.methods), *indicator.score,
                        e.value, card_.rows.period[row_]);
    e.how = worked.how;
    e.worked_out = worked.result;
    e.adjusted = adjusted_leaf(e);
    e.absence = absence_of_leaf(e, i);
    explain_value(e, i);
  }

  /// The scale of the sample, and where its ends are.
  WorkedOut explain_scale(Explanation& e, int i) const {
    const auto& normaliser = plan_.normalise[i];
    e.normaliser = normaliser->name;
    if (!stratum_ || std::isnan(e.value) || (e.flags & flag_constant)) return {};
    double x = model::transformed(framework_.indicators[i], e.value);
    if (framework_.indicators[i].compiled_transform) e.transformed = x;
    if (e.flags & flag_treated)
      x = e.treated = treat(stratum_->treatments[i], *run_.model.methods, x);
    const Scale& scale = stratum_->scales[i];
    if (!normaliser->apply && normaliser->bounded && scale.factor != 0 &&
        std::isnan(e.transformed)) {
      const method::Ends range = method::ends(normaliser.choice);
      const auto end = [&](double score) {
        return ScaleEnd{score, (scale.shift + (score - scale.offset) / scale.factor) / scale.unit};
      };
      e.ends = {end(range.low), end(range.high)};
    }
    return work_out(scale, !normaliser->apply, x);
  }

  Adjustment adjusted_leaf(const Explanation& e) const {
    const double change = std::abs(e.worked_out - e.score);
    if (!(change > same)) return Adjustment::none;
    const int decimals = plan_.nodes[e.node].decimals;
    return decimals >= 0 && change < std::pow(10, -decimals) ? Adjustment::rounded
                                                             : Adjustment::held;
  }

  Absence absence_of_leaf(const Explanation& e, int i) const {
    if (!std::isnan(e.score)) return Absence::none;
    if (e.flags & flag_not_applicable) return Absence::not_applicable;
    if (std::isnan(e.value)) return Absence::no_value;
    if (e.flags & flag_constant) return Absence::constant;
    if (e.relative)
      return !stratum_ || std::isnan(stratum_->scales[i].factor) ? Absence::no_scale
                                                                 : Absence::undefined;
    return card_.rows.period[row_] == Period{} ? Absence::no_period : Absence::undefined;
  }

  /// What the value was computed from; where that fails, the value that the data give.
  void explain_value(Explanation& e, int i) const {
    const Dataset& data = run_.data;
    if (data.values.size() == 0) return;
    const Indicator& indicator = framework_.indicators[i];
    const auto used = indicator.compiled ? indicator.compiled->variables() : std::span<const int>{};
    const auto value = [&](Index column) {
      return column < 0 ? missing : data.values(row_, column);
    };
    const auto source = [&](Index column) {
      return column < 0 || data.source.empty() ? -1 : data.source(row_, column);
    };
    const auto parts = [&](Index column) {
      return column < 0 || data.parts.empty() ? 0 : data.parts(row_, column);
    };
    bool all_known = true;
    for (const int variable : used) {
      const Index column = data.column_of_variable(variable);
      e.inputs.push_back({variable, value(column), source(column), parts(column)});
      all_known = all_known && !std::isnan(e.inputs.back().value);
    }
    const Index given = data.column_of_indicator(i);
    e.direct = !all_known && !std::isnan(e.value) && !std::isnan(value(given));
    if (e.direct) e.source = source(given);
  }

  const Run& run_;
  Eigen::Index row_;
  const Framework& framework_;
  Scorecard scored_again_;
  const Scorecard& card_;
  model::ScoringPlan plan_;
  const Model::Stratum* stratum_;
};

}  // namespace
}  // namespace analysis

std::string_view to_string(Absence absence) {
  constexpr std::string_view names[] = {
      "",         "not_applicable", "no_value",      "constant",
      "no_scale", "no_period",      "nothing_below", "below_coverage",
      "too_few",  "undefined",      "unscored"};
  return names[static_cast<std::size_t>(absence)];
}

Explanation explain(const Run& run, Eigen::Index row, int node) {
  check(run);
  return analysis::NodeExplainer(run, row).node(node);
}

Loaded<Explanation> explain(const Run& run, std::string_view place, std::string_view period,
                            std::string_view node) {
  Loaded<Explanation> explained;
  const auto row =
      analysis::find_row(*run.framework, run.table, place, period, explained.diagnostics);
  const auto found =
      row ? analysis::find_node(*run.framework, node, explained.diagnostics) : std::nullopt;
  if (found) explained.value = explain(run, *row, *found);
  return explained;
}

}  // namespace tijian
