#pragma once
#include <map>
#include <string>
#include <vector>

#include "model/scoring_plan.h"
#include "tijian/model.h"

namespace tijian::model {

/// The attribute that missing values are filled by; empty: all places alike.
std::string impute_group(const Choice&);

/// The distinct groups of the choice's `group` over the rows, ascending; one empty group without.
std::vector<std::string> imputation_groups(const Choice&, const Rows&);

/// The table's values as they are filled step by step. Cells that do not apply stay missing.
class Imputing {
 public:
  Imputing(const IndicatorTable&, const std::vector<char>& reference);

  /// Fits a step to what those before made, and fills by it.
  Model::Fills fit(const Resolved<Imputer>&);
  /// Fills by a step that was fitted.
  void fill(const Resolved<Imputer>&, const Model::Fills&);
  Matrix<double> take() { return std::move(values_); }

 private:
  const IndicatorTable& table_;
  const std::vector<char>& reference_;
  Matrix<double> values_;
};

/// Groups of rows that are none of `groups`, and how many of their cells stay missing.
std::map<std::string, long> unfilled_groups(const Resolved<Imputer>&, const IndicatorTable&,
                                            const std::vector<std::string>& groups);

}  // namespace tijian::model
