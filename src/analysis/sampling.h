#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "analysis/variation.h"
#include "tijian/robustness.h"

namespace tijian::analysis {

/// What cannot be told by a few coordinates is drawn from a stream of random numbers.
enum Stream { no_stream = -1, weights_stream, noise_stream };

/// One factor's part of a point: coordinates in [0, 1), or a stream of its own.
struct FactorRange {
  int first = 0, count = 0;
  Stream stream = no_stream;
};

/// Where each factor of a variation stands in a point. What does not vary has count 0, no stream.
struct Layout {
  FactorRange impute, treat, normalise, aggregate, drop, weights, noise;
  std::vector<FactorRange> factors;  ///< those that vary, in the order of `factors_of`
  int dimensions = 0;
};
Layout lay_out(const Variation&, const std::vector<Factor>&,
               const std::vector<int>& varied_weights);

/// A point of the space of variations.
struct Point {
  std::vector<double> u;                 ///< Layout::dimensions coordinates in [0, 1)
  std::array<std::uint64_t, 2> seeds{};  ///< of the streams
};

/// Points for sample after sample: A; with sensitivity also B, and A with one factor at a time
/// from B. Points depend on the options and the sample's number only.
class Sampler {
 public:
  Sampler(const Layout&, const RobustnessOptions&);
  int points_per_sample() const { return per_sample_; }
  /// The points of samples first .. first + count - 1, sample by sample.
  std::vector<Point> points(std::int64_t first, std::int64_t count) const;

 private:
  void fill(std::int64_t first, std::int64_t count, std::vector<std::vector<double>>&) const;

  const Layout& layout_;
  const RobustnessOptions& options_;
  int per_sample_;
  std::vector<double> shift_;  ///< turns the Sobol points by the seed
};

}  // namespace tijian::analysis
