#include <algorithm>
#include <array>
#include <boost/random/uniform_int_distribution.hpp>
#include <cmath>
#include <numeric>

#include "base/random.h"
#include "statistics/quantile.h"
#include "tijian/missing.h"
#include "tijian/robustness.h"

namespace tijian {
namespace {

/// What one sample adds to the estimates.
struct Terms {
  std::span<const double> a, b;
  std::vector<std::vector<double>> first, total;  ///< one list a factor

  Terms(std::span<const double> own, std::span<const double> other,
        std::span<const std::vector<double>> mixed)
      : a(own), b(other) {
    for (const std::vector<double>& m : mixed) {
      first.emplace_back(a.size());
      total.emplace_back(a.size());
      for (std::size_t i = 0; i < a.size(); ++i) {
        first.back()[i] = b[i] * (m[i] - a[i]);
        total.back()[i] = (a[i] - m[i]) * (a[i] - m[i]) / 2;
      }
    }
  }
};

/// First-order and total indices of every factor over some samples.
struct Indices {
  std::vector<double> first, total;
};

double mean(std::span<const double> values, std::span<const std::size_t> samples) {
  double sum = 0;
  for (const std::size_t i : samples) sum += values[i];
  return sum / static_cast<double>(samples.size());
}

/// Of A and B together, with n - 1.
double variance(const Terms& terms, std::span<const std::size_t> samples) {
  const double middle = (mean(terms.a, samples) + mean(terms.b, samples)) / 2;
  double sum = 0;
  for (const std::size_t i : samples)
    sum += (terms.a[i] - middle) * (terms.a[i] - middle) +
           (terms.b[i] - middle) * (terms.b[i] - middle);
  return sum / static_cast<double>(2 * samples.size() - 1);
}

Indices estimate(const Terms& terms, std::span<const std::size_t> samples) {
  const double all = variance(terms, samples);
  Indices out;
  for (std::size_t k = 0; k < terms.first.size(); ++k) {
    out.first.push_back(all > 0 ? mean(terms.first[k], samples) / all : missing);
    out.total.push_back(all > 0 ? mean(terms.total[k], samples) / all : missing);
  }
  return out;
}

Estimate with_interval(double value, std::vector<double> resampled) {
  std::erase_if(resampled, [](double x) { return std::isnan(x); });
  const auto at = statistics::quantiles(resampled, std::array{0.025, 0.975});
  return {value, at[0], at[1]};
}

}  // namespace

std::vector<SobolIndex> sobol_indices(std::span<const double> a, std::span<const double> b,
                                      std::span<const std::vector<double>> mixed, int bootstrap,
                                      std::uint64_t seed) {
  const auto as_many = [&](const auto& other) { return other.size() == a.size(); };
  if (!as_many(b) || !std::ranges::all_of(mixed, as_many))
    throw UsageError("sobol_indices: the lists have different lengths");
  if (a.empty())
    return std::vector<SobolIndex>(mixed.size(),
                                   {"", {missing, missing, missing}, {missing, missing, missing}});
  const Terms terms(a, b, mixed);
  std::vector<std::size_t> samples(a.size());
  std::iota(samples.begin(), samples.end(), std::size_t{0});
  const Indices whole = estimate(terms, samples);
  base::Random random(seed);
  boost::random::uniform_int_distribution<std::size_t> any(0, a.size() - 1);
  std::vector<std::vector<double>> first(mixed.size()), total(mixed.size());
  for (int r = 0; r < bootstrap; ++r) {
    for (std::size_t& sample : samples) sample = any(random);
    const Indices again = estimate(terms, samples);
    for (std::size_t k = 0; k < mixed.size(); ++k) {
      first[k].push_back(again.first[k]);
      total[k].push_back(again.total[k]);
    }
  }
  std::vector<SobolIndex> out;
  for (std::size_t k = 0; k < mixed.size(); ++k)
    out.push_back({"", with_interval(whole.first[k], std::move(first[k])),
                   with_interval(whole.total[k], std::move(total[k]))});
  return out;
}

}  // namespace tijian
