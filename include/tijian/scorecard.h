#pragma once
#include <Eigen/Core>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "tijian/dataset.h"
#include "tijian/framework.h"

namespace tijian {

/// The first that applies, in this order.
enum class Verdict : std::uint8_t {
  none,          ///< categories and the index have none
  breach,        ///< a binding limit is passed
  not_met,       ///< the standard is not met
  reversed,      ///< moved away from the plan's target
  behind,        ///< progress below 0.8 of the expected; on_course below 1, else ahead
  on_course,
  ahead,
  achieved,      ///< the plan's target is reached
  met,           ///< the standard is met
  no_benchmark,
  unknown        ///< no value
};
std::string_view to_string(Verdict);
Text title(Verdict);

/// Bits of Scorecard::flags.
enum Flag : std::uint16_t {
  flag_imputed = 1, flag_treated = 2, flag_filled = 4, flag_uncited = 8,
  flag_synthetic = 16, flag_constant = 32, flag_capped = 64, flag_not_applicable = 128
};
/// The names of the bits, joined by ';'.
std::string flags_to_string(std::uint16_t flags);

/// The verdict of one value of an indicator in a period, with what it was judged by.
struct Judgement {
  Verdict verdict = Verdict::unknown;
  double limit = std::numeric_limits<double>::quiet_NaN();     ///< the limit, standard or target
  int limit_year = 0;       ///< the limit's year; 0: none
  double progress = std::numeric_limits<double>::quiet_NaN();  ///< (x - x0)/(xT - x0)
  double expected = std::numeric_limits<double>::quiet_NaN();  ///< share of the time gone by, at most 1
};
Judgement judge(const Indicator&, double value, const Period&);

enum class Nodes { all, categories, index };

/// Rows x nodes. Columns follow `nodes`: indices into Framework::nodes, from the index down.
struct Scorecard {
  std::shared_ptr<const Framework> framework;
  Rows rows;
  std::vector<int> nodes;
  Eigen::ArrayXXd score;     ///< rows x nodes; NaN where missing
  Eigen::ArrayXXd coverage;  ///< rows x nodes, 0..1; NaN where not applicable; of the kept categories and index only (see `coverage_column`)
  Eigen::ArrayXd weight;     ///< one a node: nominal product of weights down from the index
  // The following are empty where ApplyOptions::details is false.
  Eigen::ArrayXXi rank;      ///< rows x nodes: 1 is best, within the period; 0 where missing
  Eigen::Array<std::uint16_t, Eigen::Dynamic, Eigen::Dynamic> flags;  ///< rows x nodes
  Eigen::ArrayXXd value;     ///< rows x indicators: untreated, imputed where flagged; only with Nodes::all
  Eigen::Array<Verdict, Eigen::Dynamic, Eigen::Dynamic> verdict;      ///< rows x indicators; only with Nodes::all
  std::vector<Diagnostic> diagnostics;  ///< counted N5xx warnings

  /// The column of a node of the framework, or -1 where it was not kept.
  int column(int node) const;
  double coverage_of(Eigen::Index row, int column) const;
};

}  // namespace tijian
