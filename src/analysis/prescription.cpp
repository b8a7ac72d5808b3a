#include "tijian/prescription.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <numeric>

#include "analysis/lookup.h"
#include "analysis/reach.h"
#include "analysis/subset_search.h"
#include "analysis/weight_draw.h"
#include "base/catalogue.h"
#include "base/number.h"
#include "framework/title.h"

namespace tijian::analysis {
namespace {

constexpr double draw_spread = 0.25;  // of weights, as `robustness` varies them of itself
constexpr int parts = 32;             // of a step that is shortened
constexpr double same_value = 1e-12;  // of the way

/// Categories at and below a node that have a weight.
template <class Each>
void for_each_category(const Framework& framework, const Model& model, int node, const Each& each) {
  if (framework.nodes[node].indicator >= 0) return;
  each(node);
  for (const int child : framework.nodes[node].children)
    if (model.weights[child] > 0) for_each_category(framework, model, child, each);
}

bool adds_up(const model::NodePlan& own) {
  return own.mean->total == Aggregator::Total::sum || own.mean->exponent(own.mean.choice) == 1.0;
}

/// What is known of how the node's score answers to its indicators.
struct Answer {
  bool whole = false;    ///< rows are compared with each other
  bool monotone = true;  ///< better indicators never make it worse
  bool additive = true;  ///< but for caps
};

Answer answer_of(const Run& run, const model::ScoringPlan& plan, int node) {
  Answer answer;
  answer.whole = plan.whole_table ||
                 std::ranges::any_of(plan.impute, [](const auto& one) { return bool(one->fill); });
  for_each_category(*run.framework, run.model, node, [&](int category) {
    const model::NodePlan& own = plan.nodes[category];
    const bool sums = adds_up(own);
    answer.monotone &= sums || own.mean->exponent(own.mean.choice).has_value();
    answer.additive &= sums && own.decimals < 0 && own.decimals_before < 0;
  });
  answer.monotone &= !answer.whole;
  answer.additive &= answer.monotone;
  return answer;
}

/// The same model without hard limits.
Model without_limits(const Model& model) {
  Framework free = *model.framework;
  for (Indicator& indicator : free.indicators) indicator.binding = false;
  Model out = model;
  out.framework = std::make_shared<const Framework>(std::move(free));
  return out;
}

class Prescribing {
 public:
  using Set = SubsetProblem::Set;

  Prescribing(const Run& run, const PrescriptionOptions& options, Index row, int node, double goal)
      : run_(run),
        options_(options),
        plan_(model::plan_scoring(*run.framework, run.model.method, *run.model.methods)),
        answer_(answer_of(run, plan_, node)),
        trials_(run.model, run.table, row, answer_.whole),
        sign_(run.framework->nodes[node].indicator < 0 &&
                      run.framework->nodes[node].direction == Direction::lower
                  ? -1
                  : 1) {
    out_.row = row;
    out_.node = node;
    out_.goal = goal;
  }

  Loaded<Prescription> run() {
    out_.before = trials_.score({}, out_.node);
    if (std::isnan(out_.before)) return {{}, {problem("N570", {})}};
    Trials alone(run_.model, run_.table, out_.row, false);  // indicators do not see other rows
    Reach reach = reach_of(run_, plan_, out_.row, out_.node, alone);
    lifts_ = std::move(reach.lifts);
    out_.not_moved = std::move(reach.not_moved);
    std::vector<Diagnostic> told;
    if (reaches(out_.before))
      settle_as_it_is();
    else if (!search())
      told.push_back(settle_for_the_best());
    list_breaches();
    return {std::move(out_), std::move(told)};
  }

 private:
  bool reaches(double score) const { return sign_ * score >= sign_ * out_.goal; }

  Diagnostic problem(std::string_view code, const std::string& best) const {
    const Node& node = run_.framework->nodes[out_.node];
    return base::make_diagnostic(code, {},
                                 {{"place", run_.table.rows.place_of(out_.row)},
                                  {"node", framework::title_of(node)},
                                  {"goal", base::readable(out_.goal)},
                                  {"best", best}});
  }

  Trials::Change change_of(const std::vector<Lift>& lifts) const {
    Trials::Change change;
    for (const Lift& lift : lifts) change.emplace_back(lift.indicator, lift.to);
    return change;
  }
  std::vector<Lift> lifts_of(const Set& set) const {
    std::vector<Lift> lifts;
    for (std::size_t i = 0; i < set.size(); ++i)
      if (set[i]) lifts.push_back(lifts_[i]);
    return lifts;
  }
  double score_of(const std::vector<Lift>& lifts) {
    return trials_.score(change_of(lifts), out_.node);
  }
  static std::vector<Lift> without(const std::vector<Lift>& lifts, std::size_t i) {
    std::vector<Lift> rest = lifts;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
    return rest;
  }

  void settle_as_it_is() {
    out_.after = out_.before;
    out_.reached = out_.optimal = true;
    out_.robust = robust({});
  }

