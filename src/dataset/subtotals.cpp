#include "dataset/subtotals.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace tijian::dataset {
namespace {

constexpr std::size_t most_parts = 60;
constexpr double chance = 1e-3;  ///< of one row taken for a sum that is none, in a whole table

class Subtotals {
 public:
  explicit Subtotals(const std::vector<GroupColumn>& columns) : columns_(columns) {
    rows_ = columns.empty() ? 0 : columns.front().values.size();
    const auto sums = static_cast<double>(std::min(rows_, most_parts));
    tries_ = 2 * static_cast<double>(rows_) * sums;
  }

  std::vector<Subtotal> find() const {
    std::vector<Subtotal> found;
    for (std::size_t row = 0; row < rows_; ++row) {
      auto sum = of_parts_below(row);
      if (!sum) sum = of_parts_above(row);
      if (sum) found.push_back(*sum);
    }
    return found;
  }

 private:
  std::optional<Subtotal> of_parts_below(std::size_t row) const {
    for (std::size_t count = 2; count <= most_parts && row + count < rows_; ++count)
      if (auto sum = sum_of(row, row + 1, count)) return sum;
    return std::nullopt;
  }

  std::optional<Subtotal> of_parts_above(std::size_t row) const {
    for (std::size_t count = 2; count <= most_parts && count <= row; ++count)
      if (auto sum = sum_of(row, row - count, count)) return sum;
    return std::nullopt;
  }

  /// Chance agrees in a share of cases as large as the rounding is beside the sum.
  std::optional<Subtotal> sum_of(std::size_t row, std::size_t first, std::size_t count) const {
    Subtotal sum{row, first, count};
    double by_chance = tries_;
    for (const GroupColumn& column : columns_) {
      const double total = column.values[row];
      double parts = 0;
      int filled = 0;
      for (std::size_t i = first; i < first + count; ++i) {
        parts += column.values[i];
        filled += column.values[i] != 0 ? 1 : 0;
      }
      if (std::isnan(parts) || !(total > 0) || !(column.unit > 0)) continue;
      const double rounding = column.rounding(static_cast<double>(count));
      if (std::abs(total - parts) > rounding + no_rounding * total) return std::nullopt;
      if (filled < 2) continue;  // one place as another
      by_chance *= std::min(1.0, std::max(rounding, 0.5 * column.unit) / total);
      ++sum.columns;
      if (!sum.column) sum.column = &column;
    }
    if (!sum.column || by_chance > chance) return std::nullopt;
    return sum;
  }

  const std::vector<GroupColumn>& columns_;
  std::size_t rows_ = 0;
  double tries_ = 0;
};

}  // namespace

std::vector<Subtotal> find_subtotals(const std::vector<GroupColumn>& columns) {
  return Subtotals(columns).find();
}

}  // namespace tijian::dataset
