#include "tijian/prescription.h"

#include <algorithm>
#include <bit>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "unit/model/small_framework.h"

using namespace tijian;
using testing::SmallFramework;
using Aim = PrescriptionOptions::Aim;
using Why = Prescription::NotMoved::Why;

namespace {

/// Scores are the values, from 0 to 100.
Choice as_it_is() { return Choice{"linear", {{"zero", Value{0.0}}, {"full", Value{100.0}}}}; }

Indicator& plain(SmallFramework& small, const std::string& id, std::optional<Effort> effort,
                 double weight = 1) {
  Indicator& indicator = small.indicator(id, weight);
  indicator.score = as_it_is();
  indicator.effort = effort;
  return indicator;
}

Run run_of(const SmallFramework& small, IndicatorTable table, const Method& method = {}) {
  const auto framework = std::make_shared<const Framework>(small);
  Model model = *fit(framework, method, table);
  Scorecard card = apply(model, table);
  return {framework, {}, std::move(table), std::move(model), std::move(card)};
}

PrescriptionOptions towards(const std::string& goal, Aim aim = Aim::fewest) {
  return {.place = "p0", .goal = goal, .aim = aim, .draws = 0};
}

std::string ids_of(const Run& run, const std::vector<PrescribedStep>& steps) {
  std::string ids;
  for (const PrescribedStep& step : steps)
    ids += (ids.empty() ? "" : " ") + run.framework->indicators[step.indicator].id;
  return ids;
}

/// The score that the product gives the row with those steps taken.
double score_with(const Run& run, const Prescription& found,
                  const std::vector<PrescribedStep>& steps) {
  IndicatorTable changed = run.table;
  for (const PrescribedStep& step : steps) changed.values(found.row, step.indicator) = step.to;
  const Scorecard card = apply(run.model, changed);
  return card.score(found.row, card.column(found.node));
}

/// Three of 40 points each. 60 takes 60 points more: a alone gives them for 600, b (30) and c3 (35)
/// together for 68.5.
SmallFramework three() {
  SmallFramework small;
  small.category("c");
  plain(small, "a", Effort{1, 10, 60});
  plain(small, "b", Effort{1, 1, 30});
  plain(small, "c3", Effort{2, 2.2, 35});
  return small;
}

}  // namespace

TEST_CASE("the fewest and the cheapest are not the same") {
  const Run run = run_of(three(), testing::table_of({{40, 40, 40}}));
  const auto fewest = prescribe(run, towards("60"));
  REQUIRE(fewest);
  CHECK(ids_of(run, fewest->steps) == "a");
  CHECK(fewest->optimal);
  CHECK(fewest->reached);
  CHECK(fewest->before == 40);
  CHECK(fewest->after == 60);
  CHECK(fewest->steps[0].from == 40);
  CHECK(fewest->steps[0].to == 100);
  CHECK(fewest->cost == 600);
  REQUIRE(fewest->second);
  CHECK(fewest->second->optimal);
  CHECK(fewest->second->steps.size() == 2);

  const auto cheapest = prescribe(run, towards("60", Aim::cheapest));
  REQUIRE(cheapest);
  // c3 is dearer and goes only 30 of its 35: 30 + 33
  CHECK(ids_of(run, cheapest->steps) == "c3 b");
  CHECK(cheapest->steps[0].to == Approx(70).epsilon(1e-9));
  CHECK(cheapest->steps[1].to == 70);
  CHECK(cheapest->cost == Approx(63).epsilon(1e-9));
  CHECK(cheapest->after >= 60);
  CHECK(cheapest->after == Approx(60).epsilon(1e-9));
  CHECK(cheapest->steps[0].gain == Approx(10));
  CHECK(cheapest->steps[1].gain == Approx(10));
  CHECK(score_with(run, *cheapest, cheapest->steps) == cheapest->after);
  REQUIRE(cheapest->second);  // without b or without c3: a alone, for its 600
  CHECK(ids_of(run, cheapest->second->steps) == "a");
  CHECK(cheapest->second->cost == Approx(600));
}

