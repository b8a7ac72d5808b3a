#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tijian/dataset.h"
#include "tijian/framework.h"
#include "tijian/matrix.h"
#include "tijian/missing.h"

namespace tijian {

/// not_applicable and unknown where they apply; else the first that does, in this order.
enum class Verdict : std::uint8_t {
  none,         ///< categories and the index have none
  breach,       ///< a binding limit is passed
  not_met,      ///< the standard is not met
  reversed,     ///< moved away from the plan's target
  behind,       ///< progress below 0.8 of the expected, or the target's year is over
  on_course,    ///< progress 0.8 to 1 of the expected
  ahead,        ///< more progress than expected
  achieved,     ///< the plan's target is reached
  met,          ///< the standard is met
  in_progress,  ///< a target without a schedule is not reached
  not_due,      ///< a target to come, and no baseline to expect progress from
  no_benchmark,
  unknown,        ///< no value
  not_applicable  ///< the indicator does not apply to the place
};
std::string_view to_string(Verdict);
Text title(Verdict);

/// Bits of Scorecard::flags.
enum Flag : std::uint16_t {
  flag_imputed = 1,
  flag_treated = 2,
  flag_filled = 4,
  flag_uncited = 8,
  flag_synthetic = 16,
  flag_constant = 32,
  flag_capped = 64,
  flag_not_applicable = 128,
  flag_unscored = 256,    ///< the sample has nothing to compare with
  flag_implausible = 512  ///< the value, or one that went in, lies outside its plausible range
};
inline constexpr int flag_count = 10;
/// The names of the bits, joined by ';'.
std::string flags_to_string(std::uint16_t flags);

/// The verdict of one value of an indicator in a period, with what it was judged by.
struct Judgement {
  enum class By : std::uint8_t { nothing, standard, target };
  Verdict verdict = Verdict::unknown;
  By by = By::nothing;        ///< what `limit` is
  double limit = missing;     ///< in the indicator's unit
  int limit_year = 0;         ///< the limit's year; 0: none
  double gap = missing;       ///< value - limit
  double progress = missing;  ///< (x - x0)/(xT - x0)
  double expected = missing;  ///< share of the time gone by, at most 1
};
Judgement judge(const Indicator&, double value, const Period&);

enum class Nodes { all, categories, index };

/// Rows x nodes. Columns follow `nodes`: indices into Framework::nodes, from the index down.
struct Scorecard {
  std::shared_ptr<const Framework> framework;
  Rows rows;
  std::vector<int> nodes;
  Matrix<double> score;        ///< rows x nodes; NaN where missing
  std::vector<double> weight;  ///< one a node: nominal product of weights down from the index
  /// rows x kept nodes that are no leaves: share of the applicable leaves below that have a value,
  /// 0..1 by nominal weight; NaN where none applies. `coverage_column` tells a node's column.
  Matrix<double> coverage;
  std::vector<int> coverage_column;  ///< one a node; -1 for a leaf; of `scored` to `uncapped` too

  // Left empty where ApplyOptions::details is false.
  /// rows x as in `coverage`: indicators below that bear on the score (with a score and a weight,
  /// as the categories between), and those that apply and have a weight.
  Matrix<int> scored, of;
  /// rows x as in `coverage`: the score without any cap of a breach, of what is below it neither;
  /// NaN where no cap lowered it. Empty where the framework has no binding indicator.
  Matrix<double> uncapped;
  /// One a row: rows of one number are ranked together, those of one period and its peers.
  std::vector<int> peers;
  Matrix<int> rank;  ///< rows x nodes: 1 is best, within the period and the peers; 0 where missing
  Matrix<std::uint16_t> flags;  ///< rows x nodes
  /// rows x kept nodes with classes by rank: the class, within the peers; 0 where missing.
  Matrix<std::int16_t> rank_class;
  std::vector<int> class_column;  ///< one a node; -1 without classes by rank
  Matrix<double> value;  ///< rows x indicators: untreated, imputed where flagged. Nodes::all only
  Matrix<Verdict> verdict;  ///< rows x indicators. Nodes::all only

  std::vector<Diagnostic> diagnostics;  ///< counted N5xx warnings

  /// The column of a node of the framework, or -1 where it was not kept.
  int column(int node) const;
  /// How many rows have a rank beside that one, itself included; 0 where it has none.
  int ranked_with(Index row, int column) const;
  /// The coverage of any kept node. A leaf's is 1 with a value (without details: a score), 0
  /// without, NaN where it does not apply. UsageError where there is no such row or column.
  double coverage_of(Index row, int column) const;
  /// The score of any kept node without any cap; NaN where no cap lowered it, and of a leaf.
  /// UsageError where there is no such row or column.
  double uncapped_of(Index row, int column) const;
  /// The grade of a score, or null: by the score, or with details by the rank. UsageError where
  /// there is no such row or column.
  const Grade* grade(Index row, int column) const;
  /// The stored verdict with what it was judged by: not_applicable where the indicator does not
  /// apply, unknown without a value or with an imputed one, which nobody measured. UsageError where
  /// there is no such row or indicator, or no verdict: Nodes::all with details only.
  Judgement judgement(Index row, int indicator) const;
};

/// Ranks of one column of scores, the highest first (or the lowest), within groups: rows of one
/// number in `groups` are ranked together. Ties share the smallest rank: scores within 1e-12 of the
/// range of the first of their group. Of those that tie, rows with a number in `uncapped` (NaN: not
/// capped) come behind the others and in its order. 0 where missing. UsageError unless there is one
/// score a row.
std::vector<int> rank_within(std::span<const double> scores, std::span<const int> groups,
                             Direction better = Direction::higher,
                             std::span<const double> uncapped = {});

/// The same within periods.
std::vector<int> rank_within_periods(std::span<const double> scores, const Rows&,
                                     Direction better = Direction::higher);

/// Classes of one column of scores by their ranks, the highest first, within groups; 0 where
/// missing.
std::vector<std::int16_t> classes_within(std::span<const double> scores,
                                         std::span<const int> groups, const RankClasses&);

}  // namespace tijian
