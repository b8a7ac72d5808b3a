#pragma once
#include <cstddef>
#include <span>

namespace tijian::statistics {

/// Kendall's test of whether two variables rise together.
struct Kendall {
  std::size_t n;    ///< pairs of values; those where either is missing are left out
  double s;         ///< pairs of them in the same order less those in opposite orders
  double variance;  ///< of s where there is no connection, with ties in either variable
  double tau;       ///< tau-b: -1..1
  double z;         ///< s, one nearer to 0, in its standard deviations
  double p;         ///< two-sided: how often an s as far from 0 comes by chance
  bool exact;       ///< p counts all orders, up to ten pairs without ties; else from z
};

/// With times for `x` it is the test of Mann and Kendall for a trend, whatever the steps of time.
/// `variance`, `z` and `p` are missing below three pairs (no p of so few would say anything), and
/// so is all but `n` and `s` where one variable is constant. Lists of different lengths:
/// UsageError. Mann (1945), Nonparametric tests against trend; Kendall (1976), Rank correlation
/// methods.
Kendall kendall(std::span<const double> x, std::span<const double> y);

}  // namespace tijian::statistics
