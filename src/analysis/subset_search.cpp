#include "analysis/subset_search.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace tijian::analysis {
namespace {

using Set = SubsetProblem::Set;

constexpr double alike = 1e-9;  // prices and gains that differ by rounding only

class Search {
 public:
  Search(const SubsetProblem& problem, int left_out, std::optional<Price> below)
      : problem_(problem), limit_(below), chosen_(problem.cost.size(), 0), rest_(chosen_) {
    for (std::size_t i = 0; i < problem.cost.size(); ++i)
      if (static_cast<int>(i) != left_out) order_.push_back(i);
    std::ranges::stable_sort(order_, std::ranges::greater{},
                             [&](std::size_t i) { return promise(i); });
    for (const std::size_t i : order_) rest_[i] = 1;
    sum_up();
  }

  SubsetFound run() {
    if (!problem_.monotone || reaches(rest_)) descend(0, {}, problem_.base);
    return std::move(found_);
  }

 private:
  double promise(std::size_t i) const {
    const double gain = bounded() ? problem_.gain[i] : problem_.order[i];
    return problem_.fewest ? gain : gain / problem_.cost[i];
  }
  bool bounded() const { return !problem_.gain.empty(); }

  /// Sums over the items from the first on, and the least cost from each on.
  void sum_up() {
    const std::size_t n = order_.size();
    gains_.assign(n + 1, 0);
    costs_.assign(n + 1, 0);
    least_cost_.assign(n + 1, std::numeric_limits<double>::infinity());
    for (std::size_t k = 0; k < n; ++k) {
      gains_[k + 1] = gains_[k] + (bounded() ? problem_.gain[order_[k]] : 0);
      costs_[k + 1] = costs_[k] + problem_.cost[order_[k]];
    }
    for (std::size_t k = n; k-- > 0;)
      least_cost_[k] = std::min(least_cost_[k + 1], problem_.cost[order_[k]]);
  }

  bool reaches(const Set& set) const { return problem_.score(set) >= problem_.goal; }

  double slack() const { return alike * (1 + std::abs(problem_.goal)); }

  Price price(double number, double cost) const {
    return problem_.fewest ? Price{number, cost} : Price{cost, number};
  }

  bool better(const Price& price) const {
    if (!limit_) return true;
    const double off = alike * (1 + std::abs(limit_->first));
    if (price.first < limit_->first - off) return true;
    return price.first <= limit_->first + off &&
           price.second < limit_->second - alike * (1 + std::abs(limit_->second));
  }

  struct Chosen {
    double number = 0, cost = 0;
  };

  /// The least that any set can cost that holds the chosen ones and reaches the goal with items
  /// from `k` on; nothing where none can.
  std::optional<Price> least_price(const Chosen& chosen, std::size_t k, double bound) const {
    if (k == order_.size()) return {};
    if (!bounded()) return price(chosen.number + 1, chosen.cost + least_cost_[k]);
    const double need = problem_.goal - bound - slack();
    if (gains_.back() - gains_[k] < need) return {};
    const auto last =
        std::partition_point(gains_.begin() + static_cast<std::ptrdiff_t>(k) + 1, gains_.end() - 1,
                             [&](double sum) { return sum - gains_[k] < need; });
    const auto count = static_cast<std::size_t>(last - gains_.begin()) - k;  // at least so many
    if (problem_.fewest)
      return price(chosen.number + static_cast<double>(count),
                   chosen.cost + static_cast<double>(count) * least_cost_[k]);
    const std::size_t end = k + count - 1;  // whole items, then a part of the next
    const double left = std::max(0.0, need - (gains_[end] - gains_[k]));
    const std::size_t item = order_[end];
    const double part = problem_.gain[item] > 0 ? std::min(1.0, left / problem_.gain[item]) : 1;
    return price(chosen.number + 1,
                 chosen.cost + std::max(least_cost_[k],
                                        costs_[end] - costs_[k] + part * problem_.cost[item]));
  }

  void descend(std::size_t k, const Chosen& chosen, double bound) {
    if (++steps_ > problem_.most_steps) {
      found_.proved = false;
      return;
    }
    if ((!bounded() || bound >= problem_.goal - slack()) && reaches(chosen_)) {
      const Price paid = price(chosen.number, chosen.cost);
      if (!better(paid)) return;
      limit_ = found_.price = paid;
      found_.best = chosen_;
      return;
    }
    const std::optional<Price> least = least_price(chosen, k, bound);
    if (!least || !better(*least)) return;
    const std::size_t item = order_[k];
    chosen_[item] = 1;
    descend(k + 1, {chosen.number + 1, chosen.cost + problem_.cost[item]},
            bounded() ? bound + problem_.gain[item] : bound);
    chosen_[item] = 0;
    rest_[item] = 0;
    const bool enough =
        !bounded() || bound + gains_.back() - gains_[k + 1] >= problem_.goal - slack();
    if (found_.proved && enough && (problem_.tight || !problem_.monotone || reaches(rest_)))
      descend(k + 1, chosen, bound);
    rest_[item] = 1;
  }

  const SubsetProblem& problem_;
  std::optional<Price> limit_;
  Set chosen_;  ///< what is in the set
  Set rest_;    ///< the same and all that may still come
  std::vector<std::size_t> order_;
  std::vector<double> gains_, costs_, least_cost_;
  long steps_ = 0;
  SubsetFound found_;
};

}  // namespace

SubsetFound cheapest_subset(const SubsetProblem& problem, int left_out,
                            std::optional<Price> below) {
  return Search(problem, left_out, below).run();
}

}  // namespace tijian::analysis
