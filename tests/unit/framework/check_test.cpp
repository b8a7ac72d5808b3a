#include "tijian/check.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>

#include "framework_folder.h"

using namespace tijian;
using namespace tijian_tests;

namespace {

/// An index over a category `green` over the indicators `parks` and `trees`.
Framework small_framework() {
  const FrameworkFolder folder;
  return load_framework_or_throw(
      folder
          .with("framework.yaml",
                "tijian: 1\nframework: small\ntitle: S\nattributes: [ring]\ncategories:\n"
                "  - id: green\n    title: G\n    indicators:\n"
                "      - {id: parks, title: P, unit: \"1\"}\n"
                "      - {id: trees, title: T, unit: \"1\"}\n")
          .path("framework.yaml"));
}

std::string sorted_lines(std::vector<std::string> lines) {
  std::ranges::sort(lines);
  std::string out;
  for (const std::string& line : lines) out += line + '\n';
  return out;
}

std::string told(const Method& method, const Framework& framework) {
  std::vector<std::string> lines;
  for (const Diagnostic& d : check(method, framework)) lines.push_back(d.code + ' ' + d.in);
  return sorted_lines(lines);
}

std::vector<Diagnostic> from_yaml(const std::string& yaml, const Framework& framework) {
  const FrameworkFolder folder;
  return load_method(folder.with("m.yaml", yaml).path("m.yaml"), framework).diagnostics;
}

std::string told_of_yaml(const std::string& yaml, const Framework& framework) {
  std::vector<std::string> lines;
  for (const Diagnostic& d : from_yaml(yaml, framework))
    lines.push_back(d.code + " method." + d.in);
  return sorted_lines(lines);
}

Value list(ValueList values) { return {std::move(values)}; }

/// What may be wrong with a parameter of each kind.
std::vector<Value> wrong_values(const Parameter& parameter) {
  using Kind = Parameter::Kind;
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const Value word{std::string("x")}, map{ValueMap{{"x", {1.0}}}}, none{ValueMap{}};
  switch (parameter.kind) {
    case Kind::number:
      if (parameter.whole) return {word, none, {nan}, {parameter.high + 1}, {parameter.low + 0.5}};
      return {word, none, list({}), {true}, {nan}, {parameter.low - 1}, {parameter.high + 1}};
    case Kind::boolean:
      return {word, none, list({}), {1.0}};
    case Kind::text:
      return {none, list({}), {std::string()}};
    case Kind::one_of:
      return {word, none, list({}), {1.0}};
    case Kind::numbers:
      return {word,
              none,
              list({word}),
              list({{nan}, {1.0}}),
              list({{9.0}, {1.0}, {4.0}}),
              list({{2.0}, {1.0}})};
    case Kind::texts:
      return {word, none, list({none})};
    case Kind::goalposts:
      return {word,
              list({}),
              list({{5.0}, {1.0}}),
              list({{1.0}, word}),
              map,
              {ValueMap{{"parks", list({{5.0}, {1.0}})}}},
              {ValueMap{{"parcs", list({{1.0}, {5.0}})}}}};
    case Kind::matrices:
      return {word,
              list({}),
              map,
              {ValueMap{{"green", list({list({word})})}}},
              {ValueMap{{"gren", list({list({{1.0}})})}}}};
    case Kind::points:
    case Kind::year_value:
    case Kind::distance:
      break;  // of value functions: own_value_function_test.cpp
  }
  return {};
}

/// Every wrong choice of a method of the table.
std::vector<Choice> wrong_choices(const MethodEntry& entry) {
  std::vector<Choice> choices{{entry.name, {{"xyz", {1.0}}}}};
  for (const Parameter& parameter : entry.parameters)
    for (Value& value : wrong_values(parameter))
      choices.push_back({entry.name, {{parameter.name, std::move(value)}}});
  return choices;
}

}  // namespace

