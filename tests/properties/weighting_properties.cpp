#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "method/structure.h"
#include "properties/random_data.h"

using namespace tijian_tests;
using Eigen::ArrayXd;
using Eigen::ArrayXXd;
using Eigen::Index;

namespace {

/// Scores over [0,1], direction-aware, of random values; constant columns are missing.
ArrayXXd unit_scores(const ArrayXXd& values, const std::vector<Direction>& directions) {
  ArrayXXd unit = values;
  const Choice min_max = choice("min_max", {{"range", value(std::vector<double>{0, 1})}});
  for (Index j = 0; j < values.cols(); ++j)
    unit.col(j) = normalised(min_max, values.col(j), directions[j]);
  return unit;
}

ArrayXXd random_unit_scores(int most_rows = 12) {
  const ArrayXXd values = random_scores(-100, 100, most_rows);
  std::vector<Direction> directions;
  for (Index j = 0; j < values.cols(); ++j) directions.push_back(random_direction());
  return unit_scores(values, directions);
}

/// What experts say of n items: odds of one to nine, reciprocal; or best and worst.
ArrayXXd random_matrix(Index n) {
  ArrayXXd matrix = ArrayXXd::Ones(n, n);
  for (Index i = 0; i < n; ++i)
    for (Index j = 0; j < i; ++j) {
      const int odds = *rc::gen::inRange(-8, 9);
      matrix(i, j) = odds < 0 ? 1.0 / (1 - odds) : 1.0 + odds;
      matrix(j, i) = 1 / matrix(i, j);
    }
  return matrix;
}

ArrayXXd random_best_worst(Index n) {
  ArrayXXd rows(2, n);
  for (double& x : rows.reshaped()) x = *rc::gen::inRange(1, 10);
  const Index best = *rc::gen::inRange<Index>(0, n), worst = *rc::gen::inRange<Index>(0, n);
  rows(0, best) = rows(1, worst) = 1;
  return rows;
}

bool data_driven(const tijian::Weighting& w) { return w.needs_data; }

Choice with_parameters(const tijian::Weighting& entry) {
  Choice method = choice(entry.name);
  if (entry.name != "combined") return method;
  method.parameters["of"] = value(std::vector<std::string>{"entropy", "critic", "sd"});
  method.parameters["how"] = value(*rc::gen::element("additive", "multiplicative", "game_theory"));
  return method;
}

ArrayXd weights_of(const tijian::Weighting& entry, const Choice& method, const ArrayXXd& unit) {
  const tijian::Matrix<double> table = unit;
  tijian::WeightingData data = weighting_data(table);
  if (entry.name == "ahp")
    data.judgements = {random_matrix(unit.cols()), random_matrix(unit.cols())};
  if (entry.name == "bwm") data.judgements = {random_best_worst(unit.cols())};
  return array_of(entry.weigh(data, resolve(method, entry)));
}

template <class Check>
void of_every_weighting(const char* says, Check check) {
  for (const tijian::Weighting& entry : tijian::builtin_methods().weightings)
    rc::prop(entry.name + " " + says, [&] { check(entry, with_parameters(entry)); });
}

bool are_weights(const ArrayXd& weights, Index count) {
  double sum = 0;
  for (const double w : weights) {
    if (!(w >= 0)) return false;
    sum += w;
  }
  return weights.size() == count && std::abs(sum - 1) < 1e-12;
}

/// The coefficient of variation of the columns' correlations with their weighted mean.
double imbalance(const tijian::WeightingData& data, const ArrayXd& weights) {
  double sum = 0, squares = 0, count = 0;
  for (Index j = 0; j < weights.size(); ++j) {
    if (std::isnan(data.correlation(j, j))) continue;
    double covariance = 0;
    for (Index k = 0; k < weights.size(); ++k)
      if (weights[k] > 0 && !std::isnan(data.correlation(j, k)))
        covariance += weights[k] * data.sd[k] * data.correlation(j, k);
    sum += covariance;
    squares += covariance * covariance;
    count += 1;
  }
  // Influences that cancel have no mean to vary about.
  if (!(sum > 1e-9 * std::sqrt(squares))) return std::numeric_limits<double>::infinity();
  return squares * count / (sum * sum) - 1;
}

}  // namespace

