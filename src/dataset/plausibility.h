#pragma once
#include <functional>
#include <map>
#include <span>
#include <vector>

#include "formula/unit.h"
#include "tijian/dataset.h"
#include "tijian/doubt.h"

namespace tijian::dataset {

/// The range of what a column holds: of a variable, or of an indicator given directly.
const PlausibleRange& range_of(const DataColumn&, const Framework&);

/// How many values lie outside.
long count_outside(std::span<const double>, const PlausibleRange&);

/// Looks for values outside the range of their variable, or of the indicator that they are, and for
/// parts above their whole. One warning a variable: the first cell, and how many there are.
class Plausibility {
 public:
  /// Where a cell was read.
  using Cite = std::function<Citation(Index row, Index column)>;

  /// `strict`: they are errors. The framework is kept by the caller.
  Plausibility(const Framework&, bool strict);

  void look(const Dataset&, const Cite&);
  void forget() { outside_.clear(), above_.clear(); }
  /// In the order of the framework.
  std::vector<Diagnostic> told() const;
  /// Each such cell by itself, in the order of the columns.
  std::vector<Doubt> each(const Dataset&, const Cite&) const;

 private:
  struct Part {
    int part, whole;
    formula::Conversion to_whole;
  };
  using Told = std::map<std::pair<int, int>, Diagnostic>;  ///< by variable and indicator

  /// Of figures that are not told already.
  bool above_whole(const Part&, double part, double whole) const;
  void look_at_range(const Dataset&, const Cite&, Index column);
  void look_at_part(const Dataset&, const Cite&, const Part&);
  Diagnostic outside(const Dataset&, const Cite&, Index row, Index column) const;
  Diagnostic above(const Dataset&, const Cite&, const Part&, Index row, Index part,
                   Index whole) const;

  const Framework& framework_;
  const Severity severity_;
  std::vector<Part> parts_;
  Told outside_, above_;
};

}  // namespace tijian::dataset
