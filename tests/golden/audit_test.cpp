// The audit of ASEM against COINr 1.1.14.
#include <catch2/catch.hpp>
#include <cmath>

#include "asem.h"

using namespace tijian;
using namespace tijian_tests;

TEST_CASE("an audit of ASEM has COINr's statistics, alphas and first components") {
  const auto asem = Asem::load();
  const auto statistics = reference_table("asem/stats_raw.csv");
  const auto alphas = reference_table("asem/cronbach_minmax_meanimp_by_pillar.csv");
  const auto weights = reference_table("asem/pca_weights_level1.csv");
  Method method;
  method.impute = {{"mean", {}}};
  const Audit result = audit(fit_or_throw(asem.framework, method, asem.table), asem.table);

  for (std::size_t j = 0; j < result.indicators.size(); ++j) {
    const std::string& code = asem.framework.indicators[j].id;
    const IndicatorStatistics& own = result.indicators[j];
    CAPTURE(code);
    CHECK(own.sd == Approx(statistics.at(code, "Std")).epsilon(1e-9));
    CHECK(own.skewness == Approx(statistics.at(code, "Skew")).margin(1e-9));
    CHECK(own.kurtosis == Approx(statistics.at(code, "Kurt")).margin(1e-9));
    CHECK(own.share_missing == Approx(1 - statistics.at(code, "Frc.Avail")).margin(1e-12));
    CHECK(std::to_string(own.present) == statistics.text(code, "N.Avail"));
    CHECK(std::to_string(own.most_common) == statistics.text(code, "N.Same"));
  }
  int pillars = 0;
  for (const CategoryStructure& category : result.categories) {
    const Node& node = asem.framework.nodes[category.node];
    if (node.height != 1) continue;
    ++pillars;
    CAPTURE(node.id);
    CHECK(std::abs(category.alpha - alphas.at(node.id, "alpha_pairwise")) <= 1e-9);
    double sign = 0;  // theirs is left open
    for (std::size_t k = 0; k < node.children.size(); ++k)
      sign +=
          category.loadings[k] * weights.at(asem.framework.nodes[node.children[k]].id, "Weight");
    for (std::size_t k = 0; k < node.children.size(); ++k) {
      const double theirs = weights.at(asem.framework.nodes[node.children[k]].id, "Weight");
      CHECK(std::abs(category.loadings[k] - (sign < 0 ? -theirs : theirs)) <= 1e-9);
    }
  }
  CHECK(pillars == 8);
}
