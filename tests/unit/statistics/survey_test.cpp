#include "statistics/survey.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <vector>

#include "statistics/interval.h"
#include "tijian/diagnostic.h"

using namespace tijian::statistics;

namespace {

constexpr double no_answer = std::numeric_limits<double>::quiet_NaN();

}  // namespace

// 60 % of the people are 40 of the 100 answers, 40 % are 60: 0.6 / 0.4 and 0.4 / 0.6.
TEST_CASE("post-stratification weights bring the strata to their shares of the population") {
  for (const std::vector<double>& population : {std::vector{0.6, 0.4}, {120000., 80000.}}) {
    const StratumWeights w = post_stratify(population, std::vector<double>{40, 60});
    CHECK(w.weights[0] == Approx(1.5));
    CHECK(w.weights[1] == Approx(2. / 3));
    CHECK(w.unheard == 0);
  }
}

// Without the third, 2/3 and 1/3 of the people are half of the answers each.
TEST_CASE("a stratum without answers has no weight, and its share of the people is told") {
  const StratumWeights w =
      post_stratify(std::vector<double>{50, 25, 25, 0}, std::vector<double>{10, 10, 0, 0});
  CHECK(w.weights[0] == Approx(4. / 3));
  CHECK(w.weights[1] == Approx(2. / 3));
  CHECK(std::isnan(w.weights[2]));
  CHECK(std::isnan(w.weights[3]));
  CHECK(w.unheard == Approx(0.25));
}

TEST_CASE("answers from where nobody lives count for nothing") {
  const StratumWeights w = post_stratify(std::vector<double>{50, 0}, std::vector<double>{10, 10});
  CHECK(w.weights[0] == Approx(2));
  CHECK(w.weights[1] == 0);
}

TEST_CASE("weights are missing where the strata are not known") {
  const auto all_missing = [](const std::vector<double>& people, const std::vector<double>& heard) {
    const StratumWeights w = post_stratify(people, heard);
    return std::isnan(w.weights[0]) && std::isnan(w.weights[1]) && std::isnan(w.unheard);
  };
  CHECK(all_missing({50, no_answer}, {10, 10}));
  CHECK(all_missing({50, 50}, {10, no_answer}));
  CHECK(all_missing({50, -1}, {10, 10}));
  CHECK(all_missing({50, 50}, {10, -1}));
  CHECK(all_missing({50, 0}, {0, 10}));
  CHECK_THROWS_AS(post_stratify(std::vector<double>{1}, {}), tijian::UsageError);
}

// Weights 1, 1, 2: mean (3 + 5 + 2 * 4) / 4, 16 / 6 effective; squares about it 1 + 1 + 0.
TEST_CASE("a weighted mean has Kish's effective size") {
  const SampleMean m = weighted_mean(std::vector<double>{3, 5, no_answer, 4, 9, 7},
                                     std::vector<double>{1, 1, 1, 2, 0, no_answer});
  CHECK(m.mean == Approx(4));
  CHECK(m.effective == Approx(16. / 6));
  CHECK(m.sd == Approx(std::sqrt(2. / 4 * (16. / 6) / (10. / 6))));
}

TEST_CASE("a weighted mean does not depend on the unit of the weights") {
  const std::vector<double> values{1, 0, 1, 1};
  const SampleMean a = weighted_mean(values, std::vector<double>{1, 2, 3, 4});
  const SampleMean b = weighted_mean(values, std::vector<double>{10, 20, 30, 40});
  CHECK(a.mean == Approx(0.8));
  CHECK(a.effective == Approx(100. / 30));
  CHECK(b.mean == Approx(a.mean));
  CHECK(b.effective == Approx(a.effective));
  CHECK(b.sd == Approx(a.sd));
}

// Student (1908), as in R's sleep: one drug less the other, ten patients; R gives the interval.
TEST_CASE("an unweighted mean is the sample's") {
  const std::vector<double> gained{1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4};
  const SampleMean m = sample_mean(gained);
  CHECK(m.mean == Approx(1.58));
  CHECK(m.sd == Approx(1.2299955).margin(5e-8));
  CHECK(m.effective == 10);
  CHECK(mean_interval(m.mean, m.sd, m.effective).low == Approx(0.7001142).margin(5e-8));
  CHECK(mean_interval(m.mean, m.sd, m.effective).high == Approx(2.4598858).margin(5e-8));
}

// PHEindicatormethods: 65 of 100 is 0.552544433 to 0.736357518.
TEST_CASE("a share is the mean of 0 and 1, with Wilson's interval") {
  std::vector<double> satisfied(100, 0);
  std::fill_n(satisfied.begin(), 65, 1);
  const SampleMean m = sample_mean(satisfied);
  CHECK(m.mean == Approx(0.65));
  CHECK(wilson(m.mean * m.effective, m.effective).low == Approx(0.552544433).margin(5e-10));
}

TEST_CASE("a mean of nothing is missing") {
  const SampleMean none = sample_mean(std::vector<double>{no_answer});
  CHECK(std::isnan(none.mean));
  CHECK(none.effective == 0);
  CHECK(weighted_mean(std::vector<double>{3}, std::vector<double>{0}).effective == 0);
  const SampleMean one = sample_mean(std::vector<double>{3});
  CHECK(one.mean == 3);
  CHECK(std::isnan(one.sd));
  CHECK_THROWS_AS(weighted_mean(std::vector<double>{1, 2}, std::vector<double>{1, -1}),
                  tijian::UsageError);
}