TEST_CASE("a method of the program is refused with the codes that a file gets") {
  const Framework framework = small_framework();
  const MethodTable& table = builtin_methods();
  int refused = 0;
  const auto compare = [&](const MethodEntry& entry, const auto& choose) {
    for (const Choice& choice : wrong_choices(entry)) {
      Method method;
      choose(method, choice);
      INFO(to_yaml(method));
      const std::string found = told(method, framework);
      CHECK(found == told_of_yaml(to_yaml(method), framework));
      refused += !found.empty();
    }
  };
  for (const Imputer& entry : table.imputers)
    compare(entry, [](Method& m, const Choice& choice) { m.impute = {choice}; });
  for (const Treater& entry : table.treaters)
    compare(entry, [](Method& m, const Choice& choice) { m.treat = choice; });
  for (const Normaliser& entry : table.normalisers)
    compare(entry, [](Method& m, const Choice& choice) { m.normalise = choice; });
  for (const Weighting& entry : table.weightings)
    compare(entry, [](Method& m, const Choice& choice) { m.weights = choice; });
  for (const Aggregator& entry : table.aggregators)
    compare(entry, [](Method& m, const Choice& choice) { m.aggregate = {{}, {choice}}; });
  for (const Normaliser& entry : table.normalisers)
    compare(entry, [](Method& m, const Choice& choice) {
      m.robustness.normalise = {{"z_score", {}}, choice};
    });
  CHECK(refused > 300);
}

TEST_CASE("a fraction of what is counted is refused, in a file with its place") {
  const Framework framework = small_framework();
  const MethodTable& table = builtin_methods();
  std::string found;
  const auto look = [&](const char* key, const MethodEntry& entry, const auto& choose) {
    for (const Parameter& parameter : entry.parameters) {
      if (!parameter.whole) continue;
      Method method;
      choose(method, Choice{entry.name, {{parameter.name, {2.5}}}});
      const std::string place = "method." + std::string(key) + '.' + parameter.name;
      CHECK(told(method, framework) == "Y128 " + place + '\n');
      const auto of_file = from_yaml(
          std::string(key) + ": {method: " + entry.name + ", " + parameter.name + ": 2.5}\n",
          framework);
      REQUIRE(of_file.size() == 1);
      CHECK(of_file[0].code == "Y128");
      CHECK(of_file[0].where.line == 1);
      found += entry.name + '.' + parameter.name + ' ';
    }
  };
  for (const Imputer& entry : table.imputers)
    look("impute", entry, [](Method& m, const Choice& choice) { m.impute = {choice}; });
  for (const Treater& entry : table.treaters)
    look("treat", entry, [](Method& m, const Choice& choice) { m.treat = choice; });
  for (const Normaliser& entry : table.normalisers)
    look("normalise", entry, [](Method& m, const Choice& choice) { m.normalise = choice; });
  for (const Weighting& entry : table.weightings)
    look("weights", entry, [](Method& m, const Choice& choice) { m.weights = choice; });
  for (const Aggregator& entry : table.aggregators)
    look("aggregate[1]", entry, [](Method& m, const Choice& choice) { m.aggregate = {{choice}}; });
  CHECK(found == "knn.k winsorise.max_points pca.components ");
}

TEST_CASE("gaps leave a matrix its size, rows of different lengths do not") {
  const Framework framework = small_framework();
  const auto fault = [&](const std::string& matrix) {
    return told_of_yaml("weights: {method: ahp, matrices: {green: " + matrix + "}}\n", framework);
  };
  CHECK(fault("[[1, ~], [~, 1]]").empty());
  CHECK(fault("[[1, 1/3], [3, 1]]").empty());
  CHECK(fault("[[1, 3], [1/3]]") == "M656 method.weights.matrices.green\n");
  CHECK(fault("[[1], [1/3, 1]]") == "M656 method.weights.matrices.green\n");
  const auto ragged =
      from_yaml("weights: {method: ahp, matrices: {green: [[1], [1/3, 1]]}}\n", framework);
  CHECK(ragged.at(0).message.in("en") == "the ahp matrix of green is 2 x 1..2");
}

TEST_CASE("goalposts for all, or by node") {
  const Framework framework = small_framework();
  const auto fault = [&](const std::string& posts) {
    return told_of_yaml("normalise: {method: goalposts, goalposts: " + posts + "}\n", framework);
  };
  CHECK(fault("[0, 100]").empty());
  CHECK(fault("{parks: [0, 100]}").empty());
  CHECK(fault("[100, 0]") == "Y131 method.normalise.goalposts\n");
  CHECK(fault("[0]") == "Y133 method.normalise.goalposts\n");
  CHECK(fault("0") == "Y123 method.normalise.goalposts\n");
}

