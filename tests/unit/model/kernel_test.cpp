// The fused kernel against a loop that says what it means, at every alignment and number of rows.
#include "model/kernel.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <vector>

using namespace tijian;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t most_rows = 41, kernel_columns = 5;

/// Numbers in no order, one in seven missing.
double value(std::size_t row, std::size_t column) {
  const std::size_t mixed = (row * 31 + column * 17 + row * column * 7) % 101;
  return mixed % 7 == 0 ? missing : static_cast<double>(mixed) / 8;
}

struct Case {
  std::size_t rows, offset;  ///< of the scores, in doubles: where a line of the cache begins varies
  bool clipped, kept;
  double min_present;
};

bool same(double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); }

double least(const Case& one, const std::vector<model::FusedLeaf>& leaves) {
  double total = 0;
  for (const model::FusedLeaf& leaf : leaves) total += leaf.weight;
  return (one.min_present - 1e-12) * total;
}

/// A row by the definition, in the same order of sums.
void check_row(const Case& one, std::size_t row, const std::vector<model::FusedLeaf>& leaves,
               double score, double share) {
  double sum = 0, weight = 0, total = 0;
  for (std::size_t k = 0; k < kernel_columns; ++k) {
    const auto& [values, scale, own, scores] = leaves[k];
    total += own;
    double leaf = scale.offset + scale.factor * (values[row] - scale.shift);
    if (one.clipped && leaf < scale.low) leaf = scale.low;
    if (one.clipped && leaf > scale.high) leaf = scale.high;
    if (scores) REQUIRE(same(scores[row], leaf));
    if (std::isnan(values[row])) continue;
    sum += own * leaf;
    weight += own;
  }
  const bool enough = weight > 0 && weight >= least(one, leaves);
  REQUIRE(std::isnan(score) == !enough);
  if (enough) REQUIRE(score == Approx(sum / weight).epsilon(1e-14));
  REQUIRE(share == weight / total);
}

void check(const Case& one) {
  CAPTURE(one.rows, one.offset, one.clipped, one.kept, one.min_present);
  const std::size_t room = most_rows + 16;
  std::vector<std::vector<double>> values(kernel_columns), scores(kernel_columns);
  std::vector<model::FusedLeaf> leaves;
  for (std::size_t k = 0; k < kernel_columns; ++k) {
    for (std::size_t row = 0; row < one.rows; ++row) values[k].push_back(value(row, k));
    scores[k].assign(room, -1);
    Scale scale;
    scale.shift = 0.5, scale.factor = 8, scale.offset = 1;
    if (one.clipped) scale.low = 10, scale.high = 60;
    leaves.push_back({values[k].data(), scale, 0.25 * static_cast<double>(k + 1),
                      one.kept ? scores[k].data() + one.offset : nullptr});
  }
  std::vector<double> score(one.rows), share(one.rows);
  model::fused_mean(leaves, one.rows, least(one, leaves), score.data(), share.data());
  for (std::size_t row = 0; row < one.rows; ++row)
    check_row(one, row, leaves, score[row], share[row]);
  if (one.kept)  // nothing beyond the rows is touched
    for (std::size_t k = 0; k < kernel_columns; ++k)
      for (std::size_t i = 0; i < room; ++i)
        if (i < one.offset || i >= one.offset + one.rows) REQUIRE(scores[k][i] == -1);
}

}  // namespace

TEST_CASE("the kernel: every number of rows, every alignment, clipped or not, kept or not") {
  for (std::size_t rows = 1; rows <= most_rows; ++rows)
    for (std::size_t offset = 0; offset < 9; ++offset)
      for (const bool clipped : {false, true})
        for (const double min_present : {0.0, 0.9}) {
          check({rows, offset, clipped, true, min_present});
          if (offset == 0) check({rows, offset, clipped, false, min_present});
        }
}

TEST_CASE("a weighted sum of columns, edges included") {
  for (std::size_t rows = 1; rows <= 20; ++rows) {
    std::vector<double> x(rows), y(rows), sum(rows);
    for (std::size_t i = 0; i < rows; ++i) x[i] = static_cast<double>(i), y[i] = 2;
    const double* const both[] = {x.data(), y.data()};
    const double factors[] = {0.5, 3};
    model::weighted_sum(both, factors, rows, sum.data());
    for (std::size_t i = 0; i < rows; ++i) REQUIRE(sum[i] == 0.5 * static_cast<double>(i) + 6);
  }
}
