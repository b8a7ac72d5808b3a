#include "tijian/method.h"

#include <catch2/catch.hpp>

#include "framework/judgements.h"
#include "framework_folder.h"

using namespace tijian;
using namespace tijian_tests;

namespace {

Loaded<Method> loaded(const std::string& yaml, const Method& base = {}) {
  const FrameworkFolder folder;
  return load_method(folder.with("m.yaml", yaml).path("m.yaml"), base);
}

std::string method_faults(const std::string& yaml) {
  std::string out;
  for (const Diagnostic& d : loaded(yaml).diagnostics)
    out += (out.empty() ? "" : "\n") + d.code + "@" + std::to_string(d.where.line) + ":" +
           std::to_string(d.where.column) + (d.in.empty() ? "" : " " + d.in);
  return out;
}

const char* const everything = R"(
impute:    [constant, {method: median, group: EurAsia_group}]
treat:     {method: winsorise, skewness: 2, kurtosis: 3.5, max_points: 5, otherwise: log}
normalise: {method: min_max, range: [0, 100], applies_to: all}
weights:   {method: entropy, within: index}
aggregate: [arithmetic, {method: power, p: 0.5, min_coverage: 0.5, min_indicators: 3, round: 1}, harmonic]
missing:   {min_coverage: 0.6, measure: count, min_indicators: 2, fill: {nodes: [goal_1], method: median, group: region}}
reference: {periods: [2017, 2019Q1, 2019-03], group: region, weights: population}
round:     {indicator: 4, category: 3, index: 0}
robustness: {weights: 25%, normalise: [min_max, {method: z_score, mean: 50}], drop: true, noise: {uncited: 10%}}
)";

}  // namespace

TEST_CASE("every key of a method is decoded") {
  const Method m = *loaded(everything);
  REQUIRE(m.impute.size() == 2);
  CHECK(m.impute[0].name == "constant");
  CHECK(m.impute[1].text("group") == "EurAsia_group");
  CHECK(m.treat.number("kurtosis") == 3.5);
  CHECK(m.treat.text("otherwise") == "log");
  CHECK(m.normalise.numbers("range") == std::vector<double>{0, 100});
  CHECK(m.normalise.parameters.size() == 1);
  CHECK(m.normalise_all);
  CHECK(m.weights.name == "entropy");
  CHECK(m.weights_over_index);
  REQUIRE(m.aggregate.size() == 3);
  CHECK(m.aggregate[1].mean.number("p") == 0.5);
  CHECK(m.aggregate[1].min_coverage == 0.5);
  CHECK(m.aggregate[1].min_indicators == 3);
  CHECK(m.aggregate[1].round == 1);
  CHECK(m.missing.min_coverage == 0.6);
  CHECK(m.missing.min_indicators == 2);
  CHECK(m.reference.weights == "population");
  CHECK(m.missing.measure == MissingRules::Measure::count);
  CHECK(m.missing.fill->nodes == std::vector<std::string>{"goal_1"});
  CHECK(m.missing.fill->method == "median");
  CHECK(m.reference.periods == Reference::Periods::listed);
  CHECK(m.reference.listed == std::vector<Period>{{2017, Period::Part::year, 0},
                                                  {2019, Period::Part::quarter, 1},
                                                  {2019, Period::Part::month, 3}});
  CHECK(m.round.index == 0);
  const Variation varied{.weights = {WeightVariation::Kind::uniform, 0.25},
                         .normalise = {{"min_max", {}}, {"z_score", {{"mean", {50.0}}}}},
                         .drop = 1,
                         .noise = NoiseVariation{0, 0.1, 0.1}};
  CHECK(m.robustness == varied);
}

TEST_CASE("a method file replaces whole keys of its base, and no others") {
  Method base = *loaded(everything);
  const Method m = *loaded("normalise: z_score\nmissing: {min_coverage: 0.2}\n", base);
  CHECK(m.normalise == Choice{"z_score", {}});
  CHECK_FALSE(m.normalise_all);
  CHECK(m.missing == MissingRules{.min_coverage = 0.2});
  base.normalise = m.normalise;
  base.normalise_all = false;
  base.missing = m.missing;
  CHECK(m == base);
}

TEST_CASE("what is written reads back to an equal method") {
  for (const std::string& yaml :
       {std::string(everything), std::string("reference: {periods: each}\n"),
        std::string("normalise: {method: distance_to_reference, place: \"a \\\"b\\\\ # 中\"}\n"),
        std::string("reference: {group: '5'}\nimpute: {method: mean, group: 'true'}\n"
                    "normalise: {method: z_score, mean: 0.1, sd: 1e300}\n"),
        std::string("robustness: {weights: {method: dirichlet, concentration: 50}, impute: [none, "
                    "[constant, {method: mean, group: ring}]], aggregate: [geometric, [arithmetic, "
                    "{method: owa, orness: 1}]]}\n"),
        std::string("robustness: {weights: {sets: [{a: 1, b: 2}, {a: 0.1}]}, treat: [none, "
                    "winsorise], noise: true}\n"),
        std::string("aggregate: [arithmetic, {method: owa, orness: 1, nodes: [a, b]}, {method: "
                    "geometric, normalise: {method: min_max, range: [0, 1]}}]\n"),
        std::string("weights: {method: ahp, matrices: {a: [[1, 2], [0.5, 1]]}}\n"),
        std::string("weights: {method: ahp, matrices: {a: [[1, 3, ~], [1/3, 1, \"1/2.5\"], [null, "
                    "2.5, 1]]}}\n")}) {
    const Method m = *loaded(yaml);
    const auto again = loaded(to_yaml(m));
    INFO(to_yaml(m));
    REQUIRE(again);
    CHECK(*again == m);
  }
  CHECK(*loaded(to_yaml(Method{})) == Method{});
}