TEST_CASE("what is unknown, missing, reversed or out of range") {
  const Framework framework = small_framework();
  const auto of = [&](const auto& change) {
    Method method;
    change(method);
    return told(method, framework);
  };
  using M = Method;
  const double nan = std::numeric_limits<double>::quiet_NaN();
  CHECK(of([](M&) {}).empty());
  CHECK(of([](M& m) { m.normalise.name = "min-max"; }) == "M600 method.normalise\n");
  CHECK(of([](M& m) { m.normalise.parameters["rnage"] = {1.0}; }) == "M601 method.normalise\n");
  CHECK(of([](M& m) { m.aggregate = {{{"power", {}}}}; }) == "Y121 method.aggregate[1]\n");
  CHECK(of([](M& m) {
          m.normalise.parameters["range"] = list({{100.0}, {0.0}});
        }) == "Y131 method.normalise.range\n");
  CHECK(of([](M& m) { m.missing.min_coverage = 7; }) == "Y131 method.missing.min_coverage\n");
  CHECK(of([&](M& m) { m.missing.min_coverage = nan; }) == "Y127 method.missing.min_coverage\n");
  CHECK(of([](M& m) { m.round.index = -1; }) == "Y131 method.round.index\n");
  CHECK(of([](M& m) { m.aggregate.clear(); }) == "Y133 method.aggregate\n");
  CHECK(of([](M& m) {
          m.aggregate[0].nodes = {"green", "gren"};
        }) == "M670 method.aggregate[1].nodes[2]\n");
  CHECK(of([](M& m) { m.aggregate[0].nodes = {"parks"}; }) ==
        "M670 method.aggregate[1].nodes[1]\n");
  CHECK(of([](M& m) {
          m.aggregate[0].nodes = {"green", "green"};
        }) == "M677 method.aggregate[1].nodes[2]\n");
  CHECK(of([](M& m) {
          m.missing.fill = MissingRules::Fill{{"green"}, "mode", "rign"};
        }) == "F206 method.missing.fill.group\nY130 method.missing.fill.method\n");
  CHECK(of([](M& m) {
          m.reference = {Reference::Periods::listed, {}, "rign"};
        }) == "F206 method.reference.group\nY133 method.reference.periods\n");
  CHECK(of([](M& m) {
          m.impute = {{"mean", {{"group", {std::string("rign")}}}}};
        }) == "F206 method.impute.group\n");
  CHECK(of([](M& m) { m.robustness.weights.spread = 25; }) ==
        "Y131 method.robustness.weights.spread\n");
  CHECK(of([](M& m) {
          m.robustness.noise = NoiseVariation{0.1, -1, 0};
        }) == "Y131 method.robustness.noise.uncited\n");
}

TEST_CASE("what another parameter leaves without effect is refused") {
  const auto codes = [](const Choice& normaliser) {
    Method method;
    method.normalise = normaliser;
    std::string out;
    for (const Diagnostic& d : check(method, small_framework())) out += d.code + ' ' + d.in + '\n';
    return out;
  };
  const Value posts = list({{0.0}, {10.0}}), mean{std::string("mean")};
  CHECK(codes({"goalposts", {{"goalposts", posts}}}).empty());
  CHECK(codes({"goalposts", {{"around", mean}}}).empty());
  CHECK(codes({"goalposts", {{"around", mean}, {"goalposts", {ValueMap{}}}}}).empty());
  CHECK(codes({"goalposts", {{"around", mean}, {"goalposts", posts}}}) ==
        "M653 method.normalise.goalposts\n");
  CHECK(codes({"goalposts", {{"place", {std::string("A")}}}}) == "M653 method.normalise.place\n");
}

TEST_CASE("an unknown name says what is near") {
  Method method;
  method.aggregate[0].nodes = {"gren"};
  const auto found = check(method, small_framework());
  REQUIRE(found.size() == 1);
  CHECK(found[0].hint.in("en") == "did you mean 'green'?");
  CHECK(found[0].hint.in("zh") == "是不是“green”？");
}

