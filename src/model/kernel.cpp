#include "model/kernel.h"

#include <cmath>
#include <cstdint>

#include "model/lanes.h"
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace tijian {
namespace {

constexpr std::size_t strip_rows = 8;  // as many as keep all sums in registers
constexpr std::size_t strip_lanes = strip_rows / lane_count;

inline Lanes spread(double x) { return Lanes{x, x}; }

/// Scores are written once and not read soon: past the cache where the machine can.
inline void stream(double* to, Lanes lanes) {
#if defined(__SSE2__)
  if (reinterpret_cast<std::uintptr_t>(to) % 16 == 0) {
    _mm_stream_pd(to, lanes);
    return;
  }
#endif
  store(to, lanes);
}

template <bool clipped>
inline Lanes scored(Lanes x, const Scale& scale) {
  Lanes score = spread(scale.offset) + spread(scale.factor) * (x - spread(scale.shift));
  if constexpr (clipped) {
    const Lanes low = spread(scale.low), high = spread(scale.high);
    score = score < low ? low : score;
    score = score > high ? high : score;
  }
  return score;
}

struct Sums {
  Lanes score[strip_lanes] = {};
  Lanes weight[strip_lanes] = {};
};

template <bool clipped, bool keep>
inline void add_leaf(const FusedLeaf& leaf, std::size_t row, Sums& sums) {
  const Lanes weight = spread(leaf.weight);
  for (std::size_t k = 0; k < strip_lanes; ++k) {
    const Lanes s = scored<clipped>(load(leaf.values + row + k * lane_count), leaf.scale);
    if constexpr (keep) stream(leaf.scores + row + k * lane_count, s);
    sums.score[k] += present_or(weight * s, s, Lanes{});
    sums.weight[k] += present_or(weight, s, Lanes{});
  }
}

/// A mean of nothing is 0/0, hence missing by itself.
inline double finished(double score, double weight, double total, double least) {
  return weight < least * total ? std::nan("") : score / weight;
}

template <bool clipped, bool keep>
std::size_t strips(std::span<const FusedLeaf> leaves, std::size_t rows, double total, double least,
                   double* score, double* share) {
  std::size_t row = 0;
  const Lanes all = spread(total), limit = spread(least * total);
  const Lanes none = spread(std::nan(""));
  for (; row + strip_rows <= rows; row += strip_rows) {
    Sums sums;
    for (const FusedLeaf& leaf : leaves) add_leaf<clipped, keep>(leaf, row, sums);
    for (std::size_t k = 0; k < strip_lanes; ++k) {
      const Lanes mean = sums.score[k] / sums.weight[k];
      store(score + row + k * lane_count, sums.weight[k] < limit ? none : mean);
      store(share + row + k * lane_count, sums.weight[k] / all);
    }
  }
  return row;
}

}  // namespace

void fused_mean(std::span<const FusedLeaf> leaves, std::size_t rows, double min_present,
                double* score, double* present_share) {
  double total = 0;
  bool clipped = false;
  for (const FusedLeaf& leaf : leaves) {
    total += leaf.weight;
    clipped |= std::isfinite(leaf.scale.low) || std::isfinite(leaf.scale.high);
  }
  const double least = min_present - 1e-12;
  const bool keep = leaves.front().scores != nullptr;
  const auto run = clipped ? (keep ? strips<true, true> : strips<true, false>)
                           : (keep ? strips<false, true> : strips<false, false>);
  for (std::size_t row = run(leaves, rows, total, least, score, present_share); row < rows; ++row) {
    double sum = 0, weight = 0;
    for (const FusedLeaf& leaf : leaves) {
      const Lanes s = scored<true>(spread(leaf.values[row]), leaf.scale);
      if (keep) leaf.scores[row] = s[0];
      if (s[0] != s[0]) continue;
      sum += leaf.weight * s[0];
      weight += leaf.weight;
    }
    score[row] = finished(sum, weight, total, least);
    present_share[row] = weight / total;
  }
}

}  // namespace tijian
