#include "method/correlation_ranks.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "method/structure.h"
#include "tijian/missing.h"

namespace tijian::method {
namespace {

/// Pairs of a tied group of that many.
double pairs_among(double many) { return many * (many - 1) / 2; }

/// Pairs tied in what `same` compares, over neighbours of an ordered sequence.
template <class Same>
double tied_pairs(std::size_t n, Same same) {
  double tied = 0, run = 1;
  for (std::size_t i = 1; i <= n; ++i) {
    if (i < n && same(i - 1, i)) {
      run += 1;
    } else {
      tied += pairs_among(run);
      run = 1;
    }
  }
  return tied;
}

/// How many exchanges of neighbours sort `values`: their inversions, by merging (Knight 1966).
double exchanges(std::span<double> values, std::span<double> buffer) {
  const std::size_t n = values.size(), half = n / 2;
  if (n < 2) return 0;
  double count = exchanges(values.first(half), buffer.first(half)) +
                 exchanges(values.subspan(half), buffer.subspan(half));
  std::size_t left = 0, right = half;
  for (double& out : buffer) {
    const bool take_left = right == n || (left < half && values[left] <= values[right]);
    if (!take_left) count += static_cast<double>(half - left);
    out = values[take_left ? left++ : right++];
  }
  std::copy(buffer.begin(), buffer.end(), values.begin());
  return count;
}

}  // namespace

Pairs common(std::span<const double> x, std::span<const double> y) {
  Pairs pairs;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (std::isnan(x[i]) || std::isnan(y[i])) continue;
    pairs.x.push_back(x[i]);
    pairs.y.push_back(y[i]);
  }
  return pairs;
}

std::vector<double> average_ranks(std::span<const double> values) {
  std::vector<double> sorted(values.begin(), values.end()), ranks;
  std::sort(sorted.begin(), sorted.end());
  for (const double x : values) {
    const auto [first, last] = std::equal_range(sorted.begin(), sorted.end(), x);
    ranks.push_back(static_cast<double>((first - sorted.begin()) + 1 + (last - sorted.begin())) /
                    2);
  }
  return ranks;
}

double median(std::span<const double> sorted) {
  if (sorted.empty()) return missing;
  const std::size_t half = sorted.size() / 2;
  return sorted.size() % 2 ? sorted[half] : sorted[half - 1] / 2 + sorted[half] / 2;
}

double kendall(std::span<const double> x, std::span<const double> y) {
  const Pairs pairs = common(x, y);
  const std::size_t n = pairs.x.size();
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return pairs.x[a] != pairs.x[b] ? pairs.x[a] < pairs.x[b] : pairs.y[a] < pairs.y[b];
  });
  std::vector<double> values, buffer(n);
  for (const std::size_t i : order) values.push_back(pairs.y[i]);
  const auto same_x = [&](std::size_t a, std::size_t b) {
    return pairs.x[order[a]] == pairs.x[order[b]];
  };
  const double tied_x = tied_pairs(n, same_x);
  const double tied_both = tied_pairs(
      n, [&](std::size_t a, std::size_t b) { return same_x(a, b) && values[a] == values[b]; });
  const double discordant = exchanges(values, buffer);
  const double tied_y =
      tied_pairs(n, [&](std::size_t a, std::size_t b) { return values[a] == values[b]; });
  const double all = pairs_among(static_cast<double>(n));
  const double concordant_less = all - tied_x - tied_y + tied_both - 2 * discordant;
  return concordant_less / (std::sqrt(all - tied_x) * std::sqrt(all - tied_y));
}

}  // namespace tijian::method
