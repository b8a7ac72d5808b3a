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

/// What a column of a file is for.
struct PlannedColumn {
  enum class Kind { passed_over, unnamed, place, period, attribute, value, other };
  Kind kind = Kind::passed_over;
  /// Of an attribute: in TablePlan::attributes; of a value: the dataset's column, -1 where the rows
  /// say its variable.
  int target = -1;
  bool converts = false;
  Binding binding;
};

/// What each cell of a file's rows is for.
struct TablePlan {
  std::vector<PlannedColumn> cells;
  std::vector<int> attributes;  ///< into the framework's attributes
  std::vector<Surplus> surplus;
  bool refused = false;         ///< a column had a fault
  int place = -1, period = -1;  ///< cells
};

/// Binds the header of a file. Columns are added to the set.
TablePlan plan_table(const DataFile&, const Binder&, ColumnSet&, Faults&);

/// What a name stands for: as the source renames it, in the unit that the source, the name itself
/// or the lines above the header give.
/// `written`: the name before it was renamed; empty: it was not yet. A unit of sources.yaml that
/// another one contradicts counts, with a warning.
Binder::Answer bind_name(const DataFile&, const Binder&, std::string_view name,
                         std::string_view unit, const Citation& where,
                         std::string_view written = {});

}  // namespace tijian::dataset
