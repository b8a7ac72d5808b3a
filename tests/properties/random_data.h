#pragma once
#include <rapidcheck.h>

#include <Eigen/Core>
#include <string>
#include <vector>

#include "method_calls.h"

/// Random inputs for properties of methods.
namespace tijian_tests {

/// Numbers that tie and repeat now and then, missing in one of eight: eighths between the bounds.
Eigen::ArrayXXd random_table(int low, int high, int rows, int columns);

/// As above, of one to twelve rows.
Eigen::ArrayXd random_column(int low = -1000, int high = 1000);
Eigen::ArrayXXd random_scores(int low = 0, int high = 100, int most_rows = 12);

Direction random_direction();
std::vector<double> random_weights(Eigen::Index count);
std::vector<int> random_order(Eigen::Index count);

Eigen::ArrayXXd rows_in_order(const Eigen::ArrayXXd&, const std::vector<int>& order);
Eigen::ArrayXXd columns_in_order(const Eigen::ArrayXXd&, const std::vector<int>& order);

/// Equal up to 1e-9 of `scale`, both missing or neither.
bool close(double a, double b, double scale = 1);
bool close(const Eigen::ArrayXXd& a, const Eigen::ArrayXXd& b, double scale = 1);
/// The same bits, but that any missing number equals any other.
bool same(const Eigen::ArrayXXd& a, const Eigen::ArrayXXd& b);

/// A choice of every entry of a family, with what it requires filled in.
template <class Entry>
std::vector<Choice> choices(const std::vector<Entry>& family) {
  std::vector<Choice> all;
  for (const Entry& entry : family) all.push_back(choice(entry.name));
  return all;
}

}  // namespace tijian_tests
