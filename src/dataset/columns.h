#pragma once
#include <string>
#include <vector>

#include "dataset/binding.h"
#include "dataset/data_file.h"
#include "tijian/dataset.h"

namespace tijian::dataset {

/// The columns of a dataset, each target once.
class ColumnSet {
 public:
  /// The number of the column of that target, a new one where there is none.
  int add(const Binding&, const Citation& where);
  int find(const Binding&) const;
  const std::vector<DataColumn>& all() const { return columns_; }

 private:
  std::vector<DataColumn> columns_;
};

/// A name of a data file that belongs to nothing in the framework.
struct Surplus {
  std::string name;
  Citation where;
};

/// A column of a wide file.
struct WideColumn {
  enum class Kind { passed_over, unnamed, place, period, attribute, value };
  Kind kind = Kind::passed_over;
  int target = -1;  ///< of an attribute: in WidePlan::attributes; of a value: the dataset's column
  bool converts = false;
  Binding binding;
};

/// What each cell of a wide file's rows is for.
struct WidePlan {
  std::vector<WideColumn> cells;
  std::vector<int> attributes;  ///< into the framework's attributes
  std::vector<Surplus> surplus;
  bool refused = false;        ///< a column had a fault
  int place = 0, period = -1;  ///< cells
};

/// Binds the header of a wide file. Columns are added to the set.
WidePlan plan_wide(const DataFile&, const Binder&, ColumnSet&, Faults&);

}  // namespace tijian::dataset