TEST_CASE("a place that is there already needs nothing, and one that cannot get there is told") {
  const Run run = run_of(three(), testing::table_of({{40, 40, 40}}));
  const auto there = prescribe(run, towards("40"));
  CHECK(there->reached);
  CHECK(there->optimal);
  CHECK(there->steps.empty());
  const auto never = prescribe(run, towards("90"));
  REQUIRE(never);
  CHECK_FALSE(never->reached);
  CHECK(never->optimal);
  CHECK(never->after == Approx((100 + 70 + 75) / 3.0));
  CHECK(never->steps.size() == 3);
  REQUIRE(never.diagnostics.size() == 1);
  CHECK(never.diagnostics[0].code == "N571");
}

TEST_CASE("a hard limit in breach is cured where it can be reached, else its cap holds") {
  SmallFramework small;
  small.category("c");
  Indicator& limited = plain(small, "limited", Effort{1, 1, 10});
  limited.binding = true;
  limited.standards = {{.floor = 45, .cap = {}, .from = {}, .until = {}}};
  plain(small, "high", Effort{1, 1, 10});
  plain(small, "higher", Effort{1, 1, 40});
  const Run run = run_of(small, testing::table_of({{40, 90, 60}, {30, 90, 60}}));
  // 80 with limited and higher lifted, 70 with limited and high
  const auto cured = prescribe(run, towards("72"));
  CHECK(cured->before == 60);  // 63.3 but for the cap
  CHECK(ids_of(run, cured->steps) == "limited higher");
  CHECK(cured->optimal);
  CHECK(score_with(run, *cured, cured->steps) >= 72);
  PrescriptionOptions other = towards("70");
  other.place = "p1";
  const auto capped = prescribe(run, other);
  CHECK_FALSE(capped->reached);
  CHECK(capped->after == 60);
  CHECK(capped->breaches == std::vector<int>{0});
  CHECK(cured->breaches.empty());
}

TEST_CASE(
    "without an effort the best pace of the place or of a peer is the reach, within a series") {
  SmallFramework small;
  small.category("c");
  plain(small, "own", {});
  plain(small, "peer", {});
  plain(small, "broken", {}).breaks = {2020};
  IndicatorTable table = testing::table_of(
      {{10, 50, 10}, {17, 51, 60}, {20, 50, 61}, {30, 20, 10}, {31, 32, 10}, {32, 33, 10}});
  table.rows.places = {"p0", "p1"};
  table.rows.place = {0, 0, 0, 1, 1, 1};
  table.rows.period = {testing::year(2018), testing::year(2020), testing::year(2021),
                       testing::year(2018), testing::year(2020), testing::year(2021)};
  const Run run = run_of(small, table);
  const auto all = prescribe(run, towards("100"));
  REQUIRE(all->steps.size() == 3);
  const auto to = [&](int indicator) {
    return std::ranges::find(all->steps, indicator, &PrescribedStep::indicator)->to;
  };
  CHECK(to(0) == 23.5);  // 7 in two years is more than 3 in one
  CHECK(to(1) == 56);    // the peer made 12 in two years
  CHECK(to(2) == 62);    // not the 50 across the break of 2020
  CHECK(all->steps[0].cost == 1);
}

TEST_CASE("nothing is moved beyond the best end of its scale") {
  SmallFramework small;
  small.category("c");
  plain(small, "up", Effort{1, 1, 1000});
  plain(small, "band", Effort{1, 1, 1000}).score = Choice{"range",
                                                          {{"low", Value{20.0}},
                                                           {"high", Value{30.0}},
                                                           {"zero_below", Value{0.0}},
                                                           {"zero_above", Value{50.0}}}};
  const Run run = run_of(small, testing::table_of({{99, 40}, {0, 10}}));
  const auto from_above = prescribe(run, towards("100"));
  REQUIRE(from_above->steps.size() == 2);
  CHECK(from_above->steps[0].to == 30);
  CHECK(from_above->steps[1].to == 100);
  PrescriptionOptions other = towards("100");
  other.place = "p1";
  CHECK(prescribe(run, other)->steps[1].to == 20);
}

