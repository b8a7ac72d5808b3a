#include "statistics/kendall.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "statistics/pairs.h"
#include "tijian/missing.h"

namespace tijian::statistics {
namespace {

/// Sums over groups of t tied values.
struct Ties {
  double pairs = 0;    ///< t (t - 1) / 2
  double triples = 0;  ///< t (t - 1) (t - 2)
  double spread = 0;   ///< t (t - 1) (2t + 5)

  void add_group(double t) {
    pairs += t * (t - 1) / 2;
    triples += t * (t - 1) * (t - 2);
    spread += t * (t - 1) * (2 * t + 5);
  }
};

/// Of an ordered sequence in which `same` compares neighbours.
template <class Same>
Ties ties(std::size_t n, Same same) {
  Ties sums;
  double group = 1;
  for (std::size_t i = 1; i <= n; ++i) {
    if (i < n && same(i - 1, i)) {
      group += 1;
    } else {
      sums.add_group(group);
      group = 1;
    }
  }
  return sums;
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

/// Kendall (1976), equation 4.4.
double variance_of_s(double n, const Ties& x, const Ties& y) {
  const double both = (n * (n - 1) * (2 * n + 5) - x.spread - y.spread) / 18;
  return both + x.triples * y.triples / (9 * n * (n - 1) * (n - 2)) +
         2 * x.pairs * y.pairs / (n * (n - 1));
}

/// How many of the orders of n values have 0, 1, 2, ... inversions (OEIS A008302).
std::vector<double> orders_by_inversions(std::size_t n) {
  std::vector<double> orders{1};
  for (std::size_t m = 2; m <= n; ++m) {
    std::vector<double> longer(orders.size() + m - 1);
    for (std::size_t k = 0; k < orders.size(); ++k)
      for (std::size_t more = 0; more < m; ++more) longer[k + more] += orders[k];
    orders = std::move(longer);
  }
  return orders;
}

/// The share of all orders in which s is as far from 0.
double exact_p(std::size_t n, double s) {
  double all = 0, as_far = 0;
  const std::vector<double> orders = orders_by_inversions(n);
  const double pairs = static_cast<double>(orders.size() - 1);
  for (std::size_t inversions = 0; inversions < orders.size(); ++inversions) {
    all += orders[inversions];
    if (std::abs(pairs - 2 * static_cast<double>(inversions)) >= std::abs(s))
      as_far += orders[inversions];
  }
  return as_far / all;
}

constexpr std::size_t most_for_exact = 10;

/// Adds the test to n, s and tau.
void add_test(Kendall& k, const Ties& x, const Ties& y) {
  if (k.n < 3 || std::isnan(k.tau)) return;
  k.variance = variance_of_s(static_cast<double>(k.n), x, y);
  k.z = std::copysign(std::max(std::abs(k.s) - 1, 0.0), k.s) / std::sqrt(k.variance);
  k.exact = k.n <= most_for_exact && x.pairs + y.pairs == 0;
  k.p = k.exact ? exact_p(k.n, k.s) : std::erfc(std::abs(k.z) / std::sqrt(2.0));
}

}  // namespace

Kendall kendall(std::span<const double> x, std::span<const double> y) {
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
  const auto same_y = [&](std::size_t a, std::size_t b) { return values[a] == values[b]; };
  const auto same = [&](std::size_t a, std::size_t b) { return same_x(a, b) && same_y(a, b); };
  const Ties tied_x = ties(n, same_x), tied_both = ties(n, same);
  const double discordant = exchanges(values, buffer);
  const Ties tied_y = ties(n, same_y);
  const double all = static_cast<double>(n) * (static_cast<double>(n) - 1) / 2;
  const double s = all - tied_x.pairs - tied_y.pairs + tied_both.pairs - 2 * discordant;
  const double tau = s / (std::sqrt(all - tied_x.pairs) * std::sqrt(all - tied_y.pairs));
  Kendall result{n, s, missing, tau, missing, missing, false};
  add_test(result, tied_x, tied_y);
  return result;
}

}  // namespace tijian::statistics
