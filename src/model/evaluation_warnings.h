#pragma once
#include <array>

#include "dataset/evaluation.h"
#include "tijian/indicator_table.h"

namespace tijian::model {

/// The rows of an indicator where something happened: how many, and the first.
struct Occurrence {
  long count = 0;
  Eigen::Index first = 0;

  void add(Eigen::Index row);
  /// `later` comes from rows after this one's.
  void append(const Occurrence& later);
};

/// What is worth a warning in an indicator's rows.
struct Occurrences {
  std::array<Occurrence, 6> faults;  ///< one for each bit of EvaluationFault
  Occurrence conflicts;              ///< given and computed, but not alike
  double given = 0, computed = 0;    ///< of the first conflict
  Occurrence implausible;            ///< outside the indicator's range
  double value = 0;                  ///< of the first of these
  std::vector<Eigen::Index> marked;  ///< rows of implausible values, or with such among the inputs

  void append(const Occurrences& later);
};

/// N511: a value that was computed and lies outside its indicator's range.
Diagnostic implausible_value(const Framework&, const Rows&, int indicator, Index row, double value);

/// The warnings of an indicator; where `strict`, its implausible values are errors.
void add_warnings(const Framework&, const dataset::EvaluationInput&, int indicator,
                  const Occurrences&, bool strict, std::vector<Diagnostic>&);

/// Tells where the data of a plan's baseline year have another value (N514): of places that are
/// part of no other, whose plan it is.
void warn_of_baselines(const Framework&, const Rows&, IndicatorTable&);

}  // namespace tijian::model
