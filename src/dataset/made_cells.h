#pragma once
#include <functional>
#include <span>

#include "dataset/joint_source.h"

namespace tijian::dataset {

/// A cell of a dataset.
struct CellAt {
  Index row, column;
};

/// Where a cell was read.
using CiteCell = std::function<Citation(Index row, Index column)>;

/// Whether what is given is as far from what is computed as is told: by more than 0.5 %.
bool differs_from_given(double given, double computed);

/// Writes values that are made of other values, with what is known of these.
class MadeCells {
 public:
  explicit MadeCells(Dataset&);
  ~MadeCells();
  MadeCells(const MadeCells&) = delete;
  MadeCells& operator=(const MadeCells&) = delete;

  /// `parts` as in Dataset::parts. A missing value is left as it was.
  void set(const CellAt&, double value, std::int32_t parts, std::span<const CellAt> made_of);

 private:
  Dataset& data_;
  SourceTable sources_;
};

}  // namespace tijian::dataset
