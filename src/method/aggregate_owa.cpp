#include <cmath>

#include "method/families.h"
#include "method/parameters.h"
#include "method/present.h"

namespace tijian::method {
namespace {

/// How much the best children that hold a share of the importance count together, 0..1.
class Quantifier {
 public:
  explicit Quantifier(const Choice& choice) : exponent_(exponent(choice.number("orness"))) {
    double sum = 0;
    for (const double w : choice.numbers("weights")) cumulative_.push_back(sum += w);
    for (double& c : cumulative_) c /= sum;
  }

  double operator()(double share) const {
    if (share <= 0) return 0;
    if (share >= 1) return 1;
    if (cumulative_.empty()) return std::pow(share, exponent_);
    const double n = static_cast<double>(cumulative_.size());
    const auto piece = static_cast<std::size_t>(share * n);
    const double before = piece == 0 ? 0 : cumulative_[piece - 1];
    return before + (cumulative_[piece] - before) * (share * n - static_cast<double>(piece));
  }

 private:
  static double exponent(double orness) { return (1 - orness) / orness; }
  double exponent_;
  std::vector<double> cumulative_;
};

double ordered_average(const Children& children, Eigen::Index row, const Quantifier& quantifier) {
  struct Child {
    double score, weight;
  };
  std::vector<Child> present;
  double total = 0;
  method::each_present(children, row, [&](std::size_t, double w, double x) {
    present.push_back({x, w});
    total += w;
  });
  if (present.empty()) return missing;
  std::stable_sort(present.begin(), present.end(),
                   [](const Child& a, const Child& b) { return a.score > b.score; });
  double sum = 0, importance = 0, before = 0;
  for (std::size_t k = 0; k < present.size(); ++k) {
    importance += present[k].weight;
    const double upto = k + 1 == present.size() ? 1 : quantifier(importance / total);
    sum += (upto - before) * present[k].score;
    before = upto;
  }
  return std::clamp(sum, present.back().score, present.front().score);
}

Parameter by_position() {
  Parameter weights =
      of_kind(Parameter::Kind::numbers, "weights", "[]",
              {"weights by position, the first for the best child; given, orness is not read",
               "按名次的权重，第一个给最高分；写了就不看 orness"});
  weights.low = 0;
  return weights;
}

Aggregator owa() {
  Aggregator a;
  a.name = "owa";
  a.keeps_scale = true;
  a.title = {"Ordered weighted average", "有序加权平均"};
  a.parameters = {
      number("orness", "0.5",
             {"1: the largest, 0.5: the mean, 0: the smallest", "1 取最大，0.5 平均，0 取最小"}, 0,
             1),
      by_position()};
  a.parameters[0].beside = {"weights", "[]"};
  a.formula =
      "children from the best down: sum_k (Q(S_k) - Q(S_k-1)) x_k, S_k their share of the "
      "importance; Q(r) = r^((1 - orness)/orness), or through the sums of the weights";
  a.literature =
      "Yager (1988), IEEE Trans. SMC 18, and (1996), Quantifier guided aggregation, Int. "
      "J. Intell. Syst. 11; weights by position: Torra (1997), The weighted OWA operator";
  a.misleads = {
      "Orness is an attitude, not data; the same indicator weighs differently in every "
      "place.",
      "orness 是态度，不是数据；同一指标在不同评价单元得到不同的权重。"};
  a.apply = [](const Children& c, const Choice& choice, std::span<double> score) {
    const Quantifier quantifier(choice);
    for (Eigen::Index i = 0; i < c.rows; ++i) score[i] = ordered_average(c, i, quantifier);
    return 0L;
  };
  return a;
}

}  // namespace

Family<Aggregator> ordered_aggregators() { return {owa()}; }

}  // namespace tijian::method
