// A program's own value function: one entry, and YAML, checks, scores and models know it.
#include <catch2/catch.hpp>
#include <cmath>

#include "framework_folder.h"
#include "run_program.h"
#include "tijian/tijian.h"
#include "value_choices.h"

using namespace tijian;
using namespace tijian_tests;

namespace {

/// 100 times the root of the share of the way from `zero` to `full`.
ValueFunction root() {
  ValueFunction f;
  f.name = "root";
  f.title = {"Root", "平方根"};
  f.parameters = {
      {"zero", Parameter::Kind::number, "0", {}, -1e9, 1e9, {"score 0", "得 0 分处"}},
      {"full", Parameter::Kind::number, "", {}, -1e9, 1e9, {"score 100", "得 100 分处"}}};
  f.formula = "100 sqrt((x - zero)/(full - zero)), zero < full";
  f.fault = [](const Choice& c) {
    return std::string(c.number("zero") < c.number("full") ? "" : "F234");
  };
  f.tendency = [](const Choice&) { return std::optional(Direction::higher); };
  f.score = [](const Choice& c) {
    return [zero = c.number("zero"), full = c.number("full")](double x, double) {
      return 100 * std::sqrt(std::clamp((x - zero) / (full - zero), 0.0, 1.0));
    };
  };
  return f;
}

std::shared_ptr<const MethodTable> with_root() {
  auto methods = std::make_shared<MethodTable>(builtin_methods());
  methods->add(root());
  return methods;
}

Loaded<Framework> framework_of(const std::string& keys, const MethodTable& methods) {
  const FrameworkFolder folder;
  folder.with("framework.yaml",
              one_category("      - {id: i, title: I, unit: \"1\", " + keys + "}\n"));
  return load_framework(folder.path(), methods);
}

std::string first_fault(const std::string& keys) {
  const Loaded<Framework> loaded = framework_of(keys, *with_root());
  if (loaded.diagnostics.empty()) return "";
  const Diagnostic& fault = loaded.diagnostics.front();
  return fault.code + ": " + fault.message.in("en") + "; " + fault.expected.in("en");
}

IndicatorTable values_of_own(std::vector<double> values) {
  IndicatorTable table;
  table.values.resize(static_cast<Eigen::Index>(values.size()), 1);
  for (std::size_t row = 0; row < values.size(); ++row) {
    table.values(static_cast<Eigen::Index>(row), 0) = values[row];
    table.rows.places.push_back("p" + std::to_string(row));
    table.rows.place.push_back(static_cast<int>(row));
    table.rows.period.push_back({});
  }
  return table;
}

}  // namespace

TEST_CASE("an own value function is read, checked, scored and saved like a built-in one") {
  const auto methods = with_root();
  const auto f = std::make_shared<const Framework>(
      value_or_throw(framework_of("score: {shape: root, full: 16}", *methods)));
  const IndicatorTable table = values_of_own({1, 4, 16, 99, std::nan("")});
  const Model model = value_or_throw(fit(f, {}, table, methods));
  const Scorecard card = apply(model, table);
  CHECK(card.score(0, 2) == 25);  // 100 sqrt(1/16)
  CHECK(card.score(1, 2) == 50);  // 100 sqrt(4/16)
  CHECK(card.score(2, 2) == 100);
  CHECK(card.score(3, 2) == 100);
  CHECK(std::isnan(card.score(4, 2)));
  const TemporaryFolder folder;
  REQUIRE(save_model(model, folder.path() + "/model.yaml").empty());
  const Model loaded = value_or_throw(load_model(folder.path() + "/model.yaml", f, methods));
  CHECK(apply(loaded, table).score(1, 0) == 50);
}

TEST_CASE("what is wrong with an own value function in YAML is said from its entry") {
  CHECK(first_fault("score: {shape: root, full: 16}").empty());
  CHECK(first_fault("score: {shape: root, zero: 16, full: 16}") ==
        "F234: these numbers make no 'root'; 100 sqrt((x - zero)/(full - zero)), zero < full");
  CHECK(first_fault("score: {shape: root, full: 16, ful: 16}").starts_with("Y120"));
  CHECK(first_fault("score: {shape: root}").starts_with("Y121"));
  CHECK(first_fault("direction: lower, score: {shape: root, full: 16}").starts_with("F215"));
  CHECK(first_fault("score: {shape: rot, full: 16}").starts_with("F207"));
  CHECK(
      framework_of("score: {shape: root, full: 16}", builtin_methods()).diagnostics.front().code ==
      "F207");
}

TEST_CASE("from C++ value functions are refused with the codes of YAML") {
  Framework f =
      value_or_throw(framework_of("score: {shape: linear, zero: 0, full: 1}", builtin_methods()));
  const auto code = [&](const Choice& score) {
    f.indicators[0].score = score;
    const Loaded<Model> model = fit(f, {}, values_of_own({1, 2}));
    return model ? "" : model.diagnostics.front().code;
  };
  CHECK(code(linear_score(0, 1)).empty());
  CHECK(code(linear_score(1, 1)) == "F208");
  CHECK(code(efficacy_score(1, 1)) == "F209");
  CHECK(code(piecewise_score({{0, 0}, {0, 1}})) == "F210");
  CHECK(code(piecewise_score({{0, 0}, {1, 1}, {2, 2}}, true)) == "F234");  // a cubic needs four
  CHECK(code(range_score(2, 1, 0, 3)) == "F211");
  CHECK(code(cap_score(1, 0)) == "Y131");
  CHECK(code(trajectory_score(2020, 1, 2019, 2)) == "F214");
  CHECK(code({"liner", {}}) == "F207");
  CHECK(code({"linear", {{"full", {0.0}}}}) == "Y121");
  CHECK(code({"linear", {{"zero", {0.0}}}}) == "F213");  // which a plan would have given
  CHECK(code({"linear", {{"zero", {0.0}}, {"full", {std::string("x")}}}}) == "Y124");
  CHECK(code({"linear", {{"zero", {0.0}}, {"full", {1.0}}, {"fill", {1.0}}}}) == "Y120");
  CHECK(code(piecewise_score({{0, 0}, {1, 101}})) == "Y131");
  CHECK(code(cap_score(1, -1)) == "Y131");
  CHECK(code({"trajectory", {}}) == "F213");
}