TEST_CASE("an indicator on a path goes no further than the path is, and stays in its range") {
  SmallFramework small;
  small.category("c");
  // 100 points in 2024 at 4/10 of the way to 80
  plain(small, "path", Effort{1, 1, 100}).score =
      Choice{"trajectory",
             {{"from", Value{ValueList{Value{2020.0}, Value{0.0}}}},
              {"to", Value{ValueList{Value{2030.0}, Value{80.0}}}}}};
  plain(small, "ranged", Effort{1, 1, 100}).range = {0, 90};
  const Run run = run_of(small, testing::table_of({{20, 40}}, testing::year(2024)));
  const auto found = prescribe(run, towards("100"));
  CHECK_FALSE(found->reached);
  CHECK(found->after == Approx(95));
  REQUIRE(found->steps.size() == 2);
  CHECK(found->steps[0].to == 90);
  CHECK(found->steps[1].to == Approx(32).epsilon(1e-12));
}

TEST_CASE("what is relative, missing, without reach or at its best is not moved and is named") {
  SmallFramework small;
  small.category("c");
  small.indicator("relative");
  plain(small, "none", Effort{1, 1, 1});
  plain(small, "unknown", {});
  plain(small, "best", Effort{1, 1, 5});
  plain(small, "moved", Effort{1, 1, 5});
  const Run run = run_of(small, testing::table_of({{1, missing, 50, 100, 50}, {2, 3, 4, 5, 6}}));
  const auto found = prescribe(run, towards("90"));
  REQUIRE(found->not_moved.size() == 4);
  CHECK(found->not_moved[0].why == Why::relative);
  CHECK(found->not_moved[1].why == Why::no_value);
  CHECK(found->not_moved[2].why == Why::no_reach);
  CHECK(found->not_moved[3].why == Why::at_best);
  CHECK(ids_of(run, found->steps) == "moved");
}

TEST_CASE("where less is better the score is brought down to the goal") {
  SmallFramework small;
  small.category("c");
  plain(small, "a", Effort{1, 1, 30});
  plain(small, "b", Effort{1, 1, 10});
  small.get().nodes[0].direction = Direction::lower;
  const Run run = run_of(small, testing::table_of({{80, 40}}));
  const auto found = prescribe(run, towards("50"));
  CHECK(found->before == 60);
  CHECK(found->reached);
  CHECK(ids_of(run, found->steps) == "a");
  CHECK(found->steps[0].to == Approx(60));
  CHECK(found->steps[0].gain == Approx(-10));
}

TEST_CASE("below a category that counts the other way round, less of it is better") {
  SmallFramework small;
  small.category("good");
  plain(small, "a", Effort{1, 1, 10});
  small.category("strain");
  plain(small, "b", Effort{1, 1, 30});
  small.get().nodes[small.get().find_node("strain")].direction = Direction::lower;
  const Run run = run_of(small, testing::table_of({{50, 70}}));  // 50 and 30
  const auto found = prescribe(run, towards("55"));
  CHECK(found->before == 40);
  CHECK(ids_of(run, found->steps) == "b");
  CHECK(found->steps[0].to == Approx(40));
}

TEST_CASE("where places are compared with each other, each trial compares them all") {
  SmallFramework small = three();
  const auto rescaled = [](double from, double to) {
    return Choice{"min_max", {{"range", Value{ValueList{Value{from}, Value{to}}}}}};
  };
  Method method;
  method.aggregate = {Aggregation{.normalise = rescaled(0, 100)}, Aggregation{}};
  const IndicatorTable table = testing::table_of({{40, 40, 40}, {20, 20, 20}, {90, 90, 90}});
  const Run run = run_of(small, table, method);
  const auto found = prescribe(run, towards("50"));
  REQUIRE(found);
  CHECK(found->before == Approx(100 * 20 / 70.0));
  CHECK(found->reached);
  CHECK(found->optimal);
  CHECK(found->steps.size() == 1);  // a: (100 + 40 + 40)/3 = 60, and (60 - 20)/70 > 1/2
  CHECK(score_with(run, *found, found->steps) >= 50);
}

