#pragma once
#include <vector>

#include "report/report_scope.h"

namespace tijian::report {

/// The places that a page shows and the periods before: one place a row of the diagnosis's period,
/// in the data's order; only HealthReport::place, where that is set.
class PageRows {
 public:
  explicit PageRows(const HealthReport&);

  const std::vector<Index>& rows() const { return scope_.rows; }
  /// Ascending, the last is the diagnosis's.
  const std::vector<Period>& periods() const { return periods_; }
  /// The row of a place (as in `rows`) in a period (as in `periods`); -1: none.
  Index row(std::size_t place, std::size_t period) const {
    return history_[place * periods_.size() + period];
  }
  /// Whether the page shows a row of the period.
  bool has(Index row) const { return scope_.holds(row); }

 private:
  ReportScope scope_;
  std::vector<Period> periods_;
  std::vector<Index> history_;
};

}  // namespace tijian::report
