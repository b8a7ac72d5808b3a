#pragma once
#include <span>
#include <vector>

namespace tijian::statistics {

/// p-values adjusted for the false discovery rate: where those not above q are taken for
/// discoveries, at most a share q of them is false on average. In the order given; NaN stays NaN
/// and counts for no test. Benjamini & Hochberg (1995).
std::vector<double> false_discovery_rate(std::span<const double> p);

}  // namespace tijian::statistics
