#pragma once
#include <span>
#include <vector>

namespace tijian::statistics {

/// The values of two lists where neither is missing.
struct Pairs {
  std::vector<double> x, y;
};

/// Throws UsageError where the lists differ in length.
void check_same_length(std::span<const double> x, std::span<const double> y);

/// Checks that too.
Pairs common(std::span<const double> x, std::span<const double> y);

}  // namespace tijian::statistics