  Diagnostic settle_for_the_best() {
    out_.steps = steps_of(lifts_);
    out_.after = score_of(lifts_);
    out_.cost = cost_of(out_.steps);
    out_.robust = robust(lifts_);
    return problem("N571", base::readable(out_.after));
  }

  void list_breaches() {
    IndicatorTable after = run_.table;
    for (const PrescribedStep& step : out_.steps) after.values(out_.row, step.indicator) = step.to;
    out_.breaches =
        model::breaches(*run_.framework, after, out_.row, plan_.nodes[out_.node].binding);
  }

  /// Scores of sets of one item each.
  std::vector<double> scores_alone(Trials& trials) {
    std::vector<Trials::Change> changes{{}};
    for (const Lift& lift : lifts_) changes.push_back({{lift.indicator, lift.to}});
    return trials.scores(changes, out_.node);
  }

  SubsetProblem subset_problem() {
    SubsetProblem problem;
    for (const Lift& lift : lifts_) problem.cost.push_back(lift.cost);
    problem.fewest = options_.aim == PrescriptionOptions::Aim::fewest;
    problem.goal = sign_ * out_.goal;
    problem.score = [this](const Set& set) { return sign_ * score_of(lifts_of(set)); };
    problem.monotone = answer_.monotone;
    problem.most_steps = options_.most_steps;
    if (answer_.additive)
      bound(problem);
    else
      put_in_order(problem);
    return problem;
  }

  /// Without caps gains add up, and caps only take away.
  void bound(SubsetProblem& problem) {
    const Model free = without_limits(run_.model);
    Trials trials(free, run_.table, out_.row, false);
    const std::vector<double> scores = scores_alone(trials);
    problem.base = sign_ * scores[0];
    problem.tight =
        !model::breached(*run_.framework, run_.table, out_.row, plan_.nodes[out_.node].binding);
    for (std::size_t i = 0; i < lifts_.size(); ++i)
      problem.gain.push_back(sign_ * (scores[i + 1] - scores[0]));
  }

  void put_in_order(SubsetProblem& problem) {
    const std::vector<double> scores = scores_alone(trials_);
    for (std::size_t i = 0; i < lifts_.size(); ++i)
      problem.order.push_back(sign_ * (scores[i + 1] - scores[0]));
  }

  bool search() {
    const SubsetProblem problem = subset_problem();
    const SubsetFound found = cheapest_subset(problem);
    out_.optimal = found.proved;
    if (!found.best) return false;
    const std::vector<Lift> lifts = shortened(lifts_of(*found.best));
    out_.steps = steps_of(lifts);
    out_.after = score_of(lifts);
    out_.cost = cost_of(out_.steps);
    out_.reached = true;
    out_.robust = robust(lifts);
    find_second(problem, *found.best);
    return true;
  }

  /// The best of the sets that lack one item of the first.
  void find_second(const SubsetProblem& problem, const Set& first) {
    SubsetFound second;
    bool proved = true;
    for (std::size_t i = 0; i < first.size(); ++i) {
      if (!first[i]) continue;
      std::optional<Price> below;
      if (second.best) below = second.price;
      const SubsetFound found = cheapest_subset(problem, static_cast<int>(i), below);
      proved = proved && found.proved;
      if (found.best) second = found;
    }
    if (!second.best) return;
    const std::vector<Lift> lifts = shortened(lifts_of(*second.best));
    Prescription::Second best;
    best.steps = steps_of(lifts);
    best.after = score_of(lifts);
    best.cost = cost_of(best.steps);
    best.optimal = proved;
    out_.second = std::move(best);
  }

  /// What the score loses without each of them.
  std::vector<double> losses(const std::vector<Lift>& lifts) {
    std::vector<Trials::Change> changes{change_of(lifts)};
    for (std::size_t i = 0; i < lifts.size(); ++i) changes.push_back(change_of(without(lifts, i)));
    const std::vector<double> scores = trials_.scores(changes, out_.node);
    std::vector<double> lost;
    for (std::size_t i = 0; i < lifts.size(); ++i)
      lost.push_back(sign_ * (scores[0] - scores[i + 1]));
    return lost;
  }

  /// The dearest step for what it brings goes only as far as it must.
  std::vector<Lift> shortened(std::vector<Lift> lifts) {
    const std::vector<double> lost = losses(lifts);
    std::optional<std::size_t> dearest;
    const auto rate = [&](std::size_t i) { return lifts[i].cost / lost[i]; };
    for (std::size_t i = 0; i < lifts.size(); ++i)
      if (lifts[i].linear && lost[i] > 0 && (!dearest || rate(i) > rate(*dearest))) dearest = i;
    if (!dearest) return lifts;
    Lift& step = lifts[*dearest];
    const Lift full = step;
    step.to = least_change(lifts, *dearest);
    step.cost *= (step.to - full.from) / (full.to - full.from);
    return lifts;
  }

