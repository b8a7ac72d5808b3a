#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace tijian::statistics {

/// Where each of the values stands once they ascend; equal ones (0 and -0 too) stay as they stood.
/// None of them is NaN. Many are put in order by the bytes of the numbers, which takes a part of
/// the time of comparisons that no processor can foretell.
std::vector<std::uint32_t> ascending_order(std::span<const double> values);

}  // namespace tijian::statistics
