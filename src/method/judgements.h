#pragma once
#include <vector>

#include "tijian/matrix.h"

namespace tijian::method {

/// What pairwise judgements say (Saaty 1980), those that are missing left open (Harker 1987).
struct Priorities {
  std::vector<double> weights;  ///< the principal eigenvector, summing to one
  double ratio = 0;             ///< consistency ratio; 0 where nothing could contradict
  Index open = 0;               ///< pairs that are not judged
  Index row = 0, column = 0;    ///< the judgement furthest from what the weights imply
};
/// Judgements that join all items.
Priorities priorities(const Matrix<double>& judgements);

/// Whether the judgements compare every item with every other, be it by way of others.
bool joins_all(const Matrix<double>& judgements);

/// Several experts' judgements as one: geometric means (Aczel & Saaty 1983) over those who judged.
Matrix<double> group_judgement(const std::vector<Matrix<double>>& experts);

/// Best-worst weights (Rezaei 2016, linear): the least largest deviation `xi` from the judgements
/// w_best = best_to(j) w_j and w_j = to_worst(j) w_worst.
struct BestWorst {
  std::vector<double> weights;
  double xi = 0;
};
BestWorst best_worst(const std::vector<double>& best_to, const std::vector<double>& to_worst);

}  // namespace tijian::method
