#pragma once
#include <cstddef>
#include <variant>

#include "tijian/missing.h"

namespace tijian {

// How a value x becomes a score, before it is held within the scale.
struct ByLine {  ///< start + rise (x - from) / (to - from)
  double start, rise, from, to;
};
struct ByDistance {  ///< 100 (1 - d / tolerance), d how far x is beyond the limit
  double limit, tolerance;
  bool above;  ///< beyond is above; else below
};
struct ByProgress {  ///< 100 progress / expected, both shares of the way
  double progress, expected;
};
struct ByScale {  ///< offset + factor (x - shift): what the sample gave
  double offset, factor, shift;
};
struct ByComparison {  ///< with so many values of the sample
  std::size_t values;
};
/// Nothing where there is nothing to work out: beyond an end of the scale, on a curve, no value.
using Arithmetic =
    std::variant<std::monostate, ByLine, ByDistance, ByProgress, ByScale, ByComparison>;

/// A score worked out with its numbers, and what comes out before it is held within the scale: NaN
/// where there is nothing to work out.
struct WorkedOut {
  Arithmetic how;
  double result = missing;
};

}  // namespace tijian