  /// By cutting the way into parts, all of which are scored at once: as exact as a change of the
  /// scores can be told. The end where that is no shorter.
  double least_change(std::vector<Lift> lifts, std::size_t step) {
    const double full = lifts[step].to, way = full - lifts[step].from;
    double enough = full, less = lifts[step].from;
    while (std::abs(enough - less) > same_value * std::abs(way)) {
      const double part = (enough - less) / parts;
      std::vector<Trials::Change> changes;
      std::vector<double> tried;
      for (int k = 1; k < parts; ++k) {
        tried.push_back(lifts[step].to = less + k * part);
        changes.push_back(change_of(lifts));
      }
      const std::vector<double> scores = trials_.scores(changes, out_.node);
      const auto first = std::ranges::find_if(scores, [&](double s) { return reaches(s); });
      const auto k = static_cast<std::size_t>(first - scores.begin());
      if (k > 0) less = tried[k - 1];
      if (first != scores.end()) enough = tried[k];
    }
    return std::abs(full - enough) > 1e3 * same_value * std::abs(way) ? enough : full;
  }

  /// Cures of hard limits first, then what brings most.
  std::vector<PrescribedStep> steps_of(const std::vector<Lift>& lifts) {
    const std::vector<double> lost = losses(lifts);
    std::vector<std::size_t> order(lifts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
      if (lifts[a].cures != lifts[b].cures) return lifts[a].cures;
      return lost[a] > lost[b];
    });
    std::vector<Trials::Change> changes{{}};
    std::vector<PrescribedStep> steps;
    for (const std::size_t i : order) {
      changes.push_back(changes.back());
      changes.back().emplace_back(lifts[i].indicator, lifts[i].to);
      steps.push_back({lifts[i].indicator, lifts[i].from, lifts[i].to, 0, lifts[i].cost});
    }
    const std::vector<double> scores = trials_.scores(changes, out_.node);
    for (std::size_t k = 0; k < steps.size(); ++k) steps[k].gain = scores[k + 1] - scores[k];
    return steps;
  }

  static double cost_of(const std::vector<PrescribedStep>& steps) {
    double cost = 0;
    for (const PrescribedStep& step : steps) cost += step.cost;
    return cost;
  }

  double robust(const std::vector<Lift>& lifts) const {
    if (options_.draws < 1) return missing;
    const Variation variation{
        .weights = {.kind = WeightVariation::Kind::uniform, .spread = draw_spread}};
    const WeightDraw draw(*run_.framework, variation.weights);
    const Layout layout = lay_out(variation, factors_of(variation), draw.varied());
    const RobustnessOptions study{.samples = options_.draws, .seed = options_.seed};
    Model varied = run_.model;
    Trials trials(varied, run_.table, out_.row, answer_.whole);
    const Trials::Change change = change_of(lifts);
    int reached = 0;
    for (const Point& point : Sampler(layout, study).points(0, options_.draws)) {
      varied.weights = run_.model.weights;
      draw.vary(layout, point, varied.weights);
      reached += reaches(trials.score(change, out_.node));
    }
    return reached / static_cast<double>(options_.draws);
  }

  const Run& run_;
  const PrescriptionOptions& options_;
  const model::ScoringPlan plan_;
  const Answer answer_;
  Trials trials_;
  double sign_;  ///< -1 where less is better
  std::vector<Lift> lifts_;
  Prescription out_;
};

/// A score, or the threshold of a grade.
std::optional<double> goal_of(const Node& node, const std::string& text,
                              std::vector<Diagnostic>& problems) {
  double number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, fault] = std::from_chars(text.data(), end, number);
  if (fault == std::errc{} && stop == end && std::isfinite(number)) return number;
  std::vector<std::string> names;
  for (const Grade& grade : node.grades) {
    names.push_back(grade.id);
    const bool titled = std::ranges::any_of(grade.title.by_language(),
                                            [&](const auto& one) { return one.second == text; });
    if (grade.id != text && !titled) continue;
    if (!node.classes && node.direction != Direction::lower) return grade.at_least;
    problems.push_back(
        base::make_diagnostic("N573", {}, {{"found", text}, {"node", framework::title_of(node)}}));
    return {};
  }
  const Text listed =
      names.empty() ? Text{"it has no grades", "该节点没有等级"} : base::some_of(names);
  problems.push_back(base::make_diagnostic(
      "N572", {}, {{"found", text}, {"node", framework::title_of(node)}, {"names", listed}}));
  base::suggest(problems.back(), text, names);
  return {};
}

}  // namespace
}  // namespace tijian::analysis

namespace tijian {

Loaded<Prescription> prescribe(const Run& run, const PrescriptionOptions& options) {
  check(run);
  std::vector<Diagnostic> problems;
  const std::optional<int> node = analysis::find_node(*run.framework, options.node, problems);
  const Loaded<Index> row = find_row(run, options.place, options.period);
  problems.insert(problems.end(), row.diagnostics.begin(), row.diagnostics.end());
  std::optional<double> goal;
  if (node) goal = analysis::goal_of(run.framework->nodes[*node], options.goal, problems);
  if (!goal || !row) return {{}, std::move(problems)};
  return analysis::Prescribing(run, options, *row.value, *node, *goal).run();
}

}  // namespace tijian
