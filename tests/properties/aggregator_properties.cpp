#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "properties/random_data.h"

using namespace tijian_tests;
using Eigen::ArrayXd;
using Eigen::ArrayXXd;
using Eigen::Index;

namespace {

const std::vector<tijian::Aggregator>& aggregators() {
  return tijian::builtin_methods().aggregators;
}

/// Entries with parameters that have no default get one at random.
Choice with_parameters(const tijian::Aggregator& entry) {
  Choice method = choice(entry.name);
  if (entry.name == "power") method.parameters["p"] = value(*rc::gen::inRange(-12, 13) / 4.0);
  if (entry.name == "owa") method.parameters["orness"] = value(*rc::gen::inRange(0, 9) / 8.0);
  return method;
}

template <class Check>
void of_every_aggregator(const char* says, Check check) {
  for (const tijian::Aggregator& entry : aggregators())
    rc::prop(entry.name + " " + says, [&] { check(with_parameters(entry), entry); });
}

/// What states the scale of the children is in their unit.
Choice in_unit(Choice method, const tijian::Aggregator& entry, double unit) {
  for (const tijian::Parameter& parameter : entry.parameters)
    if (parameter.name == "range") method.parameters["range"] = value({0.0, 100 * unit});
  return method;
}

/// No means: their scale is that of the weights.
bool is_total(const std::string& name) { return name == "sum" || name == "product"; }

double sum_of(const std::vector<double>& weights) {
  double sum = 0;
  for (const double w : weights) sum += w;
  return sum;
}

/// What weights that weigh `all` together make of `x` in the place of every child.
double total(const std::string& name, double x, double all) {
  return name == "sum" ? all * x : std::pow(x, all);
}

/// Equal but for rounding: to 1e-9 of a hundred; of totals, which may be large, to 1e-9 of either.
bool alike(const tijian::Aggregator& entry, const ArrayXd& a, const ArrayXd& b) {
  if (!is_total(entry.name)) return close(a, b, 100);
  for (Index i = 0; i < a.size(); ++i)
    if (!close(a[i], b[i], std::max(std::abs(a[i]), std::abs(b[i])))) return false;
  return a.size() == b.size();
}

bool is_penalised(const std::string& name) { return name == "mpi" || name == "ampi"; }

struct Bounds {
  double low = std::numeric_limits<double>::infinity(), high = -low;
};

Bounds of_row(const ArrayXXd& scores, Index row) {
  Bounds b;
  for (const double x : scores.row(row))
    if (!std::isnan(x)) b = {std::min(b.low, x), std::max(b.high, x)};
  return b;
}

/// Two further rows, worse and better than all that the test makes.
ArrayXXd within_fixed_bounds(const ArrayXXd& scores) {
  ArrayXXd more(scores.rows() + 2, scores.cols());
  more << scores, ArrayXXd::Constant(1, scores.cols(), -1),
      ArrayXXd::Constant(1, scores.cols(), 200);
  return more;
}

/// What the method's scores may be, given a row's children.
Bounds allowed(const tijian::Aggregator& entry, const ArrayXXd& scores,
               const std::vector<double>& weights, Index row) {
  const Bounds b = of_row(scores, row);
  if (is_total(entry.name)) {
    const double all = sum_of(weights);
    return {total(entry.name, b.low, all) * (1 - 1e-9),
            total(entry.name, b.high, all) * (1 + 1e-9)};
  }
  if (entry.needs_peers && scores.cols() == 1) return b;
  const double places = static_cast<double>(scores.rows());
  const double infinity = std::numeric_limits<double>::infinity();
  if (entry.name == "copeland") return {1 - places, places - 1};
  if (entry.name == "mpi") return {-infinity, infinity};
  if (entry.needs_peers) return {0, 1};
  return entry.name == "ampi" ? Bounds{-infinity, b.high} : b;
}

}  // namespace

