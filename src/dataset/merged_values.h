#pragma once
#include <map>
#include <utility>

#include "dataset/data_file.h"

namespace tijian::dataset {

/// Values in merged cells: only the first row and column of each has it, which is told (B477).
class MergedValues {
 public:
  /// A cell of a merged one that is not its first. `called`: what its values are.
  void add(const DataFile&, int line, int column, const Text& called);
  void tell(const DataFile&, Faults&) const;

 private:
  struct Range {
    Sheet::Range cells;
    Text called;
    int without = 0;  ///< cells that have no value by it
  };
  std::map<std::pair<int, int>, Range> ranges_;  ///< by line and column of the first cell
};

}  // namespace tijian::dataset
