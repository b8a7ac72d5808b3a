#include "statistics/coupling.h"

#include <algorithm>
#include <cmath>

#include "tijian/diagnostic.h"
#include "tijian/missing.h"

namespace tijian::statistics {
namespace {

bool usable(std::span<const double> scores, std::span<const double> weights) {
  return std::ranges::all_of(scores, [](double u) { return u >= 0 && u <= 1; }) &&
         std::ranges::all_of(weights, [](double w) { return w >= 0 && std::isfinite(w); }) &&
         std::ranges::any_of(weights, [](double w) { return w > 0; });
}

double standard_coupling(std::span<const double> scores) {
  const double k = static_cast<double>(scores.size());
  double roots = 1, sum = 0;
  for (const double u : scores) {
    roots *= std::pow(u, 1 / k);  // before the product, which would vanish for many small scores
    sum += u;
  }
  return std::min(1.0, k * roots / sum);
}

double modified_coupling(std::span<const double> scores) {
  const double k = static_cast<double>(scores.size()), largest = std::ranges::max(scores);
  double apart = 0, roots = 1;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    roots *= std::pow(scores[i] / largest, 1 / (k - 1));
    for (std::size_t j = 0; j < i; ++j) apart += std::abs(scores[i] - scores[j]);
  }
  return std::sqrt((1 - apart / (k * (k - 1) / 2)) * roots);
}

}  // namespace

Coupling coupling(std::span<const double> scores, std::span<const double> weights,
                  CouplingForm form) {
  if (scores.size() < 2 || weights.size() != scores.size())
    throw UsageError("coupling: needs two scores or more and a weight for each");
  if (!usable(scores, weights)) return {missing, missing, missing};
  if (std::ranges::max(scores) == 0) return {0, 0, 0};
  double sum = 0, total = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    sum += weights[i] * scores[i];
    total += weights[i];
  }
  const double c =
      form == CouplingForm::standard ? standard_coupling(scores) : modified_coupling(scores);
  const double t = sum / total;
  return {c, t, std::sqrt(c * t)};
}

const std::array<CouplingGrade, 10>& coupling_grades() {
  static const std::array<CouplingGrade, 10> grades{{
      {0.0, {"extreme imbalance", "极度失调"}},
      {0.1, {"severe imbalance", "严重失调"}},
      {0.2, {"moderate imbalance", "中度失调"}},
      {0.3, {"mild imbalance", "轻度失调"}},
      {0.4, {"on the verge of imbalance", "濒临失调"}},
      {0.5, {"barely coordinated", "勉强协调"}},
      {0.6, {"primary coordination", "初级协调"}},
      {0.7, {"intermediate coordination", "中级协调"}},
      {0.8, {"good coordination", "良好协调"}},
      {0.9, {"excellent coordination", "优质协调"}},
  }};
  return grades;
}

int coupling_grade(double coordination) {
  constexpr double slack = 1e-12;
  int grade = -1;
  for (const CouplingGrade& each : coupling_grades()) grade += coordination >= each.from - slack;
  return grade;
}

}  // namespace tijian::statistics
