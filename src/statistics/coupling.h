#pragma once
#include <array>
#include <span>

#include "tijian/text.h"

namespace tijian::statistics {

/// How well subsystems (categories, say) develop together.
struct Coupling {
  double coupling;      ///< C, 耦合度: how alike the scores are, 0 to 1
  double development;   ///< T, 综合发展指数: their weighted mean, 0 to 1
  double coordination;  ///< D = sqrt(C T), 耦合协调度, 0 to 1
};

enum class CouplingForm {
  standard,  ///< C = k (prod U)^(1/k) / sum U: geometric over arithmetic mean
  modified,  ///< C = sqrt((1 - mean |U_i - U_j|) (prod U_i / max U)^(1/(k-1))): Wang Shujia, Kong
             ///< Wei, Ren Liang et al. (2021), 国内耦合协调度模型的误区及修正; spreads over [0, 1]
};

/// Of `scores` in [0, 1], two or more, with weights that need not sum to 1. All scores 0: C and D
/// are 0. All is NaN where a score is missing or outside [0, 1], a weight is negative or missing,
/// or no weight is above 0. UsageError where there are fewer than two scores or not as many
/// weights.
Coupling coupling(std::span<const double> scores, std::span<const double> weights,
                  CouplingForm form);

/// A grade of D, from `from` up to the next grade's: [from, next), the last [0.9, 1].
struct CouplingGrade {
  double from;
  Text name;
};

/// The ten, ascending.
const std::array<CouplingGrade, 10>& coupling_grades();

/// The grade's index, 0 to 9; a D less than 1e-12 below a limit is at it. -1 for NaN.
int coupling_grade(double coordination);

}  // namespace tijian::statistics
