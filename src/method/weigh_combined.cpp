#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "method/families.h"
#include "method/linear_solve.h"
#include "method/parameters.h"
#include "method/weights.h"

namespace tijian::method {
namespace {

using Weights = std::vector<double>;

/// The weightings under `of`.
std::vector<Choice> parts_of(const Choice& choice) {
  std::vector<Choice> parts;
  const Value* of = choice.find("of");
  if (!of || !of->list()) return parts;
  for (const Value& value : *of->list())
    if (const std::string* name = value.text()) parts.push_back({*name, {}});
  return parts;
}

/// What is wrong with the shares; empty where nothing is.
Text fault_of(std::size_t shares, std::size_t parts) {
  if (shares == 0 || shares == parts) return {};
  return {fmt::format("{} shares for {} methods", shares, parts),
          fmt::format("{} 种方法却有 {} 个份额", parts, shares)};
}

void join(Text& all, const Text& more) {
  if (more.empty()) return;
  all = all.empty()
            ? more
            : Text{all.in("en") + "; " + more.in("en"), all.in("zh") + "；" + more.in("zh")};
}

Weights weighted_sum(const std::vector<Weights>& weights, const Weights& shares) {
  Weights sum(weights.front().size());
  for (std::size_t k = 0; k < weights.size(); ++k)
    for (std::size_t j = 0; j < sum.size(); ++j) sum[j] += shares[k] * weights[k][j];
  return sum;
}

Weights additive(const std::vector<Weights>& weights, const Choice& choice) {
  const std::vector<double> given = choice.numbers("shares");
  Weights shares(weights.size(), 1.0);
  if (given.size() == weights.size())
    for (std::size_t k = 0; k < given.size(); ++k) shares[k] = given[k];
  return weighted_sum(weights, method::to_one(shares));
}

Weights multiplicative(const std::vector<Weights>& weights) {
  Weights product(weights.front().size(), 1.0);
  for (const Weights& one : weights)
    for (std::size_t j = 0; j < product.size(); ++j) product[j] *= one[j];
  return product;
}

double dot(const Weights& a, const Weights& b) {
  double sum = 0;
  for (std::size_t j = 0; j < a.size(); ++j) sum += a[j] * b[j];
  return sum;
}

/// sum_l a_l (w_k . w_l) = w_k . w_k; where weights coincide any shares serve, so equal ones.
Weights game_theory(const std::vector<Weights>& weights) {
  const auto n = static_cast<Index>(weights.size());
  Eigen::ArrayXXd products(n, n);
  Eigen::ArrayXd own(n);
  for (Index k = 0; k < n; ++k) {
    for (Index l = 0; l < n; ++l) products(k, l) = dot(weights[k], weights[l]);
    own[k] = products(k, k);
  }
  const Eigen::ArrayXd solved = method::solve(products, own, 1e-10);
  Weights shares(solved.begin(), solved.end());
  if (shares.empty()) shares.assign(weights.size(), 1.0);
  for (double& share : shares) share = std::abs(share);
  return weighted_sum(weights, method::to_one(shares));
}

Weighting combined() {
  Weighting w;
  w.name = "combined";
  w.title = {"Combined weights", "组合赋权"};
  w.parameters = {
      of_kind(Parameter::Kind::texts, "of", "", {"the weightings to combine", "要组合的赋权方法"}),
      one_of("how", {"additive", "multiplicative", "game_theory"}, "additive",
             {"by sum, by product or by game theory", "加法、乘法或博弈论组合"}),
      of_kind(Parameter::Kind::numbers, "shares", "[]",
              {"shares of the methods in a sum; left out: equal",
               "加法组合中各方法的份额；不写则相等"}),
      of_kind(Parameter::Kind::matrices, "matrices", "{}",
              {"judgements for ahp or bwm among them", "其中 ahp、bwm 用的判断"})};
  w.parameters[2].beside = {"how", "additive"};  // shares
  w.formula =
      "additive sum_k a_k w_k; multiplicative prod_k w_kj/sum; game_theory: "
      "sum_l a_l (w_k . w_l) = w_k . w_k, w = sum |a_k| w_k/sum |a|";
  w.literature =
      "Jahan et al. (2012), A framework for weighting of criteria in ranking stage of "
      "material selection process, Int. J. Adv. Manuf. Technol. 58; 组合赋权、博弈论组合赋权";
  w.misleads = {
      "Products make the large larger and one zero makes zero; game theory leans to the "
      "more uneven weights.",
      "乘法使大的更大，一个零权重即为零；博弈论组合偏向权重悬殊的一方。"};
  w.parts = parts_of;
  w.weigh = [](WeightingData& data, const Choice& choice) -> Weights {
    const std::vector<Choice> parts = parts_of(choice);
    const Weights refusal(data.given.size(), missing);
    data.message = fault_of(choice.numbers("shares").size(), parts.size());
    if (!data.message.empty()) return refusal;
    std::vector<Weights> weights;
    Text messages;
    bool refused = false;
    for (const Choice& part : parts) {
      data.message = {};
      const Weighting& weighting = *find_method(data.table->weightings, part.name);
      weights.push_back(weighting.weigh(data, resolve(part, weighting)));
      join(messages, data.message);
      refused |= std::ranges::any_of(weights.back(), [](double x) { return std::isnan(x); });
    }
    data.message = messages;
    if (refused) return refusal;
    const std::string how = choice.text("how");
    return method::to_one(how == "multiplicative" ? multiplicative(weights)
                          : how == "game_theory"  ? game_theory(weights)
                                                  : additive(weights, choice));
  };
  return w;
}

}  // namespace

Family<Weighting> combined_weightings() { return {combined()}; }

}  // namespace tijian::method
