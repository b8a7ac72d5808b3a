#pragma once
#include <Eigen/Core>
#include <span>
#include <string>
#include <vector>

#include "tijian/method_table.h"

/// Calls of built-in methods by name, on plain arrays.
namespace tijian_tests {

using tijian::Choice;
using tijian::Direction;

struct Scores {
  Eigen::ArrayXd score;
  long refused = 0;  ///< rows that a negative child made missing
};

/// Parameters: {"p", 0.5}, {"ties", "average"}, {"range", {0, 1}}.
Choice choice(const std::string& name, tijian::ValueMap parameters = {});
tijian::Value value(double number);
tijian::Value value(bool flag);
tijian::Value value(const char* text);
tijian::Value value(std::vector<double> numbers);
tijian::Value value(std::vector<std::string> texts);

/// What a normaliser sees of a column of values.
class FittedColumn {
 public:
  FittedColumn(const Eigen::ArrayXd& values, Direction);
  tijian::Column column;  ///< may be given a target or goalposts before `score`
  Eigen::ArrayXd score(const Choice&, const Eigen::ArrayXd& values) const;

 private:
  std::vector<double> sorted_;
};
Eigen::ArrayXd normalised(const Choice&, const Eigen::ArrayXd& values,
                          Direction = Direction::higher);

Scores aggregated(const Choice&, const Eigen::ArrayXXd& children,
                  const std::vector<double>& weights = {});

/// What a weighting sees of scores over [0,1], which it keeps a pointer to.
tijian::WeightingData weighting_data(const tijian::Matrix<double>& unit);
tijian::WeightingData weighting_data(tijian::Matrix<double>&&) = delete;
Eigen::ArrayXd weighed(const Choice&, const tijian::Matrix<double>& unit);

Eigen::ArrayXd treated(const Choice&, const Eigen::ArrayXd& values);
tijian::Treatment treatment(const Choice&, const Eigen::ArrayXd& values);

Eigen::ArrayXd array_of(std::span<const double>);
std::vector<double> sorted_present(const Eigen::ArrayXd& values);

/// The largest distance of two arrays; infinite where only one of two numbers is missing.
double largest_difference(const Eigen::ArrayXXd& a, const Eigen::ArrayXXd& b);

}  // namespace tijian_tests
