#pragma once
#include <Eigen/Core>
#include <vector>

namespace tijian::method {

/// What pairwise judgements say (Saaty 1980).
struct Priorities {
  Eigen::ArrayXd weights;            ///< the principal eigenvector, summing to one
  double ratio = 0;                  ///< consistency ratio; 0 up to two items
  Eigen::Index row = 0, column = 0;  ///< the judgement furthest from what the weights imply
};
Priorities priorities(const Eigen::ArrayXXd& judgements);

/// Several experts' judgements as one: geometric means (Aczel & Saaty 1983).
Eigen::ArrayXXd group_judgement(const std::vector<Eigen::ArrayXXd>& experts);

/// Best-worst weights (Rezaei 2016, linear): the least largest deviation `xi` from the judgements
/// w_best = best_to(j) w_j and w_j = to_worst(j) w_worst.
struct BestWorst {
  Eigen::ArrayXd weights;
  double xi = 0;
};
BestWorst best_worst(const Eigen::ArrayXd& best_to, const Eigen::ArrayXd& to_worst);

}  // namespace tijian::method
