#pragma once
#include <map>
#include <set>
#include <vector>

#include "dataset/part_names.h"

namespace tijian::dataset {

/// Which rows are parts of which, by place and period. A row in a circle (B453) has no parts: what
/// it is the sum of, nobody can say. Nor has one of which some have no row (B461).
class PartRows {
 public:
  PartRows(const PartNames&, const Rows&, std::vector<Diagnostic>&);

  /// Rows that have parts, those below others first.
  const std::vector<Index>& order() const { return order_; }
  const std::vector<Index>& of(Index row) const { return below_.at(row); }

 private:
  void drop_incomplete(const PartNames&, const Rows&, std::vector<Diagnostic>&);
  void visit(Index row);

  std::map<Index, std::vector<Index>> below_;  ///< parts by name: sums depend on no order of lines
  std::set<Index> begun_;
  std::vector<Index> order_;
};

}  // namespace tijian::dataset
