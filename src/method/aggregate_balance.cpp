#include <cmath>

#include "method/families.h"
#include "method/parameters.h"
#include "method/present.h"

namespace tijian::method {
namespace {

/// Weighted mean and standard deviation of a row's children, after `standardise(child, score)`;
/// children for which that is missing are left out.
struct Profile {
  double weight = 0, count = 0, mean = 0, sd = 0, min = infinity;

  template <class Function>
  Profile(const Children& children, Eigen::Index row, bool sample, Function standardise) {
    const auto each = [&](auto f) {
      method::each_present(children, row, [&](std::size_t j, double w, double x) {
        if (const double z = standardise(j, x); z == z) f(w, z);
      });
    };
    double max = -infinity;
    each([&](double w, double z) {
      weight += w;
      count += 1;
      min = std::min(min, z);
      max = std::max(max, z);
    });
    if (!(weight > 0)) return;
    each([&](double w, double z) { mean += w / weight * z; });
    mean = std::clamp(mean, min, max);
    if (!(min < max)) return;
    const double reach = max - min;  // deviations over it neither overflow nor vanish squared
    double squares = 0;
    each([&](double w, double z) { squares += w * ((z - mean) / reach) * ((z - mean) / reach); });
    const double degrees = sample ? (count - 1) / count : 1;
    sd = reach * std::sqrt(squares / weight / degrees);
  }

  /// M - S cv or M + S cv, cv = S/M.
  double penalised(double sign) const {
    if (!(weight > 0)) return missing;
    return sd == 0 ? mean : mean + sign * sd * (sd / mean);
  }
};

double sign_of(const Choice& choice) { return choice.text("penalty") == "plus" ? 1 : -1; }
bool sample_of(const Choice& choice) { return choice.text("sd") == "sample"; }

std::vector<Parameter> penalty_parameters() {
  return {one_of("penalty", {"minus", "plus"}, "minus",
                 {"minus where higher is better, plus where higher is worse",
                  "越高越好用 minus，越高越差用 plus"}),
          one_of("sd", {"population", "sample"}, "population",
                 {"a row's standard deviation: over n or over n - 1",
                  "一行内各子项的标准差除以 n 或 n - 1"})};
}

Aggregator mpi() {
  Aggregator a;
  a.name = "mpi";
  a.title = {"Mazziotta-Pareto index", "Mazziotta-Pareto 指数"};
  a.parameters = penalty_parameters();
  a.formula =
      "z = 100 + 10 (x - mean)/sd over the places, n - 1; M - S cv, M and S the row's mean and "
      "standard deviation of z, cv = S/M";
  a.literature =
      "De Muro, Mazziotta & Pareto (2011), Composite indices of development and poverty: "
      "an application to MDGs, Social Indicators Research 104";
  a.misleads = {
      "It standardises anew: scores compare within one set of places, not over years; it "
      "punishes imbalance, not a low level.",
      "重新标准化：只在同一批评价单元之间可比，年际不可比；惩罚的是不均衡，不是低水平。"};
  a.needs_peers = true;
  a.apply = method::comparing([](const Children& c, const Choice& choice, std::span<double> score) {
    const std::vector<method::Peers> peers = method::describe_peers(c);
    const bool sample = sample_of(choice);
    const double sign = sign_of(choice);
    const auto standardise = [&](std::size_t j, double x) {
      const method::Peers& p = peers[j];
      const double sd = std::sqrt(p.squared_deviations / (p.count - 1));
      return p.constant() ? missing : 100 + 10 * ((x - p.mean) / sd);
    };
    for (Eigen::Index i = 0; i < c.rows; ++i)
      score[i] = Profile(c, i, sample, standardise).penalised(sign);
    return 0L;
  });
  return a;
}

Aggregator ampi() {
  Aggregator a;
  a.name = "ampi";
  a.title = {"Adjusted Mazziotta-Pareto index", "调整的 Mazziotta-Pareto 指数"};
  a.parameters = penalty_parameters();
  a.formula =
      "M - S cv of the children as they are, cv = S/M; missing where one is negative. As "
      "published with normalise: {method: goalposts, around: mean, range: [70, 130], clip: false}";
  a.literature =
      "Mazziotta & Pareto (2016), On a generalized non-compensatory composite index for "
      "measuring socio-economic phenomena, Social Indicators Research 127";
  a.misleads = {
      "On scores of 0..100 the penalty is far larger than on the 70..130 of the paper, and "
      "can make the result negative.",
      "用在 0..100 的得分上惩罚远大于论文中的 70..130，甚至得负数。"};
  a.apply = [](const Children& c, const Choice& choice, std::span<double> score) {
    long negative = 0;
    for (Eigen::Index i = 0; i < c.rows; ++i) {
      const Profile profile(c, i, sample_of(choice), [](std::size_t, double x) { return x; });
      const bool refused = profile.min < 0;
      score[i] = refused ? missing : profile.penalised(sign_of(choice));
      negative += refused;
    }
    return negative;
  };
  return a;
}

}  // namespace

Family<Aggregator> balance_aggregators() { return {mpi(), ampi()}; }

}  // namespace tijian::method
