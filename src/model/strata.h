#pragma once
#include <compare>
#include <string>
#include <vector>

#include "model/peers.h"
#include "tijian/dataset.h"
#include "tijian/method.h"
#include "tijian/model.h"

namespace tijian::model {

/// Rows that share their statistics: a group of peers by `reference.group`, and a period with
/// `periods: each`.
struct StratumKey {
  std::string group;
  Period period;
  auto operator<=>(const StratumKey&) const = default;
};

/// The stratum of every row.
struct Strata {
  std::vector<StratumKey> keys;  ///< ascending
  std::vector<int> of_row;       ///< one a row: which of `keys`; empty where all rows are of `only`
  int only = 0;

  int operator[](Eigen::Index row) const { return of_row.empty() ? only : of_row[row]; }
};
Strata strata_of(const Framework&, const Reference&, const Rows&);
StratumKey stratum_key(const Framework&, const Reference&, const Rows&, Eigen::Index row);

/// Which of the model's strata has the key; -1 where none has.
int find_stratum(const Model&, const StratumKey&);

/// One a row: whether its period counts for the statistics.
std::vector<char> reference_rows(const Reference&, const Rows&);

/// Rows by (period, place), so that sums do not depend on the order of the data's lines.
std::vector<Eigen::Index> canonical_order(const Rows&);

}  // namespace tijian::model