TEST_CASE("properties of every weighting") {
  of_every_weighting("gives weights that sum to one", [](const auto& entry, const Choice& method) {
    const ArrayXXd unit = random_unit_scores();
    RC_ASSERT(are_weights(weights_of(entry, method, unit), unit.cols()));
  });

  of_every_weighting("serves one place, constants and nothing at all",
                     [](const auto& entry, const Choice& method) {
                       const ArrayXXd one = random_unit_scores(1);
                       RC_ASSERT(are_weights(weights_of(entry, method, one), one.cols()));
                       const ArrayXXd nothing = ArrayXXd::Constant(4, 3, std::nan(""));
                       RC_ASSERT(are_weights(weights_of(entry, method, nothing), 3));
                     });

  of_every_weighting("gives a constant column none, where others vary",
                     [](const auto& entry, const Choice& method) {
                       if (!data_driven(entry)) return;
                       const ArrayXXd unit = random_unit_scores();
                       ArrayXXd more(unit.rows(), unit.cols() + 1);
                       more << unit, ArrayXd::Constant(unit.rows(), std::nan(""));
                       const ArrayXd weights = weights_of(entry, method, more);
                       if (!unit.isNaN().all()) RC_ASSERT(weights[unit.cols()] == 0);
                     });

  of_every_weighting("does not depend on the order of rows",
                     [](const auto& entry, const Choice& method) {
                       if (!data_driven(entry)) return;
                       const ArrayXXd unit = random_unit_scores();
                       const std::vector<int> order = random_order(unit.rows());
                       if (entry.name == "balanced") return;  // of several minima any serves: below
                       RC_ASSERT(close(weights_of(entry, method, unit),
                                       weights_of(entry, method, rows_in_order(unit, order))));
                     });

  of_every_weighting("moves with its columns", [](const auto& entry, const Choice& method) {
    if (!data_driven(entry) || entry.name == "balanced") return;
    const ArrayXXd unit = random_unit_scores();
    const std::vector<int> order = random_order(unit.cols());
    RC_ASSERT(close(rows_in_order(weights_of(entry, method, unit), order),
                    weights_of(entry, method, columns_in_order(unit, order))));
  });

  of_every_weighting("weighs alike what is alike", [](const auto& entry, const Choice& method) {
    if (!data_driven(entry)) return;
    const ArrayXXd unit = random_unit_scores();
    ArrayXXd twice(unit.rows(), unit.cols() + 1);
    twice << unit, unit.leftCols(1);
    const ArrayXd weights = weights_of(entry, method, twice);
    RC_ASSERT(close(weights[0], weights[unit.cols()]));
  });
}

TEST_CASE("judgements that are consistent give their weights, whichever pairs are left open") {
  rc::prop("as long as they join all items", [] {
    const auto n = *rc::gen::inRange<Index>(2, 9);
    std::vector<double> items = random_weights(n);
    tijian::Matrix<double> matrix(n, n, std::nan(""));
    const auto judge = [&](Index i, Index j) {
      matrix(i, j) = items[i] / items[j];
      matrix(j, i) = items[j] / items[i];
    };
    for (Index i = 0; i < n; ++i) {
      judge(i, i);
      if (i > 0) judge(i, *rc::gen::inRange<Index>(0, i));  // joins it to those before
      for (Index j = 0; j < i; ++j)
        if (*rc::gen::arbitrary<bool>()) judge(i, j);
    }
    tijian::WeightingData data;
    data.given.assign(n, 1.0);
    data.judgements = {matrix};
    const auto& ahp = *find_method(tijian::builtin_methods().weightings, "ahp");
    const ArrayXd weights = array_of(ahp.weigh(data, choice("ahp")));
    double sum = 0;
    for (const double item : items) sum += item;
    for (Index i = 0; i < n; ++i) RC_ASSERT(close(weights[i], items[i] / sum));
  });
}

TEST_CASE("balanced weights are never less balanced than equal ones") {
  rc::prop("by the variation of the influences", [] {
    const tijian::Matrix<double> unit = random_unit_scores();
    const tijian::WeightingData data = weighting_data(unit);
    const double ours = imbalance(data, weighed(choice("balanced"), unit));
    const double equal = imbalance(data, weighed(choice("equal"), unit));
    RC_ASSERT(!std::isfinite(equal) || !(ours > equal * (1 + 1e-9) + 1e-9));
  });
}
