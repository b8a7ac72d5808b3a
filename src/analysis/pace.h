#pragma once
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "tijian/framework.h"
#include "tijian/indicator_table.h"

namespace tijian::analysis {

/// How fast an indicator has moved, in units a year.
struct Pace {
  double up = 0, down = 0;  ///< the best of each way; 0: it never moved that way
};

/// Of a place, between successive values of periods of one kind (years, quarters or months) up to a
/// period; nothing without two values that can be compared. Never across a break.
class Paces {
 public:
  Paces(const Framework&, const IndicatorTable&, const Period& until);
  /// The best of several places (as in Rows::place).
  std::optional<Pace> best_of(const std::set<std::int32_t>& places, int indicator) const;

 private:
  void add(const std::vector<Index>& rows, int indicator, std::span<const int> breaks,
           std::optional<Pace>& best) const;

  const Framework& framework_;
  const IndicatorTable& table_;
  std::vector<std::vector<Index>> rows_of_;  ///< by place, in the order of their periods
};

/// The length of a period in years; 0 without one.
double years_of(const Period&);

}  // namespace tijian::analysis
