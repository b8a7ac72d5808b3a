#include "analysis/sampling.h"

#include <algorithm>
#include <boost/random/sobol.hpp>

#include "base/random.h"

namespace tijian::analysis {
namespace {

using base::mixed_seed;
using base::Random;
using base::uniform;
constexpr int sobol_dimensions = boost::random::default_sobol_table::max_dimension;

}  // namespace

Layout lay_out(const Variation& variation, const std::vector<Factor>& factors,
               const std::vector<int>& varied_weights) {
  Layout layout;
  const auto take = [&](FactorRange& range, std::size_t count, Stream stream = no_stream) {
    range = {layout.dimensions, static_cast<int>(count), stream};
    layout.dimensions += static_cast<int>(count);
  };
  const auto choose = [&](FactorRange& range, std::size_t alternatives) {
    take(range, alternatives > 1 ? 1 : 0);
  };
  // The choices come first: a Sobol sequence is most even in its first dimensions.
  choose(layout.impute, variation.impute.size());
  choose(layout.treat, variation.treat.size());
  choose(layout.normalise, variation.normalise.size());
  choose(layout.aggregate, variation.aggregate.size());
  take(layout.drop, variation.drop);
  using Kind = WeightVariation::Kind;
  const Kind kind = variation.weights.kind;
  take(layout.weights,
       kind == Kind::uniform ? varied_weights.size()
       : kind == Kind::sets  ? std::size_t{1}
                             : 0,
       kind == Kind::dirichlet ? weights_stream : no_stream);
  take(layout.noise, 0, variation.noise ? noise_stream : no_stream);
  for (const auto& [factor, description] : factors)
    layout.factors.push_back(factor == "weights"     ? layout.weights
                             : factor == "impute"    ? layout.impute
                             : factor == "treat"     ? layout.treat
                             : factor == "normalise" ? layout.normalise
                             : factor == "aggregate" ? layout.aggregate
                             : factor == "drop"      ? layout.drop
                                                     : layout.noise);
  return layout;
}

Sampler::Sampler(const Layout& layout, const RobustnessOptions& options)
    : layout_(layout),
      options_(options),
      per_sample_(options.sensitivity ? static_cast<int>(layout.factors.size()) + 2 : 1) {
  Random random(mixed_seed(options.seed, 0));
  shift_.resize(std::min(layout.dimensions * (options.sensitivity ? 2 : 1), sobol_dimensions));
  for (double& shift : shift_) shift = uniform(random);
}

/// Coordinates of the samples, those of A before those of B. A Sobol sequence has its zero point
/// too, and is turned by the seed; dimensions beyond its table are drawn at random.
void Sampler::fill(std::int64_t first, std::int64_t count,
                   std::vector<std::vector<double>>& out) const {
  const int dimensions = layout_.dimensions * (options_.sensitivity ? 2 : 1);
  const bool sobol = options_.sampling == RobustnessOptions::Sampling::sobol && dimensions > 0;
  const int even = sobol ? std::min(dimensions, sobol_dimensions) : 0;
  boost::random::sobol sequence(std::max(even, 1));
  if (first > 0) sequence.seed(static_cast<std::uint64_t>(first) - 1);
  out.assign(count, std::vector<double>(dimensions));
  for (std::int64_t i = 0; i < count; ++i) {
    for (int d = 0; d < even; ++d) {
      const double raw = first + i == 0 ? 0 : static_cast<double>(sequence() >> 11) * 0x1p-53;
      const double turned = raw + shift_[d];
      out[i][d] = turned < 1 ? turned : turned - 1;
    }
    if (even == dimensions) continue;
    Random random(mixed_seed(options_.seed, 8 * static_cast<std::uint64_t>(first + i) + 1));
    for (int d = even; d < dimensions; ++d) out[i][d] = uniform(random);
  }
}

std::vector<Point> Sampler::points(std::int64_t first, std::int64_t count) const {
  std::vector<std::vector<double>> coordinates;
  fill(first, count, coordinates);
  const int dimensions = layout_.dimensions;
  const auto seed = [&](std::int64_t sample, int use) {
    return mixed_seed(options_.seed, 8 * static_cast<std::uint64_t>(sample) + use);
  };
  std::vector<Point> points;
  points.reserve(count * per_sample_);
  for (std::int64_t i = 0; i < count; ++i) {
    const auto u = coordinates[i].begin();
    const Point a{{u, u + dimensions}, {seed(first + i, 2), seed(first + i, 3)}};
    points.push_back(a);
    if (per_sample_ == 1) continue;
    const Point b{{u + dimensions, u + 2 * dimensions}, {seed(first + i, 4), seed(first + i, 5)}};
    points.push_back(b);
    for (const FactorRange& factor : layout_.factors) {
      Point mixed = a;
      std::copy_n(b.u.begin() + factor.first, factor.count, mixed.u.begin() + factor.first);
      if (factor.stream != no_stream) mixed.seeds[factor.stream] = b.seeds[factor.stream];
      points.push_back(std::move(mixed));
    }
  }
  return points;
}

}  // namespace tijian::analysis
