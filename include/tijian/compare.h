#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tijian/execution.h"
#include "tijian/indicator_table.h"
#include "tijian/missing.h"
#include "tijian/model.h"

namespace tijian {

/// Why a score moved.
enum class Cause : std::uint8_t {
  value,        ///< the indicator's value
  scale,        ///< another normalisation, treatment, bound or imputation of the same value
  weight,       ///< the node's weight
  presence,     ///< a value or a score came or went, or the node belongs to one framework only
  aggregation,  ///< another mean of the node's children
  adjustment    ///< a cap after a breach, rounding, a fill, or other places that a method compares
                ///< with
};
std::string_view to_string(Cause);
Text title(Cause);

/// What one node did to the index, in points of the index.
struct Contribution {
  std::string node;
  Text title;
  Cause cause;
  double amount;
  double before = missing, after = missing;  ///< an indicator's value, a category's score
  std::string unit = {};                     ///< of an indicator's value
  bool implausible = false;  ///< a figure, or one that went in, lies outside its plausible range
};

/// A category right below the index, before and after.
struct CategoryMove {
  std::string node;
  Text title;
  double before = missing, after = missing;  ///< its score
  double contribution = 0;                   ///< of it and all below, in points of the index
};

/// Why an index has a score or none.
struct IndexCoverage {
  double values = missing;  ///< share of the applicable indicators with a value, as in Scorecard
  double parts = missing;   ///< share of what stands right below it that has a score
  double asked = 0;         ///< the least share of parts that the method asks for
};

/// One place before and after. Its contributions sum to after - before.
struct Move {
  std::string place;
  Period period_before, period_after;
  double before = missing;
  double after = missing;
  int rank_before = 0, rank_after = 0;        ///< 0: none, or no peers
  std::vector<Contribution> contributions;    ///< largest first; empty where a score is missing
  std::vector<CategoryMove> categories = {};  ///< of both sides, in the order of the one after
  IndexCoverage coverage_before = {}, coverage_after = {};

  double change() const { return after - before; }
  /// The sum of the contributions of a cause.
  double because_of(Cause) const;
};

/// One side of a comparison: a table under a model, all its periods or one of them.
struct Side {
  const Model& model;
  const IndicatorTable& table;
  std::optional<Period> period = {};
};

struct Comparison {
  std::shared_ptr<const Framework> framework_before, framework_after;
  std::vector<Move> moves;  ///< places of both sides, in the order of the one before
  std::vector<std::string> places_before_only, places_after_only;
  std::vector<std::string> indicators_before_only, indicators_after_only;
};

/// Compares two methods, frameworks or periods, and tells what each node contributed to the change
/// of every place's index. Indicators and categories are matched by id, rows by place, and by
/// period unless both sides name one. Means of one kind on both sides are taken apart in closed
/// form (arithmetic: midpoint weights; geometric: logarithmic mean; harmonic and power alike);
/// whatever else by putting in one child at a time, forwards and backwards, and averaging.
/// UsageError where `check` of a side's model or table throws.
Comparison compare(const Side& before, const Side& after, const Execution& = {});

}  // namespace tijian
