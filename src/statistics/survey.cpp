#include "statistics/survey.h"

#include <algorithm>
#include <cmath>

#include "statistics/pairs.h"
#include "tijian/diagnostic.h"
#include "tijian/missing.h"

namespace tijian::statistics {
namespace {

/// Nor missing.
bool not_negative(double x) { return x >= 0; }

double total(std::span<const double> values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum;
}

}  // namespace

StratumWeights post_stratify(std::span<const double> population, std::span<const double> answers) {
  check_same_length(population, answers);
  const std::size_t strata = population.size();
  StratumWeights out{std::vector<double>(strata, missing), missing};
  if (!std::ranges::all_of(population, not_negative) || !std::ranges::all_of(answers, not_negative))
    return out;
  double heard = 0;  // people in strata with answers
  for (std::size_t h = 0; h < strata; ++h)
    if (answers[h] > 0) heard += population[h];
  if (!(heard > 0)) return out;
  for (std::size_t h = 0; h < strata; ++h)
    if (answers[h] > 0) out.weights[h] = population[h] / heard * total(answers) / answers[h];
  const double people = total(population);
  out.unheard = (people - heard) / people;
  return out;
}

SampleMean weighted_mean(std::span<const double> values, std::span<const double> weights) {
  const Pairs sample = common(values, weights);
  if (!std::ranges::all_of(sample.y, not_negative)) throw UsageError("weights below 0");
  const double all = total(sample.y);
  if (all == 0) return {missing, missing, 0};
  double sum = 0, squares = 0, squared_weights = 0;
  for (std::size_t i = 0; i < sample.x.size(); ++i) sum += sample.y[i] * sample.x[i];
  const double mean = sum / all;
  for (std::size_t i = 0; i < sample.x.size(); ++i) {
    squares += sample.y[i] * (sample.x[i] - mean) * (sample.x[i] - mean);
    squared_weights += sample.y[i] * sample.y[i];
  }
  const double n = all * all / squared_weights;
  return {mean, n > 1 ? std::sqrt(squares / all * n / (n - 1)) : missing, n};
}

SampleMean sample_mean(std::span<const double> values) {
  return weighted_mean(values, std::vector<double>(values.size(), 1));
}

}  // namespace tijian::statistics