TEST_CASE("a goal is a score or a grade with a threshold") {
  SmallFramework small = three();
  small.get().nodes[0].grades = {{"good", {"Good", "良好"}, 60}, {"poor", {"Poor", "差"}, 0}};
  const Run run = run_of(small, testing::table_of({{40, 40, 40}}));
  CHECK(prescribe(run, towards("良好"))->goal == 60);
  CHECK(prescribe(run, towards("good"))->goal == 60);
  CHECK(prescribe(run, towards("best")).diagnostics.at(0).code == "N572");
  CHECK(prescribe(run, towards("nan")).diagnostics.at(0).code == "N572");
  small.get().nodes[0].direction = Direction::lower;
  CHECK(prescribe(run_of(small, testing::table_of({{40, 40, 40}})), towards("good"))
            .diagnostics.at(0)
            .code == "N573");
}

TEST_CASE("how robust a prescription is, the share of weight draws says") {
  const Run run = run_of(three(), testing::table_of({{40, 40, 40}}));
  PrescriptionOptions options = towards("50");
  options.draws = 200;
  const auto found = prescribe(run, options);
  CHECK(found->robust > 0.3);  // shortened to the goal: half of the draws, for symmetry
  CHECK(found->robust < 0.7);
  CHECK(prescribe(run, options)->robust == found->robust);
  options.goal = "40";
  CHECK(prescribe(run, options)->robust == 1);  // all are 40, whatever they weigh
  options.goal = "99";
  CHECK(prescribe(run, options)->robust == 0);
}

namespace {

/// A random tree of two levels, and what an independent hand would make of it.
struct RandomTree {
  struct Leaf {
    int category;
    double weight, from, to, cost, floor;  ///< floor: NaN without a hard limit
  };
  std::vector<Leaf> leaves;
  std::vector<double> category_weight;
  bool geometric_categories = false, geometric_index = false;

  /// A weighted mean under way.
  struct Mean {
    bool geometric;
    double sum = 0, all = 0;
    bool breach = false;
    void add(double weight, double score) {
      sum += weight * (geometric ? std::log(score) : score);
      all += weight;
    }
    double held() const {
      const double mean = geometric ? std::exp(sum / all) : sum / all;
      return breach ? std::min(mean, 60.0) : mean;
    }
  };

