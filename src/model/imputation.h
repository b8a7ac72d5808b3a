#pragma once
#include <map>
#include <string>
#include <vector>

#include "model/peers.h"
#include "model/scoring_plan.h"
#include "tijian/model.h"

namespace tijian::model {

/// The attribute that missing values are filled by; empty: by peers.
std::string impute_group(const Choice&);

/// The table's values as they are filled step by step, each by its own group, else by peers. Cells
/// that do not apply stay missing.
class Imputing {
 public:
  Imputing(const Framework&, const Reference&, const IndicatorTable&);

  /// Fits a step to what those before made, and fills by it.
  Model::Fills fit(const Resolved<Imputer>&);
  /// Fills by a step that was fitted.
  void fill(const Resolved<Imputer>&, const Model::Fills&);
  Matrix<double> take() { return std::move(values_); }

  /// Groups of rows that are none of those known, and how many of their cells stay missing.
  std::map<std::string, long> unfilled(const Resolved<Imputer>&,
                                       const std::vector<std::string>& known) const;

 private:
  PeerGroups groups(const Choice&) const;

  const Framework& framework_;
  const Reference& by_;
  const IndicatorTable& table_;
  std::vector<char> reference_;
  Matrix<double> values_;
};

}  // namespace tijian::model
