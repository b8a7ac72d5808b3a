#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tijian/text.h"

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

/// Which sentence says what is wrong, or no longer is.
enum class Finding : std::uint8_t {
  breach,         ///< a hard limit is passed
  not_met,        ///< a standard, or a target that was due
  behind,         ///< the way to the target
  reversed,       ///< further from the target than the baseline
  off_pace,       ///< at its pace it is not at the target in time
  light,          ///< short of `green`
  trend,          ///< worse than before
  peers,          ///< in the last half or quarter of its peers
  share,          ///< a survey's share, worse than its peers' together by more than chance
  since,          ///< what follows these, where it was so before
  solved,         ///< a problem of the diagnosis before that is none any more
  solved_before,  ///< one that had been solved, and was not measured this time
  not_checked     ///< one that nobody measured this time
};
inline constexpr int finding_count = 13;
/// The key of its template in YAML, which is its name.
std::string_view to_string(Finding);
/// The names in braces that its template may have.
std::vector<std::string> placeholders(Finding);

/// How a framework's diagnosis reads and says.
struct DiagnosisRules {
  TrendRule trend = {};  ///< how changes are read, unless an indicator says otherwise
  /// Ids of indicators or variables by which places are alike or not: their statistical neighbours.
  std::vector<std::string> context = {};
  std::array<Text, finding_count> findings = {};  ///< templates by Finding; empty: the default
  bool operator==(const DiagnosisRules&) const = default;
};

/// What makes an indicator a share that a survey found, with an interval: the variable that counts
/// the answers it is a share of.
struct IntervalRule {
  std::string share_of = {};
  bool operator==(const IntervalRule&) const = default;
};

}  // namespace tijian