  double score(unsigned set) const {
    Mean index{geometric_index};
    for (std::size_t c = 0; c < category_weight.size(); ++c) {
      Mean category{geometric_categories};
      for (std::size_t i = 0; i < leaves.size(); ++i) {
        const Leaf& leaf = leaves[i];
        if (leaf.category != static_cast<int>(c)) continue;
        const double value = set >> i & 1 ? leaf.to : leaf.from;
        category.add(leaf.weight, value);
        category.breach = category.breach || value < leaf.floor;
      }
      index.add(category_weight[c], category.held());
      index.breach = index.breach || category.breach;
    }
    return index.held();
  }
  double cost(unsigned set) const {
    double cost = 0;
    for (std::size_t i = 0; i < leaves.size(); ++i)
      if (set >> i & 1) cost += leaves[i].cost;
    return cost;
  }
};

struct RandomTask {
  RandomTree tree;
  SmallFramework small;
  IndicatorTable table;
  Method method;
};

RandomTask random_task(std::mt19937_64& random, std::size_t leaves) {
  const auto uniform = [&](double low, double high) {
    return std::uniform_real_distribution(low, high)(random);
  };
  RandomTask task;
  RandomTree& tree = task.tree;
  tree.geometric_categories = random() % 4 == 0;
  tree.geometric_index = random() % 4 == 0;
  const int categories = static_cast<int>(1 + random() % std::min<std::size_t>(leaves, 3));
  std::vector<double> values;
  for (int c = 0; c < categories; ++c) {
    tree.category_weight.push_back(uniform(0.5, 3));
    task.small.category("k" + std::to_string(c), tree.category_weight.back());
    for (std::size_t i = 0; i < leaves; ++i) {
      if (static_cast<int>(i % categories) != c) continue;
      const double from = uniform(5, 90), most = uniform(1, 60), cost = uniform(0.1, 5);
      RandomTree::Leaf leaf{c, uniform(0.5, 3), from, std::min(100.0, from + most), 0, missing};
      leaf.cost = cost * (leaf.to - from) / 2;
      Indicator& indicator = plain(task.small, "i" + std::to_string(values.size()),
                                   Effort{2, cost, most}, leaf.weight);
      if (random() % 6 == 0) {
        leaf.floor = uniform(5, 95);
        indicator.binding = true;
        indicator.standards = {{.floor = leaf.floor, .cap = {}, .from = {}, .until = {}}};
      }
      values.push_back(from);
      tree.leaves.push_back(leaf);
    }
  }
  const auto mean = [](bool geometric) {
    return Aggregation{.mean = Choice{geometric ? "geometric" : "arithmetic", {}}};
  };
  task.method.aggregate = {mean(tree.geometric_categories), mean(tree.geometric_index)};
  task.table = testing::table_of({values});
  return task;
}

using PriceOf = std::pair<double, double>;

PriceOf price_of(const RandomTree& tree, unsigned set, Aim aim) {
  const double number = std::popcount(set), cost = tree.cost(set);
  return aim == Aim::fewest ? PriceOf{number, cost} : PriceOf{cost, number};
}

/// The best price of all sets that reach the goal and do not hold all of `not_all_of`.
std::optional<PriceOf> best_price(const RandomTree& tree, const std::vector<double>& scores,
                                  double goal, Aim aim, unsigned not_all_of) {
  std::optional<PriceOf> best;
  for (unsigned set = 0; set < scores.size(); ++set) {
    if (scores[set] < goal || (not_all_of && (set & not_all_of) == not_all_of)) continue;
    const PriceOf price = price_of(tree, set, aim);
    if (!best || price < *best) best = price;
  }
  return best;
}

unsigned set_of(const std::vector<PrescribedStep>& steps) {
  unsigned set = 0;
  for (const PrescribedStep& step : steps) set |= 1u << step.indicator;
  return set;
}

bool alike(const PriceOf& a, const PriceOf& b) {
  return std::abs(a.first - b.first) < 1e-9 && std::abs(a.second - b.second) < 1e-9;
}

/// Whether a set reaches the goal by less than rounding may make of it.
bool doubtful(const std::vector<double>& scores, double goal) {
  return std::ranges::any_of(scores, [&](double s) { return std::abs(s - goal) < 1e-9; });
}

void hold_against_brute_force(std::mt19937_64& random, std::size_t leaves) {
  const RandomTask task = random_task(random, leaves);
  std::vector<double> scores;
  for (unsigned set = 0; set < 1u << leaves; ++set) scores.push_back(task.tree.score(set));
  const double share = std::uniform_real_distribution(-0.1, 1.1)(random);
  const double goal = scores[0] + share * (scores.back() - scores[0]);
  if (doubtful(scores, goal)) return;
  const Aim aim = random() % 2 ? Aim::fewest : Aim::cheapest;
  const Run run = run_of(task.small, task.table, task.method);
  const auto found = prescribe(run, towards(std::to_string(goal), aim));
  REQUIRE(found);
  if (doubtful(scores, found->goal)) return;
  const auto best = best_price(task.tree, scores, found->goal, aim, 0);
  REQUIRE(found->optimal);
  REQUIRE(found->reached == best.has_value());
  REQUIRE(std::abs(found->before - scores[0]) < 1e-9);
  double gains = 0;
  for (const PrescribedStep& step : found->steps) gains += step.gain;
  REQUIRE(std::abs(found->before + gains - found->after) < 1e-9);
  if (!best) {
    REQUIRE(std::abs(found->after - scores.back()) < 1e-9);
    return;
  }
  const unsigned set = set_of(found->steps);
  REQUIRE(alike(price_of(task.tree, set, aim), *best));
  REQUIRE(found->cost <= task.tree.cost(set) + 1e-9);
  REQUIRE(score_with(run, *found, found->steps) >= found->goal);
  const auto second = best_price(task.tree, scores, found->goal, aim, set);
  REQUIRE(found->second.has_value() == (set != 0 && second.has_value()));
  if (!found->second) return;
  REQUIRE(found->second->optimal);
  REQUIRE(alike(price_of(task.tree, set_of(found->second->steps), aim), *second));
  REQUIRE(score_with(run, *found, found->second->steps) >= found->goal);
}

}  // namespace

TEST_CASE("in 10000 random trees the prescription is the best of all sets, and so is the second") {
  std::mt19937_64 random(20220901);
  for (int round = 0; round < 10000; ++round) hold_against_brute_force(random, 1 + round % 7);
  for (int round = 0; round < 8; ++round) hold_against_brute_force(random, 16);
}
