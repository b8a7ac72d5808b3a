#pragma once
#include <vector>

#include "diagnosis/arrow.h"
#include "tijian/run.h"

namespace tijian::diagnosis {

/// The rows of each place, ascending in time.
class Histories {
 public:
  explicit Histories(const Rows&);
  /// The rows of that row's place before it, and itself.
  std::span<const Index> until(Index row) const;

 private:
  std::vector<Index> order_;                 ///< by place, then by period
  std::vector<std::pair<int, int>> of_row_;  ///< one a row: where its place begins, and it stands
};

/// The measured values of an indicator up to a row.
std::vector<Point> series_of(const IndicatorTable&, std::span<const Index> rows, int indicator);

/// By the place's name, so that sums over them do not depend on the data's order.
void sort_by_place(const Rows&, std::vector<Index>&);

/// The rows of a period.
std::vector<Index> rows_in(const Rows&, const Period&);

}  // namespace tijian::diagnosis
