#pragma once
#include <functional>
#include <optional>
#include <vector>

namespace tijian::analysis {

/// Which set of items reaches a goal at the least price.
struct SubsetProblem {
  /// Whether each item is in the set.
  using Set = std::vector<char>;

  std::vector<double> cost;  ///< one an item, above 0
  bool fewest = true;        ///< items count before their cost; else the cost before their number
  double goal = 0;           ///< at least this is to be reached
  std::function<double(const Set&)> score;  ///< NaN does not reach
  bool monotone = false;                    ///< more items never make the score worse
  /// Bounds of the score: of a set never more than `base` and the sum of its items' gains. Empty:
  /// none are known.
  std::vector<double> gain;
  double base = 0;
  bool tight = false;         ///< the bounds are the scores, but for rounding
  std::vector<double> order;  ///< one an item: which to try first where there are no gains
  long most_steps = 0;
};

/// The price of a set: by number and cost, or the other way round.
struct Price {
  double first = 0, second = 0;
};

struct SubsetFound {
  std::optional<SubsetProblem::Set> best;
  Price price;
  bool proved = true;  ///< the search came to its end
};

/// Branch and bound, the most promising items first. An item that is `left_out` is in no set (-1:
/// none); sets that are no better than `below` do not count.
SubsetFound cheapest_subset(const SubsetProblem&, int left_out = -1,
                            std::optional<Price> below = {});

}  // namespace tijian::analysis