TEST_CASE("faults of a method file stand where they are in that file") {
  const auto at = [](const std::string& yaml) {
    std::string out;
    for (const Diagnostic& d : from_yaml(yaml, small_framework()))
      out += d.code + "@" + std::to_string(d.where.line) + ":" + std::to_string(d.where.column) +
             ' ' + d.where.file.substr(d.where.file.rfind('/') + 1) + '\n';
    return out;
  };
  CHECK(at("aggregate:\n  - arithmetic\n  - {method: owa, nodes: [gren]}\n") ==
        "M670@3:27 m.yaml\n");
  CHECK(at("aggregate: {method: owa, nodes: [parks]}\n") == "M670@1:34 m.yaml\n");
  CHECK(at("weights:\n  method: ahp\n  matrices:\n    gren: [[1]]\n") == "M670@4:5 m.yaml\n");
  CHECK(at("reference: {group: rign}\n") == "F206@1:20 m.yaml\n");
  CHECK(at("robustness: {drop: 2}\n") == "Y131@1:20 m.yaml\n");
  CHECK(at("robustness: {drop: false}\n") == "M669@1:13 m.yaml\n");
  // Once is enough: no fault of what was refused already.
  CHECK(at("robustness: {weights: 25}\n") == "Y131@1:23 m.yaml\n");
  CHECK(at("normalise: {method: min-max}\n") == "M600@1:13 m.yaml\n");
}

TEST_CASE("every fault of `robustness` has a place and a hint") {
  const Framework framework = small_framework();
  for (const char* faulty : {"[]",
                             "25%",
                             "{weight: 25%}",
                             "{weights: 25}",
                             "{weights: 0%}",
                             "{weights: some}",
                             "{weights: \"0.2\"}",
                             "{weights: []}",
                             "{weights: {spread: 25%}}",
                             "{weights: {method: uniform}}",
                             "{weights: {method: normal}}",
                             "{weights: {method: uniform, spread: 2}}",
                             "{weights: {method: dirichlet}}",
                             "{weights: {method: dirichlet, concentration: 0}}",
                             "{weights: {sets: [{green: 1}]}}",
                             "{weights: {sets: [{gren: 1}, {green: 1}]}}",
                             "{weights: {sets: [{xyz: 1}, {green: 1}]}}",
                             "{weights: {sets: [{green: -1}, {green: 1}]}}",
                             "{weights: {sets: 3}}",
                             "{impute: mean}",
                             "{impute: [mean]}",
                             "{impute: [mean, men]}",
                             "{impute: [none, {method: mean, group: rign}]}",
                             "{treat: [none, {method: winsorise, a: 1}]}",
                             "{treat: [none, {method: winsorise, max_points: many}]}",
                             "{normalise: z_score}",
                             "{normalise: [z_score, {method: min_max, range: [100, 0]}]}",
                             "{normalise: [z_score, {method: min_max, range: [0]}]}",
                             "{normalise: [z_score, {mean: 1}]}",
                             "{aggregate: [arithmetic, power]}",
                             "{aggregate: [arithmetic, []]}",
                             "{aggregate: [arithmetic, {method: owa, nodes: [parks]}]}",
                             "{drop: many}",
                             "{drop: -1}",
                             "{drop: 0.5}",
                             "{drop: 2}",
                             "{drop: false}",
                             "{}",
                             "{noise: 200%}",
                             "{noise: loud}",
                             "{noise: {relative: -1%}}",
                             "{noise: {all: 5%}}"}) {
    INFO(faulty);
    const auto found = from_yaml("robustness: " + std::string(faulty), framework);
    CHECK(has_errors(found));
    for (const Diagnostic& d : found) {
      INFO(to_string(d));
      CHECK(d.where.file.ends_with("m.yaml"));
      CHECK(d.where.line == 1);
      CHECK(d.where.column >= 13);
      CHECK(d.in.starts_with("robustness"));
      CHECK_FALSE(d.hint.empty());
    }
  }
}

TEST_CASE("a combined weighting combines others of the table, from YAML as from C++") {
  const Framework framework = small_framework();
  const auto both = [&](const std::string& of) {
    const std::string yaml = "weights: {method: combined, of: [" + of + "]}\n";
    const std::string here = told_of_yaml(yaml, framework);
    ValueList parts;
    for (const std::string word : {"sd", "critik", "combined"})
      if (of.find(word) != std::string::npos) parts.push_back({word});
    Method method;
    method.weights = {"combined", {{"of", list(parts)}}};
    CHECK(told(method, framework) == here);
    return here;
  };
  CHECK(both("sd").empty());
  CHECK(both("sd, critik") == "M600 method.weights.of[2]\n");
  CHECK(both("combined") == "M600 method.weights.of[1]\n");
  CHECK(both("") == "Y133 method.weights.of\n");
}
