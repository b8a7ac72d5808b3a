#pragma once
#include <vector>

#include "tijian/dataset.h"

namespace tijian::dataset {

/// Finds the row of a place in a year. Periods that are no years are not in it.
class SeriesIndex {
 public:
  explicit SeriesIndex(const Rows&);

  /// -1 where there is none.
  Eigen::Index row(int place, int year) const;

 private:
  struct Entry {
    int year;
    Eigen::Index row;
  };
  std::vector<std::size_t> first_;  ///< one a place and one more: where its entries begin
  std::vector<Entry> entries_;      ///< by place, then year
};

}  // namespace tijian::dataset
