#include <cmath>

#include "method/families.h"
#include "method/parameters.h"
#include "method/present.h"

namespace tijian::method {
namespace {

double present_weight(const Children& children, Eigen::Index row) {
  double weight = 0;
  method::each_present(children, row, [&](std::size_t, double w, double) { weight += w; });
  return weight;
}

/// D-/(D+ + D-); the weights' sum cancels, so that those of missing children share out by itself.
double closeness(const Children& c, Eigen::Index row, const std::vector<method::Peers>& peers) {
  double to_best = 0, to_worst = 0;
  method::each_present(c, row, [&](std::size_t j, double w, double x) {
    if (peers[j].constant()) return;
    const double norm = std::sqrt(peers[j].squares);
    const double up = w * ((peers[j].max - x) / norm), down = w * ((x - peers[j].min) / norm);
    to_best += up * up;
    to_worst += down * down;
  });
  const double best = std::sqrt(to_best), worst = std::sqrt(to_worst);
  return best + worst > 0 ? worst / (best + worst) : missing;
}

Aggregator topsis() {
  Aggregator a;
  a.name = "topsis";
  a.title = {"TOPSIS", "TOPSIS（逼近理想解）"};
  a.formula =
      "v = w x/sqrt(sum x^2); D+, D- the distances to the best and worst of each column; "
      "D-/(D+ + D-), 0..1";
  a.literature = "Hwang & Yoon (1981), Multiple Attribute Decision Making";
  a.misleads = {
      "The ideals are those of the sample: adding a place can change the order of others; "
      "vector norms all but silence children with a large mean and little spread.",
      "理想解是样本里的，增减评价单元会改变先后；向量归一化使均值大而离散小的子项几乎不起作用。"};
  a.needs_peers = true;
  a.apply = method::comparing([](const Children& c, const Choice&, std::span<double> score) {
    const std::vector<method::Peers> peers = method::describe_peers(c);
    for (Eigen::Index i = 0; i < c.rows; ++i) score[i] = closeness(c, i, peers);
    return 0L;
  });
  return a;
}

struct Regret {
  double sum = missing, largest = missing;
};

Regret regret(const Children& c, Eigen::Index row, const std::vector<method::Peers>& peers) {
  const double weight = present_weight(c, row);
  Regret result;
  method::each_present(c, row, [&](std::size_t j, double w, double x) {
    const method::Peers& p = peers[j];
    const double loss = p.constant() ? 0 : w / weight * ((p.max - x) / (p.max - p.min));
    result.sum = result.sum == result.sum ? result.sum + loss : loss;
    result.largest = result.largest == result.largest ? std::max(result.largest, loss) : loss;
  });
  return result;
}

/// Where a number of 0..1 lies between the least and the most of its kind; 0 where all are alike,
/// up to rounding.
struct Spread {
  double low = infinity, high = -infinity;
  void add(double x) {
    if (x < low) low = x;
    if (x > high) high = x;
  }
  bool alike() const { return !(high - low > 1e-12); }
  double operator()(double x) const { return alike() ? 0 : (x - low) / (high - low); }
};

Aggregator vikor() {
  Aggregator a;
  a.name = "vikor";
  a.title = {"VIKOR", "VIKOR（折衷排序）"};
  a.parameters = {number("v", "0.5",
                         {"the share of group utility; the rest is individual regret",
                          "群体效用的比重，其余为个体遗憾"},
                         0, 1)};
  a.formula =
      "S = sum w (f* - x)/(f* - f-), R = the largest term; Q = v (S - S*)/(S- - S*) + "
      "(1 - v)(R - R*)/(R- - R*); the score is 1 - Q, so that higher is better";
  a.literature =
      "Opricovic & Tzeng (2004), Compromise solution by MCDM methods, European Journal of "
      "Operational Research 156";
  a.misleads = {
      "Only the order means something: the best gets 1 and the worst often 0; adding a "
      "place can change the order of others.",
      "得分只有次序意义：最好的总得 1，最差的常得 0；增减评价单元会改变先后。"};
  a.needs_peers = true;
  a.apply = method::comparing([](const Children& c, const Choice& choice, std::span<double> score) {
    const std::vector<method::Peers> peers = method::describe_peers(c);
    const double v = choice.number("v");
    std::vector<Regret> regrets;
    Spread sums, largest;
    for (Eigen::Index i = 0; i < c.rows; ++i) {
      regrets.push_back(regret(c, i, peers));
      sums.add(regrets.back().sum);
      largest.add(regrets.back().largest);
    }
    for (Eigen::Index i = 0; i < c.rows; ++i) {
      const Regret& r = regrets[i];
      const bool known = r.sum == r.sum && !(sums.alike() && largest.alike());
      score[i] = known ? 1 - (v * sums(r.sum) + (1 - v) * largest(r.largest)) : missing;
    }
    return 0L;
  });
  return a;
}

Aggregator grey() {
  Aggregator a;
  a.name = "grey";
  a.title = {"Grey relational grade", "灰色关联度"};
  a.parameters = {number("rho", "0.5", {"the distinguishing coefficient", "分辨系数"}, 1e-6, 1)};
  a.formula =
      "delta = best - x in each column; xi = (dmin + rho dmax)/(delta + rho dmax) over all "
      "cells; sum w xi/sum w; 1 where all are alike";
  a.literature = "Deng (1982), Control problems of grey systems, Systems & Control Letters 1";
  a.misleads = {
      "Scores crowd at the upper end, so that gaps look small; another rho can change the order; "
      "the largest gap scales all, so that a place may lose by mending its worst child.",
      "得分挤在高端，差距看着比实际小；换一个 "
      "rho，先后可能不同；最大差距由最差者决定，它改善后其余得分也会变。"};
  a.needs_peers = true;
  a.apply = method::comparing([](const Children& c, const Choice& choice, std::span<double> score) {
    const std::vector<method::Peers> peers = method::describe_peers(c);
    double largest = 0;
    for (std::size_t j = 0; j < peers.size(); ++j)
      if (c.weights[j] > 0) largest = std::max(largest, peers[j].max - peers[j].min);
    const double far = choice.number("rho") * largest;
    for (Eigen::Index i = 0; i < c.rows; ++i) {
      double sum = 0, weight = 0;
      method::each_present(c, i, [&](std::size_t j, double w, double x) {
        sum += w * (far > 0 ? far / (peers[j].max - x + far) : 1);  // the smallest gap is always 0
        weight += w;
      });
      score[i] = weight > 0 ? sum / weight : missing;
    }
    return 0L;
  });
  return a;
}

}  // namespace

Family<Aggregator> distance_aggregators() { return {topsis(), vikor(), grey()}; }

}  // namespace tijian::method
