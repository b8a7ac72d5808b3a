#include <catch2/catch.hpp>
#include <cmath>

#include "method_calls.h"
#include "unit/method/missing.h"

using namespace tijian_tests;
using Eigen::ArrayXd;
using tijian::Matrix;

namespace {

Matrix<double> matrix(std::vector<std::vector<double>> rows) {
  Matrix<double> m(rows.size(), rows[0].size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (std::size_t j = 0; j < rows[i].size(); ++j) m(i, j) = rows[i][j];
  return m;
}

void check(const ArrayXd& weights, const std::vector<double>& expected, double margin = 1e-12) {
  REQUIRE(weights.size() == static_cast<Eigen::Index>(expected.size()));
  for (std::size_t j = 0; j < expected.size(); ++j)
    CHECK(weights[j] == Approx(expected[j]).margin(margin));
}

struct Judged {
  ArrayXd weights;
  std::string message, chinese;
};

Judged judged(const char* method, std::vector<Matrix<double>> judgements,
              std::vector<std::string> names = {}) {
  tijian::WeightingData data;
  data.given.assign(judgements.front().cols(), 1.0);
  data.judgements = std::move(judgements);
  data.names = std::move(names);
  const tijian::Weighting& weighting = *find_method(tijian::builtin_methods().weightings, method);
  const ArrayXd weights = array_of(weighting.weigh(data, resolve(choice(method), weighting)));
  return {weights, data.message.in("en"), data.message.in("zh")};
}

/// Weights from a matrix of correlations, all columns with the same spread.
ArrayXd from_correlation(const Choice& method, const Matrix<double>& correlation) {
  tijian::WeightingData data;
  data.given = data.sd = std::vector<double>(correlation.cols(), 1.0);
  data.correlation = correlation;
  const tijian::Weighting& weighting =
      *find_method(tijian::builtin_methods().weightings, method.name);
  return array_of(weighting.weigh(data, resolve(method, weighting)));
}

}  // namespace

TEST_CASE("given and equal weights") {
  tijian::WeightingData data;
  data.given = {0, 0, 0};
  const auto& table = tijian::builtin_methods();
  CHECK(find_method(table.weightings, "given")->weigh(data, {}) == std::vector<double>{0, 0, 0});
  data.given = {1, 2, 5};
  check(array_of(find_method(table.weightings, "given")->weigh(data, {})), {0.125, 0.25, 0.625});
  check(array_of(find_method(table.weightings, "equal")->weigh(data, {})),
        {1. / 3, 1. / 3, 1. / 3});
}

TEST_CASE("entropy: 0 log 0 is 0, and a constant column has no weight") {
  // p = (0, 1/3, 2/3): E = 0.6365142/ln 3 = 0.5793802; p = (0, 0, 1): E = 0
  const Matrix<double> r = matrix({{0, 0, 0.5}, {0.5, 0, 0.5}, {1, 1, 0.5}});
  check(weighed(choice("entropy"), r), {0.4206198 / 1.4206198, 1 / 1.4206198, 0}, 1e-7);
}

TEST_CASE("CRITIC: spread times conflict") {
  // every sd is 0.5; conflicts 0 + 2, 0 + 2, 2 + 2
  const Matrix<double> r = matrix({{0, 0, 1}, {0.5, 0.5, 0.5}, {1, 1, 0}});
  check(weighed(choice("critic"), r), {0.25, 0.25, 0.5});
}

TEST_CASE("standard deviation and coefficient of variation") {
  // sd of (0, 1, 0.5) is 0.5, of (0, 0, 1) is 1/sqrt 3; means 0.5 and 1/3
  const Matrix<double> r = matrix({{0, 0}, {1, 0}, {0.5, 1}});
  const double s = 1 / std::sqrt(3.0);
  check(weighed(choice("sd"), r), {0.5 / (0.5 + s), s / (0.5 + s)});
  check(weighed(choice("cv"), r), {1 / (1 + 3 * s), 3 * s / (1 + 3 * s)});
}

TEST_CASE("MEREC: the example of Keshavarz-Ghorabaee et al. (2021), tables 1 to 5") {
  // The third and fourth criteria are costs: there x/max, elsewhere min/x, as 1/(1 + 99 r).
  Eigen::ArrayXXd r = matrix({{450, 8000, 54, 145},
                              {10, 9100, 2, 160},
                              {100, 8200, 31, 153},
                              {220, 9300, 1, 162},
                              {5, 8400, 23, 158}})
                          .array();
  r.col(0) = (r.col(0) / 5 - 1) / 99;
  r.col(1) = (r.col(1) / 8000 - 1) / 99;
  r.col(2) = (54 / r.col(2) - 1) / 99;
  r.col(3) = (162 / r.col(3) - 1) / 99;
  check(weighed(choice("merec"), r), {0.5752, 0.0141, 0.4016, 0.0091}, 0.00005);
}

TEST_CASE("PCA: squared loadings of the first component, or of those that explain more than one") {
  const Matrix<double> r = matrix({{1, 0.5, 0}, {0.5, 1, 0}, {0, 0, 1}});
  check(from_correlation(choice("pca"), r), {0.5, 0.5, 0});  // (1, 1, 0)/sqrt 2
  // eigenvalues 1.5, 1, 0.5: only the first is above one
  check(from_correlation(choice("pca", {{"components", value(0.0)}}), r), {0.5, 0.5, 0});
  // two components: 1.5 (0.5, 0.5, 0) + 1 (0, 0, 1), over 2.5
  check(from_correlation(choice("pca", {{"components", value(2.0)}}), r), {0.3, 0.3, 0.4});
}

TEST_CASE("balanced weights equalise correlations with the mean") {
  // R u = 1 gives u = (2/3, 2/3, 1)
  const Matrix<double> r = matrix({{1, 0.5, 0}, {0.5, 1, 0}, {0, 0, 1}});
  check(from_correlation(choice("balanced"), r), {2. / 7, 2. / 7, 3. / 7}, 1e-10);
}

TEST_CASE("balanced weights are never negative") {
  // R u = 1 gives u = (10, 10, -15). With u3 = 0 the slope there is 0.1293 - 0.1313 < 0.
  const Matrix<double> r = matrix({{1, 0.3, 0.8}, {0.3, 1, 0.8}, {0.8, 0.8, 1}});
  check(from_correlation(choice("balanced"), r), {0.5, 0.5, 0}, 1e-10);
  const Matrix<double> twins = matrix({{1, 1, 0}, {1, 1, 0}, {0, 0, 1}});
  check(from_correlation(choice("balanced"), twins), {0.25, 0.25, 0.5}, 1e-9);
}

TEST_CASE("AHP: consumption of drinks, Saaty (2008), Int. J. Services Sciences 1, table 2") {
  const Matrix<double> drinks = matrix({{1, 9, 5, 2, 1, 1, 1. / 2},
                                        {1. / 9, 1, 1. / 3, 1. / 9, 1. / 9, 1. / 9, 1. / 9},
                                        {1. / 5, 3, 1, 1. / 3, 1. / 4, 1. / 3, 1. / 9},
                                        {1. / 2, 9, 3, 1, 1. / 2, 1, 1. / 3},
                                        {1, 9, 4, 2, 1, 2, 1. / 2},
                                        {1, 9, 3, 1, 1. / 2, 1, 1. / 3},
                                        {2, 9, 9, 3, 2, 3, 1}});
  const Judged result = judged("ahp", {drinks});
  check(result.weights, {0.177, 0.019, 0.042, 0.116, 0.190, 0.129, 0.327}, 0.0006);
  CHECK(result.message == "consistency ratio CR = 0.022");
}

TEST_CASE("AHP names the most inconsistent judgement") {
  // 1 against 2 is 2 and 2 against 3 is 2, but 3 is said to be better than 1.
  const Judged result = judged("ahp", {matrix({{1, 2, 0.25}, {0.5, 1, 2}, {4, 0.5, 1}})},
                               {"parks", "roads", "schools"});
  CHECK(result.message.find("parks against schools") != std::string::npos);
  CHECK(result.chinese.find("parks 对 schools") != std::string::npos);
}

TEST_CASE("AHP joins experts by geometric means") {
  // 2 and 8 make 4
  const Judged result = judged("ahp", {matrix({{1, 2}, {0.5, 1}}), matrix({{1, 8}, {0.125, 1}})});
  check(result.weights, {0.8, 0.2});
}

TEST_CASE("AHP refuses what is not reciprocal, and says which") {
  const Judged result = judged("ahp", {matrix({{1, 3}, {3, 1}})});
  CHECK(result.weights.isNaN().all());
  CHECK(result.message == "item 1 against item 2: 3 and 3 must be positive and reciprocal");
}

TEST_CASE("AHP with an open pair: the example of Harker (1987), consistent as far as it goes") {
  // [2 2 0; 1/2 1 2; 0 1/2 2] has the eigenvector (4, 2, 1) of 3.
  const Judged result = judged("ahp", {matrix({{1, 2, na}, {0.5, 1, 2}, {na, 0.5, 1}})});
  check(result.weights, {4. / 7, 2. / 7, 1. / 7});
  CHECK(result.message == "consistency ratio CR = 0.000 (1 of 3 pairs left open)");
  CHECK(result.chinese == "一致性比率 CR = 0.000（3 对中有 1 对未判断）");
}

TEST_CASE("AHP with open pairs: judgements round a circle that contradict each other") {
  // 2, 2, 2 and 1 instead of 1/8: each link is off by t = 8^(1/4), so that lambda = 2 + t + 1/t
  // = 4.276397 and w = (2^(3/4), 2^(2/4), 2^(1/4), 1); CI 0.092132, RI 0.9 (1 - 4/6) = 0.3.
  const Judged result =
      judged("ahp", {matrix({{1, 2, na, 1}, {0.5, 1, 2, na}, {na, 0.5, 1, 2}, {1, na, 0.5, 1}})});
  const double q = std::pow(2, 0.25), all = q * q * q + q * q + q + 1;
  check(result.weights, {q * q * q / all, q * q / all, q / all, 1 / all});
  CHECK(result.message.starts_with("consistency ratio CR = 0.307 (2 of 6 pairs left open), not"));
}

TEST_CASE("AHP finds the weights of a long chain of judgements") {
  Matrix<double> chain(12, 12, na);
  std::vector<double> expected;
  for (int k = 0; k < 12; ++k) {
    chain(k, k) = 1;
    if (k > 0) chain(k - 1, k) = 2, chain(k, k - 1) = 0.5;
    expected.push_back(std::pow(2, 11 - k) / 4095);
  }
  check(judged("ahp", {chain}).weights, expected, 1e-10);
}

TEST_CASE("AHP joins experts by geometric means over those who judged") {
  // 2 and 8 make 4; of the second alone are 8 and 2. The first says nothing of the third item.
  const Judged result = judged("ahp", {matrix({{1, 2, na}, {0.5, 1, na}, {na, na, 1}}),
                                       matrix({{1, 8, 8}, {0.125, 1, 2}, {0.125, 0.5, 1}})});
  check(result.weights, {8. / 11, 2. / 11, 1. / 11});
}

TEST_CASE("AHP refuses judgements that do not join all items, and gaps that stand alone") {
  const Judged apart = judged("ahp", {matrix({{1, 2, na}, {0.5, 1, na}, {na, na, 1}})});
  CHECK(apart.weights.isNaN().all());
  CHECK(apart.message.starts_with("the judgements do not join all children"));
  const Judged half = judged("ahp", {matrix({{1, 3}, {na, 1}})});
  CHECK(half.weights.isNaN().all());
  CHECK(half.message.starts_with("item 1 against item 2: 3 and ~ must be judged both"));
  CHECK(judged("ahp", {matrix({{na, 3}, {1. / 3, 1}})}).weights.isNaN().all());
  CHECK(judged("bwm", {matrix({{1, 2, na}, {8, 4, 1}})}).weights.isNaN().all());
}

TEST_CASE("BWM: consistent judgements give their proportions") {
  // best 1 : 2 : 8, against the worst 8, 4, 1, and 2 x 4 = 8
  check(judged("bwm", {matrix({{1, 2, 8}, {8, 4, 1}})}).weights, {8. / 13, 4. / 13, 1. / 13});
}

TEST_CASE("BWM: the transport example of Rezaei (2015), solved by the linear model") {
  // Load flexibility F, accessibility A, cost C: C = 8F + xi, C = 2A - xi, A = 5F - xi, and the sum
  // is one: xi = F/2, hence F = 1/14, A = 4.5/14, C = 8.5/14.
  const Judged result = judged("bwm", {matrix({{8, 2, 1}, {1, 5, 8}})});
  check(result.weights, {1. / 14, 4.5 / 14, 8.5 / 14});
  CHECK(result.message == "largest deviation xi = 0.036; the nearer to 0 the more consistent");
}

TEST_CASE("combined weights: sums, products, game theory") {
  // sd (0.5, 0.5, 0.5) gives thirds, CRITIC (1, 1, 2)/4
  const Matrix<double> r = matrix({{0, 0, 1}, {0.5, 0.5, 0.5}, {1, 1, 0}});
  const auto combined = [&](const char* how) {
    return weighed(choice("combined", {{"of", value(std::vector<std::string>{"sd", "critic"})},
                                       {"how", value(how)}}),
                   r);
  };
  check(combined("additive"), {7. / 24, 7. / 24, 10. / 24});
  check(combined("multiplicative"), {0.25, 0.25, 0.5});
  // products 1/3, 1/3; 1/3, 3/8: a1 + a2 = 1 and a1/3 + 3 a2/8 = 3/8, so a = (0, 1)
  check(combined("game_theory"), {0.25, 0.25, 0.5});
}

TEST_CASE("combined weights refuse another number of shares") {
  const Matrix<double> r = matrix({{0, 0, 1}, {0.5, 0.5, 0.5}, {1, 1, 0}});
  tijian::WeightingData data = weighting_data(r);
  const tijian::Weighting& combined = *find_method(data.table->weightings, "combined");
  const std::vector<std::string> of{"sd", "critic"};
  const Choice parts =
      choice("combined", {{"of", value(of)}, {"shares", value(std::vector<double>{1})}});
  CHECK(array_of(combined.weigh(data, resolve(parts, combined))).isNaN().all());
  CHECK(data.message.in("en") == "1 shares for 2 methods");
}

TEST_CASE("one column has all the weight, whatever the method") {
  const Matrix<double> r = matrix({{0}, {0.25}, {1}});
  for (const tijian::Weighting& weighting : tijian::builtin_methods().weightings) {
    if (weighting.name == "ahp" || weighting.name == "bwm" || weighting.name == "combined")
      continue;
    INFO(weighting.name);
    check(weighed(choice(weighting.name), r), {1});
  }
}
