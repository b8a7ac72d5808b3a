#pragma once
#include <span>
#include <vector>

#include "statistics/neighbours.h"

namespace tijian::statistics {

enum class Itself {
  left_out,  ///< G_i: neighbours only, against all others
  included,  ///< G_i*: the place too, against all; it weighs as its neighbours do on average
};

struct GetisOrd {
  std::vector<double> z;  ///< a place each; above 0 amid high values (hot), below amid low ones
  int places = 0;         ///< with a value
  int islands = 0;        ///< of these, without a neighbour with a value: z is missing
};

/// Standardised G_i or G_i* (Ord & Getis 1995; Getis & Ord 1996, Local spatial statistics: an
/// overview). What the weights of a row sum to makes no difference. z is NaN without a value or
/// neighbours, below 3 values, and where nothing can differ: values are all alike, or neighbours
/// with equal weights. Missing values (NaN) and what leads to them are left out. UsageError for
/// another number of values than places.
GetisOrd getis_ord(std::span<const double> values, const Neighbours&, Itself = Itself::included);

}  // namespace tijian::statistics