TEST_CASE("a judgement is a number, a fraction or a gap") {
  const Method method =
      *loaded("weights: {method: ahp, matrices: {a: [[1, 3, ~], [1/3, 1, \"1/4\"]]}}");
  const Value& a = method.weights.find("matrices")->map()->at("a");
  CHECK((*(*a.list())[0].list())[2] == Value{std::string("~")});
  CHECK((*(*a.list())[1].list())[0] == Value{std::string("1/3")});
  CHECK((*(*a.list())[1].list())[2] == Value{std::string("1/4")});
  const Method blanks = *loaded("weights: {method: ahp, matrices: {a: [[1, 2], [1 / 2, 1]]}}");
  const Value& with_blanks = *blanks.weights.find("matrices");
  CHECK(framework::judgements_of(with_blanks.map()->at("a"))[0](1, 0) == 0.5);
  const auto fault = [](const std::string& item) {
    return method_faults("weights: {method: ahp, matrices: {a: [[" + item + "]]}}");
  };
  CHECK(fault("1/0") == "Y124@1:40 weights.matrices.a[1][1]");
  CHECK(fault("-1/3") == "Y124@1:40 weights.matrices.a[1][1]");
  CHECK(fault("1/3/2") == "Y124@1:40 weights.matrices.a[1][1]");
  CHECK(fault("one") == "Y124@1:40 weights.matrices.a[1][1]");
  CHECK(fault("\"2\"") == "Y125@1:40 weights.matrices.a[1][1]");
}

TEST_CASE("unknown names and parameters are reported with what there is") {
  const auto unknown = loaded("normalise: min-max\n").diagnostics.at(0);
  CHECK(unknown.code == "M600");
  CHECK(unknown.message.in("en") == "unknown normalisation 'min-max'");
  CHECK(unknown.hint.in("en") == "did you mean 'min_max'?");
  CHECK(unknown.expected.in("en").find("z_score") != std::string::npos);
  CHECK(method_faults("normalise: {method: min_max, rnage: [0, 1]}") == "M601@1:30 normalise");
  CHECK(method_faults("aggregate: [arithmetic, power]") == "Y121@1:25 aggregate[2]");
  CHECK(method_faults("aggregate: {p: 1}") == "Y121@1:12 aggregate");
  CHECK(method_faults("aggregate: {method: owa, nodes: []}") == "Y133@1:33 aggregate.nodes");
  CHECK(method_faults("aggregate: {method: owa, normalise: rnak}") ==
        "M600@1:37 aggregate.normalise");
  CHECK(method_faults("normalise: {method: percentile_rank, ties: all}") ==
        "Y130@1:44 normalise.ties");
  CHECK(method_faults("normalise: {method: min_max, range: [0, x]}") ==
        "Y124@1:41 normalise.range[2]");
  CHECK(method_faults("normalise: {method: min_max, range: [100, 0]}") ==
        "Y131@1:37 normalise.range");
  CHECK(method_faults("normalise: {method: min_max, range: [1, 1]}") ==
        "Y131@1:37 normalise.range");
  CHECK(method_faults("normalise: {method: min_max, applies_to: none}") ==
        "Y130@1:42 normalise.applies_to");
}

TEST_CASE("the other keys keep to their values") {
  CHECK(method_faults("missing: {min_coverage: 1.1}") == "Y131@1:25 missing.min_coverage");
  CHECK(method_faults("reference: {periods: some}") == "Y130@1:22 reference.periods");
  CHECK(method_faults("reference: {periods: [2017, 17]}") == "M602@1:29 reference.periods[2]");
  CHECK(method_faults("round: {index: -1}") == "Y131@1:16 round.index");
  CHECK(method_faults("weights: given\nnormalize: min_max") == "Y120@2:1");
  CHECK(method_faults("- a") == "Y123@1:1");
}

TEST_CASE("a program's own normaliser is known from its table") {
  MethodTable table = builtin_methods();
  Normaliser own;
  own.name = "halves";
  own.parameters = {{"at", Parameter::Kind::number, "", {}, 0, 1, {}}};
  table.normalisers.push_back(own);
  const FrameworkFolder folder;
  folder.with("m.yaml", "normalise: {method: halves, at: 0.5}\n");
  const auto method = load_method(folder.path("m.yaml"), Method{}, table);
  REQUIRE(method);
  CHECK(method->normalise.number("at") == 0.5);
}