TEST_CASE("properties of every aggregation") {
  of_every_aggregator("stays in its bounds", [](const Choice& method, const auto& entry) {
    const ArrayXXd scores = random_scores();
    const std::vector<double> weights = random_weights(scores.cols());
    const ArrayXd result = aggregated(method, scores, weights).score;
    for (Index i = 0; i < result.size(); ++i) {
      const Bounds b = allowed(entry, scores, weights, i);
      RC_ASSERT(std::isnan(result[i]) || (result[i] >= b.low && result[i] <= b.high));
    }
  });

  of_every_aggregator("rises with each child", [](const Choice& method, const auto& entry) {
    if (is_penalised(entry.name)) return;  // they punish imbalance: a better child may cost
    ArrayXXd scores = random_scores();
    const std::vector<double> weights = random_weights(scores.cols());
    const Index row = *rc::gen::inRange<Index>(0, scores.rows());
    if (entry.name == "grey") scores = within_fixed_bounds(scores);  // it may fall with the bounds
    const Index column = *rc::gen::inRange<Index>(0, scores.cols());
    const double before = aggregated(method, scores, weights).score[row];
    scores(row, column) += *rc::gen::inRange(0, 400) / 8.0;
    const double after = aggregated(method, scores, weights).score[row];
    RC_ASSERT(std::isnan(before) || std::isnan(after) || after >= before * (1 - 1e-12) - 1e-9);
  });

  of_every_aggregator(
      "gives the same bytes for any order of rows", [](const Choice& method, const auto&) {
        const ArrayXXd scores = random_scores();
        const std::vector<double> weights = random_weights(scores.cols());
        const std::vector<int> order = random_order(scores.rows());
        RC_ASSERT(same(rows_in_order(aggregated(method, scores, weights).score, order),
                       aggregated(method, rows_in_order(scores, order), weights).score));
      });

  of_every_aggregator(
      "does not depend on the order of children", [](const Choice& method, const auto& entry) {
        const ArrayXXd scores = random_scores();
        const std::vector<double> weights = random_weights(scores.cols());
        const std::vector<int> order = random_order(scores.cols());
        std::vector<double> moved;
        for (const int j : order) moved.push_back(weights[j]);
        RC_ASSERT(alike(entry, aggregated(method, scores, weights).score,
                        aggregated(method, columns_in_order(scores, order), moved).score));
      });

  // A total goes with the weights: by their size, or raised to it.
  of_every_aggregator("depends on the proportions of weights only",
                      [](const Choice& method, const auto& entry) {
                        const ArrayXXd scores = random_scores();
                        std::vector<double> weights = random_weights(scores.cols());
                        ArrayXd plain = aggregated(method, scores, weights).score;
                        for (double& w : weights) w *= 0.37;
                        if (is_total(entry.name))
                          for (double& x : plain) x = total(entry.name, x, 0.37);
                        RC_ASSERT(alike(entry, plain, aggregated(method, scores, weights).score));
                      });

  of_every_aggregator("passes over a child without weight", [](const Choice& method, const auto&) {
    const ArrayXXd scores = random_scores();
    std::vector<double> weights = random_weights(scores.cols());
    const ArrayXd plain = aggregated(method, scores, weights).score;
    ArrayXXd more(scores.rows(), scores.cols() + 1);
    more << scores, random_table(-100, 100, static_cast<int>(scores.rows()), 1);
    weights.push_back(0);
    RC_ASSERT(same(plain, aggregated(method, more, weights).score));
  });

  // A lone child passes on in its unit. A total of weights beyond one leaves double's range where
  // its children are near its ends; a product is in its unit raised to the weights.
  of_every_aggregator("takes the unit of its children, or none", [](const Choice& method,
                                                                    const auto& entry) {
    if (is_total(entry.name)) return;  // below
    const ArrayXXd scores = random_scores();
    const bool unitless = entry.needs_peers && scores.cols() > 1;
    const std::vector<double> weights = random_weights(scores.cols());
    const ArrayXd plain = aggregated(method, scores, weights).score;
    for (const double unit : {1e-3, 1e3, 1e305, 1e-306}) {
      const ArrayXd scaled = aggregated(in_unit(method, entry, unit), scores * unit, weights).score;
      RC_ASSERT(close(plain, unitless ? scaled : (scaled / unit).eval(), 100));
    }
  });

  of_every_aggregator("scores alike what is alike", [](const Choice& method, const auto&) {
    const ArrayXXd scores = random_scores();
    ArrayXXd twice(scores.rows() + 1, scores.cols());
    twice << scores, scores.topRows(1);
    const ArrayXd result = aggregated(method, twice).score;
    RC_ASSERT(same(result.head(1), result.tail(1)));
  });

  of_every_aggregator("has no score without children", [](const Choice& method, const auto&) {
    ArrayXXd scores = random_scores();
    const Index row = *rc::gen::inRange<Index>(0, scores.rows());
    scores.row(row) = std::numeric_limits<double>::quiet_NaN();
    RC_ASSERT(std::isnan(aggregated(method, scores).score[row]));
    scores = std::numeric_limits<double>::quiet_NaN();
    RC_ASSERT(aggregated(method, scores).score.isNaN().all());
  });

  of_every_aggregator("is finite or missing, and keeps equal children where it is a mean",
                      [](const Choice& method, const auto& entry) {
                        const ArrayXXd scores = random_scores();
                        for (const double s : aggregated(method, scores).score)
                          RC_ASSERT(!std::isinf(s));
                        if (entry.needs_peers || is_total(entry.name)) return;
                        const double x = *rc::gen::inRange(0, 800) / 7.0;
                        const ArrayXXd equal = ArrayXXd::Constant(1, 3, x);
                        RC_ASSERT(aggregated(method, equal, random_weights(3)).score[0] == x);
                      });
}

TEST_CASE("totals take the unit of their children, raised to the weights in a product") {
  for (const tijian::Aggregator& entry : aggregators())
    if (is_total(entry.name))
      rc::prop(entry.name, [&] {
        const ArrayXXd scores = random_scores();
        const std::vector<double> weights = random_weights(scores.cols());
        ArrayXd plain = aggregated(choice(entry.name), scores, weights).score;
        const ArrayXd scaled = aggregated(choice(entry.name), scores * 8, weights).score;
        plain *= entry.name == "sum" ? 8 : std::pow(8, sum_of(weights));
        RC_ASSERT(alike(entry, plain, scaled));
      });
}

TEST_CASE("methods that compare places leave a lone child as it is") {
  for (const tijian::Aggregator& entry : aggregators())
    if (entry.needs_peers)
      rc::prop(entry.name, [&] {
        ArrayXXd scores = random_table(-100, 100, *rc::gen::inRange(1, 13), 2);
        const ArrayXd child = scores.col(0);
        RC_ASSERT(same(aggregated(choice(entry.name), child, {3}).score, child));
        RC_ASSERT(same(aggregated(choice(entry.name), scores, {3, 0}).score, child));
      });
}

TEST_CASE("means keep their order") {
  rc::prop("minimum <= harmonic <= geometric <= arithmetic", [] {
    const ArrayXXd scores = random_scores();
    const std::vector<double> weights = random_weights(scores.cols());
    const auto mean = [&](const char* name) {
      return aggregated(choice(name), scores, weights).score;
    };
    const ArrayXd means[] = {mean("minimum"), mean("harmonic"), mean("geometric"),
                             mean("arithmetic")};
    for (int k = 0; k < 3; ++k)
      for (Index i = 0; i < scores.rows(); ++i)
        RC_ASSERT(std::isnan(means[k][i]) || means[k][i] <= means[k + 1][i] + 1e-9);
  });
}
