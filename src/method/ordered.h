#pragma once
#include <span>

namespace tijian::method {

/// How ties share a rank: the weight of the last of their places against the first.
enum class Ties { min, average, max };

/// The rank, 1..n, that x has among `sorted` (ascending), counted from the worst: from the top down
/// where lower is better. Between two values it lies between their ranks; beyond them it is theirs.
double position(std::span<const double> sorted, double x, bool lower, double ties);

}  // namespace tijian::method
