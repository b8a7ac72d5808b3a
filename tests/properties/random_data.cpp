#include "properties/random_data.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace tijian_tests {

Eigen::ArrayXXd random_table(int low, int high, int rows, int columns) {
  Eigen::ArrayXXd table(rows, columns);
  for (double& x : table.reshaped()) {
    const bool absent = *rc::gen::inRange(0, 8) == 0;
    const bool coarse = *rc::gen::inRange(0, 3) == 0;  // a few values only, so that some tie
    const double eighths = *rc::gen::inRange(low * 8, high * 8 + 1);
    x = absent   ? std::numeric_limits<double>::quiet_NaN()
        : coarse ? low + (high - low) / 4 * *rc::gen::inRange(0, 5)
                 : eighths / 8;
  }
  return table;
}

Eigen::ArrayXd random_column(int low, int high) {
  return random_table(low, high, *rc::gen::inRange(1, 13), 1).col(0);
}

Eigen::ArrayXXd random_scores(int low, int high, int most_rows) {
  return random_table(low, high, *rc::gen::inRange(1, most_rows + 1), *rc::gen::inRange(1, 6));
}

Direction random_direction() {
  return *rc::gen::arbitrary<bool>() ? Direction::lower : Direction::higher;
}

std::vector<double> random_weights(Eigen::Index count) {
  std::vector<double> weights;
  for (Eigen::Index j = 0; j < count; ++j) weights.push_back(*rc::gen::inRange(1, 9));
  return weights;
}

std::vector<int> random_order(Eigen::Index count) {
  std::vector<int> order(count);
  std::iota(order.begin(), order.end(), 0);
  for (std::size_t k = order.size(); k > 1; --k)
    std::swap(order[k - 1], order[*rc::gen::inRange<std::size_t>(0, k)]);
  return order;
}

Eigen::ArrayXXd rows_in_order(const Eigen::ArrayXXd& table, const std::vector<int>& order) {
  return table(order, Eigen::all);
}

Eigen::ArrayXXd columns_in_order(const Eigen::ArrayXXd& table, const std::vector<int>& order) {
  return table(Eigen::all, order);
}

bool close(double a, double b, double scale) {
  return std::isnan(a) ? std::isnan(b) : std::abs(a - b) <= 1e-9 * scale;
}

bool close(const Eigen::ArrayXXd& a, const Eigen::ArrayXXd& b, double scale) {
  return a.rows() == b.rows() && a.cols() == b.cols() && largest_difference(a, b) <= 1e-9 * scale;
}

bool same(const Eigen::ArrayXXd& a, const Eigen::ArrayXXd& b) {
  return a.rows() == b.rows() && a.cols() == b.cols() && largest_difference(a, b) == 0;
}

}  // namespace tijian_tests
