#pragma once
#include <span>
#include <vector>

namespace tijian::statistics {

/// What one answer of each stratum counts for.
struct StratumWeights {
  std::vector<double> weights;  ///< mean 1 over the sample; missing of a stratum without answers
  double unheard;  ///< share of the population in strata without answers: the weights leave it out
};

/// Post-stratification: weights by which the strata stand in the sample as in the `population`
/// (sizes or shares, in any unit), from the `answers` counted in each. All is missing where a
/// number is missing or below 0, or where no stratum has both people and answers. Lists of
/// different lengths: UsageError. Holt and Smith (1979), Post stratification.
StratumWeights post_stratify(std::span<const double> population, std::span<const double> answers);

/// Of a sample of values, or of 0 and 1, whose mean is a share.
struct SampleMean {
  double mean;
  double sd;         ///< with n - 1, n the effective size; missing where that is not above 1
  double effective;  ///< so many answers of equal weight tell as much: (sum w)^2 / sum w^2
};

/// Values that are missing or whose weight is are left out; all but `effective`, 0, is
/// missing where no weight is left. Intervals: mean_interval(mean, sd, effective) and, of a share,
/// wilson(mean * effective, effective). Weights below 0 and lists of different lengths: UsageError.
/// Kish (1965), Survey sampling, 11.7: holds for weights unrelated to the values, and is on the
/// safe side where strata differ.
SampleMean weighted_mean(std::span<const double> values, std::span<const double> weights);

/// With the same weight for all.
SampleMean sample_mean(std::span<const double> values);

}  // namespace tijian::statistics
