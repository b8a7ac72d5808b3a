#include <catch2/catch.hpp>

#include "small_framework.h"

using namespace tijian;
using namespace tijian::testing;
using Catch::Detail::Approx;

namespace {

constexpr int node_a1 = 2, node_b = 3, node_b1 = 4;

/// Two categories of one indicator each; the second may count the other way round.
Framework plain_and(Direction second) {
  SmallFramework framework;
  framework.category("a").indicator("a1");
  framework.category("b").indicator("b1");
  framework.get().nodes[node_b].direction = second;
  return framework;
}

std::vector<double> weights_over_index(const char* name, Direction second,
                                       const IndicatorTable& table) {
  Method method;
  method.weights = {name, {}};
  method.weights_over_index = true;
  return fit_or_throw(plain_and(second), method, table).weights;
}

std::shared_ptr<const Framework> shared(Framework framework) {
  return std::make_shared<Framework>(std::move(framework));
}

std::string codes_of(const std::vector<Diagnostic>& diagnostics) {
  std::string codes;
  for (const Diagnostic& one : diagnostics) codes += (codes.empty() ? "" : " ") + one.code;
  return codes;
}

}  // namespace

TEST_CASE("weights over the index see a mirrored category as the index does") {
  // a1 is (0, 1/2, 1) of its range: p = (0, 1/3, 2/3), E = 0.6365142/ln 3 = 0.5793802. The index
  // sees b1 turned, as (1, 0, 0): E = 0; unturned it would be (0, 1/2, 1/2), E = 0.6309.
  const std::vector<double> weights =
      weights_over_index("entropy", Direction::lower, table_of({{0, 0}, {50, 10}, {100, 10}}));
  CHECK(weights[node_a1] / weights[node_b1] == Approx(0.4206198).epsilon(1e-6));
  // As the index sees them, a1 and b1 are the same: they share alike.
  const auto opposed = table_of({{0, 100}, {50, 50}, {100, 0}});
  CHECK(weights_over_index("balanced", Direction::lower, opposed)[node_b1] == Approx(0.5));
}

TEST_CASE("statistics that merge weigh a mirrored category alike") {
  Method method;
  method.weights = {"entropy", {}};
  method.weights_over_index = true;
  const auto framework = shared(plain_and(Direction::lower));
  const IndicatorTable table = table_of({{0, 0}, {50, 10}, {100, 10}});
  Loaded<Statistics> statistics = collect(*framework, method, table);
  REQUIRE(statistics);
  collect_entropy(*statistics, *framework, method, table);
  const auto model = fit(framework, method, *statistics);
  REQUIRE(model);
  CHECK(model->weights[node_a1] / model->weights[node_b1] == Approx(0.4206198).epsilon(1e-6));
}

TEST_CASE("a saved model is refused where a category turned round since") {
  const auto before = shared(plain_and(Direction::higher)),
             after = shared(plain_and(Direction::lower));
  const auto saved = fit(before, Method{}, table_of({{0, 0}, {50, 10}}));
  REQUIRE(saved);
  const auto text = to_yaml(*saved);
  REQUIRE(text);
  CHECK(parse_model(*text, before));
  const auto turned = parse_model(*text, after);
  CHECK_FALSE(turned);
  CHECK(codes_of(turned.diagnostics) == "M696");
  CHECK(turned.diagnostics.front().message.in("en") ==
        "`direction` of b is lower; it was higher when the model was fitted");
}

TEST_CASE("a normaliser of a category weighs places as those of indicators") {
  SmallFramework framework;
  framework.category("a").indicator("a1");
  framework.get().variables.push_back({"population", {}, "1", {}, {}, {}, {}});
  Method method;
  method.normalise = {"none", {}};
  method.reference.weights = "population";
  method.aggregate = {{.normalise = Choice{"z_score", {}}}};
  IndicatorTable table = table_of({{0}, {3}, {6}});
  table.variables["population"] = {1, 1, 2};
  // Mean (0 + 3 + 12)/4 = 3.75; sum w (x - 3.75)^2 = (14.0625 + 0.5625 + 2 * 5.0625)/4 = 6.1875;
  // 1 - sum w^2 = 1 - 6/16; sd = sqrt(6.1875/0.625) = 3.146427; z of 0: -3.75/3.146427.
  const Model model = fit_or_throw(framework, method, table);
  CHECK(apply(model, table, {}).score(0, 1) == Approx(-1.191828).epsilon(1e-6));
}
