#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "dataset/series_index.h"
#include "formula/formula.h"
#include "tijian/dataset.h"

namespace tijian::dataset {

/// What made a formula's result missing although nothing that it needs was: bits.
enum EvaluationFault : std::uint8_t {
  fault_division = 1,
  fault_logarithm = 2,
  fault_root = 4,
  fault_overflow = 8,
  fault_no_year = 16,
  fault_power = 32,
};
/// What tells each, in the order of the bits.
inline constexpr std::string_view fault_codes[] = {"N500", "N501", "N502", "N503", "N504", "N505"};

/// What formulas read.
struct EvaluationInput {
  EvaluationInput(const Framework&, const Dataset&);

  /// Whether every variable of the formula has a column.
  bool has_columns(const formula::Formula&) const;

  /// Whether the dataset was read from files: then what it gives was held against its ranges.
  bool was_read() const { return data.fingerprint != 0; }
  /// Whether values of the indicator that lie outside its range were told when they were read: it
  /// passes on a variable that has the same range.
  bool told(const Framework&, int indicator) const;

  const Dataset& data;
  std::vector<int> column_of_variable;   ///< -1 without a column
  std::vector<int> column_of_indicator;  ///< of the values given directly
  std::optional<SeriesIndex> series;     ///< where a formula looks at other years
};

/// The rows that a step of a formula reads: those of the result, or the same places in other years.
class RowWindow {
 public:
  RowWindow(const EvaluationInput& input, Eigen::Index first, int count);

  /// Looks at other years until the matching back(). Rows whose period is no year are marked in
  /// `faults`.
  void look(const formula::Instruction&, std::uint8_t* faults);
  void back() { elsewhere_.pop_back(); }

  int count() const { return count_; }
  /// Whether the rows are those of the result, one after the other.
  bool here() const { return elsewhere_.empty(); }
  /// -1 where there is no such row.
  Eigen::Index operator[](int i) const { return here() ? first_ + i : elsewhere_.back()[i]; }

 private:
  const EvaluationInput& input_;
  Eigen::Index first_;
  int count_;
  std::vector<std::vector<Eigen::Index>> elsewhere_;
};

}  // namespace tijian::dataset
