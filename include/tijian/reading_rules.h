#pragma once
#include <optional>
#include <string>

namespace tijian {

// How an indicator is read beside its score.

/// Where its light turns, in its own unit: green at or beyond `green`, red beyond `red`.
struct LightLimits {
  double green = 0, red = 0;
  bool operator==(const LightLimits&) const = default;
};

/// From when to when an indicator's change is read, and by when it should be green. Years.
struct TrendRule {
  enum class Base {
    first,  ///< the year of the first value
    last,   ///< the year of the last value
    year    ///< `base_year`
  };
  std::optional<int> from = {}, to = {};  ///< nothing: the first and the last year with a value
  Base base = Base::first;                ///< from when on the way to green counts
  int base_year = 0;
  std::optional<int> until = {};  ///< nothing: the year of the plan's target
  bool operator==(const TrendRule&) const = default;
};

/// What makes an indicator a share that a survey found, with an interval: the variable that counts
/// the answers it is a share of.
struct IntervalRule {
  std::string share_of = {};
  bool operator==(const IntervalRule&) const = default;
};

}  // namespace tijian
