#pragma once
#include <span>
#include <vector>

namespace tijian::statistics {

// How unequal the places are in one quantity. Each place counts once, whatever its population;
// missing values (NaN) are left out.

/// Gini coefficient, 0 (all alike) to 1 - 1/n (one has all): sum of (2 i - n - 1) x_i over n sum x,
/// x ascending. NaN where a value is negative, as shares of a sum are then none, where the sum is
/// 0, or without values; zeros are values. Gini (1912).
double gini(std::span<const double> values);

/// Coefficient of variation: standard deviation (n - 1) over the mean. Values may be negative; NaN
/// where the mean is not above 0, or below two values.
double variation_coefficient(std::span<const double> values);

/// A group's part of Theil's T.
struct TheilGroup {
  int places = 0;      ///< with a value
  double share = 0;    ///< of the sum of values
  double theil = 0;    ///< T within the group; NaN where the group has no value above 0
  double within = 0;   ///< share * theil: its part of Theil::within
  double between = 0;  ///< share * ln(group's mean / overall mean), of either sign
};

/// Theil's T = 1/n sum (x / mean) ln(x / mean), 0 (all alike) to ln n (one has all), with
/// 0 ln 0 = 0; total = within + between to rounding. All is NaN where a value is negative or the
/// sum is 0. Theil (1967), Economics and Information Theory.
struct Theil {
  double total, within, between;
  std::vector<TheilGroup> groups;  ///< by number
};

/// T with its parts by group: `groups` has each place's number from 0, as many as values. A place
/// with a number below 0 is of no group and left out of all. UsageError for other sizes.
Theil theil(std::span<const double> values, std::span<const int> groups);
double theil(std::span<const double> values);

}  // namespace tijian::statistics
