#include "report/explanation.h"

#include <algorithm>
#include <cmath>

#include "formula/formula.h"
#include "method/parameters.h"
#include "model/scoring_plan.h"
#include "report/score_words.h"
#include "tijian/missing.h"

namespace tijian::report {
namespace {

const Source* source_of(const Dataset& data, Eigen::Index row, std::size_t column) {
  if (data.source.size() == 0) return nullptr;
  const int source = data.source(row, static_cast<Eigen::Index>(column));
  return source < 0 ? nullptr : &data.sources[source];
}

class Explainer {
 public:
  Explainer(const Run& run, const Dataset& data, Eigen::Index row, Language say)
      : run_(run),
        data_(data),
        row_(row),
        say_(say),
        stratum_(stratum()),
        plan_(model::plan_scoring(*run.model.framework, run.model.method, *run.model.methods)) {}

  Explanation node(int index) const {
    Explanation e;
    e.node = index;
    e.column = run_.card.column(index);
    e.score = run_.card.score(row_, e.column);
    e.flags = run_.flags(row_, e.column);
    e.coverage = run_.card.coverage_of(row_, e.column);
    if (framework().nodes[index].indicator >= 0)
      explain_leaf(e, framework().nodes[index].indicator);
    else
      explain_children(e);
    return e;
  }

 private:
  const Framework& framework() const { return run_.framework(); }

  const Model::Stratum* stratum() const {
    const Reference& reference = run_.model.method.reference;
    const Rows& rows = run_.card.rows;
    const Attribute* by = reference.group.empty() ? nullptr : rows.attribute(reference.group);
    const std::string_view group = by ? by->at(row_) : std::string_view{};
    const Period period =
        reference.periods == Reference::Periods::each ? rows.period[row_] : Period{};
    const auto found = std::ranges::find_if(run_.model.strata, [&](const Model::Stratum& s) {
      return s.group == group && s.period == period;
    });
    return found == run_.model.strata.end() ? nullptr : &*found;
  }

  void explain_children(Explanation& e) const {
    const Node& own = framework().nodes[e.node];
    const model::NodePlan& plan = plan_.nodes[e.node];
    e.mean = plan.mean->name;
    if (plan.rescaling) e.normaliser = plan.rescaling->name;
    e.adds_up = plan.mean->exponent(plan.mean.choice) == 1.0;
    double present = 0;
    for (const int child : own.children) {
      e.children.push_back(node(child));
      if (!std::isnan(e.children.back().score)) present += run_.model.weights[child];
    }
    e.children_share = children_share(run_, row_, e.node);
    e.enough = enough_children(run_, row_, e.node);
    weigh(e, present);
    if (!e.adds_up) e.sum = mean_of(e.children, plan.mean);
  }

  /// What the mean makes of the children's scores, before a cap or rounding.
  double mean_of(const std::vector<Explanation>& children,
                 const model::Resolved<Aggregator>& by) const {
    double mean = missing;
    if (by->needs_peers) return mean;
    std::vector<double> weights;
    Children scores{{}, 1, {}};
    for (const Explanation& child : children) {
      scores.columns.push_back(&child.score);
      weights.push_back(run_.model.weights[child.node]);
    }
    scores.weights = weights;
    by->apply(scores, by.choice, {&mean, 1});
    return mean;
  }

  /// Effective weights and contributions.
  void weigh(Explanation& e, double present) const {
    e.sum = present > 0 && e.adds_up ? 0 : e.sum;
    for (Explanation& child : e.children) {
      if (std::isnan(child.score) || present <= 0) continue;
      child.weight = run_.model.weights[child.node] / present;
      if (!e.adds_up) continue;
      child.contribution = child.weight * child.score;
      e.sum += child.contribution;
    }
  }

  void explain_leaf(Explanation& e, int i) const {
    const Indicator& indicator = framework().indicators[i];
    e.value = run_.card.value(row_, i);
    if (plan_.by_sample[i])
      explain_scale(e, i);
    else if (!std::isnan(e.value))
      e.how = arithmetic(indicator.score, e.value, run_.card.rows.period[row_],
                         indicator.uncited("score") ? uncited_mark : "", say_);
    explain_value(e, i);
  }

  void explain_scale(Explanation& e, int i) const {
    const model::Resolved<Normaliser>& normaliser = plan_.normalise;
    e.normaliser = normaliser->name;
    if (!stratum_ || std::isnan(e.value) || (e.flags & flag_constant)) return;
    double x = e.value;
    if (e.flags & flag_treated)
      x = e.treated = treat(stratum_->treatments[i], *run_.model.methods, x);
    const Scale& scale = stratum_->scales[i];
    e.how = arithmetic(scale, !normaliser->apply, x, say_);
    if (normaliser->apply || !normaliser->bounded || scale.factor == 0) return;
    const method::Ends ends = method::ends(normaliser.choice);
    e.ends = {ends.low, ends.high};
    for (std::size_t end = 0; end < 2; ++end)
      e.ends_at[end] = (scale.shift + (e.ends[end] - scale.offset) / scale.factor) / scale.unit;
  }

  /// What the value was computed from; where that fails, the value that the data give.
  void explain_value(Explanation& e, int i) const {
    const Indicator& indicator = framework().indicators[i];
    const auto used = indicator.compiled ? indicator.compiled->variables() : std::span<const int>{};
    bool complete = true;
    for (const int variable : used) {
      const auto column = std::ranges::find(data_.columns, variable, &DataColumn::variable);
      const auto c = static_cast<std::size_t>(column - data_.columns.begin());
      const bool known = column != data_.columns.end();
      const double value = known ? data_.values(row_, static_cast<Eigen::Index>(c)) : missing;
      complete = complete && !std::isnan(value);
      e.inputs.push_back(
          {&framework().variables[variable], value, known ? source_of(data_, row_, c) : nullptr});
    }
    const auto given = std::ranges::find(data_.columns, i, &DataColumn::indicator);
    if (given == data_.columns.end() || complete || std::isnan(e.value)) return;
    const auto c = static_cast<std::size_t>(given - data_.columns.begin());
    e.direct = !std::isnan(data_.values(row_, static_cast<Eigen::Index>(c)));
    if (e.direct) e.source = source_of(data_, row_, c);
  }

  const Run& run_;
  const Dataset& data_;
  Eigen::Index row_;
  Language say_;
  const Model::Stratum* stratum_;
  const model::ScoringPlan plan_;
};

}  // namespace

Explanation explain(const Run& run, const Dataset& data, Eigen::Index row, int node, Language say) {
  return Explainer(run, data, row, say).node(node);
}

}  // namespace tijian::report
