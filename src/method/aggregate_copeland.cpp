#include <cmath>

#include "method/families.h"
#include "method/parameters.h"
#include "method/present.h"

namespace tijian::method {
namespace {

/// Scores nearer to each other than this share of their column's range tie, as in ranks.
constexpr double tie = 1e-9;

class Contest {
 public:
  explicit Contest(const Children& children) : children_(children) {
    for (const method::Peers& p : method::describe_peers(children))
      slack_.push_back(tie * (p.max - p.min));
  }

  /// 1 where row `a` beats row `b` by weight of the children that both have, -1 where it loses.
  int between(Eigen::Index a, Eigen::Index b) const {
    double won = 0, lost = 0;
    for (std::size_t j = 0; j < slack_.size(); ++j) {
      const double lead = children_.columns[j][a] - children_.columns[j][b];  // NaN: not compared
      if (lead > slack_[j]) won += children_.weights[j];
      if (lead < -slack_[j]) lost += children_.weights[j];
    }
    const double margin = 1e-12 * (won + lost);
    return won - lost > margin ? 1 : lost - won > margin ? -1 : 0;
  }

 private:
  const Children& children_;
  std::vector<double> slack_;
};

bool takes_part(const Children& children, Eigen::Index row) {
  bool any = false;
  method::each_present(children, row, [&](std::size_t, double, double) { any = true; });
  return any;
}

Aggregator copeland() {
  Aggregator a;
  a.name = "copeland";
  a.title = {"Copeland", "Copeland 法"};
  a.formula =
      "places outranked minus places outranked by; one outranks another where the children "
      "in which it is better weigh more than those in which it is worse, of those both have";
  a.literature =
      "Copeland (1951); Munda & Nardo (2009), Noncompensatory/nonlinear composite "
      "indicators for ranking countries, Applied Economics 41; Becker et al. (2022), COINr";
  a.misleads = {
      "Only who wins counts, not by how much; adding a place changes the scores of others; "
      "the work grows with the square of the number of places.",
      "只看胜负不看差距；增减一个评价单元会改变其他单元的得分；计算量随评价单元数的平方增长。"};
  a.needs_peers = true;
  a.apply = method::comparing([](const Children& c, const Choice&, std::span<double> score) {
    const Contest contest(c);
    std::vector<Eigen::Index> rows;
    for (Eigen::Index i = 0; i < c.rows; ++i) {
      const bool part = takes_part(c, i);
      score[i] = part ? 0 : missing;
      if (part) rows.push_back(i);
    }
    for (std::size_t a_place = 0; a_place < rows.size(); ++a_place)
      for (std::size_t b_place = 0; b_place < a_place; ++b_place) {
        const int outcome = contest.between(rows[a_place], rows[b_place]);
        score[rows[a_place]] += outcome;
        score[rows[b_place]] -= outcome;
      }
    return 0L;
  });
  return a;
}

}  // namespace

Family<Aggregator> outranking_aggregators() { return {copeland()}; }

}  // namespace tijian::method
