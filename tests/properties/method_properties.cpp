#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>
#include <cmath>

#include "framework/method_yaml.h"
#include "tijian/method.h"
#include "unit/yaml/read_yaml.h"

using namespace tijian;

namespace {

/// Not empty; often what a reader of YAML takes for something else.
std::string random_text() {
  static const std::vector<std::string> odd = {
      "true",   "No",   "null", "~",     "5",   "0x1F", "010",  "1e5", ".5",     ".inf",
      "-",      "a: b", "a #b", " a",    "a ",  "\t",   "- a",  "*a",  "&a",     "!a",
      "%",      "@a",   "`",    "\"a\"", "'a'", "a\\",  "[a",   "{a}", ",",      "?",
      "\n",     "a\nb", "a\r",  "城市",  "---", "\x01", "\x7f", "é",   "\u0085", "\u2028",
      "\ufeff", "𠀀",   "<<",   "|",     ">",   "..."};
  if (*rc::gen::arbitrary<bool>()) return *rc::gen::elementOf(odd);
  return *rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::inRange(char{32}, char{127})));
}

double random_number(double low, double high) {
  if (std::isfinite(low) && std::isfinite(high))
    return low + (high - low) * *rc::gen::inRange(0, 8) / 8.0;
  const double x = *rc::gen::map(rc::gen::arbitrary<double>(),
                                 [](double d) { return std::isfinite(d) ? d : 0.1; });
  if (std::isfinite(low)) return low + std::abs(x);
  return std::isfinite(high) ? high - std::abs(x) : x;
}

Value random_parameter(const Parameter& parameter) {
  using Kind = Parameter::Kind;
  switch (parameter.kind) {
    case Kind::number:
      return {parameter.whole ? std::floor(random_number(parameter.low, parameter.high))
                              : random_number(parameter.low, parameter.high)};
    case Kind::boolean:
      return {*rc::gen::arbitrary<bool>()};
    case Kind::text:
      return {random_text()};
    case Kind::one_of:
      return {*rc::gen::elementOf(parameter.names)};
    case Kind::numbers: {
      const double low = std::isfinite(parameter.low) ? parameter.low : -7.25;
      const double high = std::isfinite(parameter.high) ? parameter.high : 1e20;
      if (!parameter.names.empty()) return {ValueList{{low}, {high}}};
      return {ValueList{{high}, {low}, {low}}};
    }
    case Kind::texts:
      return {ValueList{{random_text()}, {random_text()}}};
    case Kind::goalposts:
      if (*rc::gen::arbitrary<bool>()) return {ValueList{{-1.5}, {2.0}}};
      return {
          ValueMap{{"housing", {ValueList{{-1.5}, {2.0}}}}, {"x1", {ValueList{{0.0}, {1e-7}}}}}};
    case Kind::matrices: {
      const Value matrix{ValueList{{ValueList{{1.0}, {3.0}}}, {ValueList{{1 / 3.0}, {1.0}}}}};
      const Value third{std::string("1/3")}, gap{std::string("~")};
      const Value open{ValueList{{ValueList{{1.0}, gap}}, {ValueList{gap, third}}}};
      return {ValueMap{{"housing", matrix}, {"x1", {ValueList{matrix, open}}}}};
    }
    case Kind::points:
    case Kind::year_value:
    case Kind::distance:
      break;  // of value functions
  }
  return {};
}

template <class Entry>
Choice random_choice(const std::vector<Entry>& family) {
  const Entry& entry = family[*rc::gen::inRange<std::size_t>(0, family.size())];
  Choice choice{entry.name, {}};
  for (const Parameter& parameter : entry.parameters)
    if (parameter.required() || *rc::gen::arbitrary<bool>())
      choice.parameters[parameter.name] = random_parameter(parameter);
  return choice;
}

std::vector<std::string> random_ids() {
  return *rc::gen::elementOf(std::vector<std::vector<std::string>>{
      {}, {"housing"}, {"x1", "_y"}, {"nodes", "method", "e5", "y"}});
}

Aggregation random_aggregation(const MethodTable& methods) {
  Aggregation aggregation{random_choice(methods.aggregators), random_ids(), {}};
  if (*rc::gen::arbitrary<bool>()) aggregation.normalise = random_choice(methods.normalisers);
  return aggregation;
}

MissingRules random_missing() {
  MissingRules missing;
  missing.min_coverage = random_number(0, 1);
  if (*rc::gen::arbitrary<bool>()) missing.measure = MissingRules::Measure::count;
  if (*rc::gen::arbitrary<bool>()) missing.fill = {{"a", "b"}, "median", random_text()};
  return missing;
}

Reference random_reference() {
  Reference reference;
  using Periods = Reference::Periods;
  reference.periods =
      *rc::gen::elementOf(std::vector{Periods::pooled, Periods::each, Periods::listed});
  if (reference.periods == Periods::listed)
    reference.listed = {{2019, Period::Part::year, 0},
                        {2020, Period::Part::quarter, 3},
                        {2021, Period::Part::month, 11}};
  if (*rc::gen::arbitrary<bool>()) reference.group = random_text();
  return reference;
}

WeightVariation random_weights() {
  using Kind = WeightVariation::Kind;
  switch (*rc::gen::inRange(0, 4)) {
    case 0:
      return {};
    case 1:
      return {.kind = Kind::uniform, .spread = 1 / 3.0};
    case 2:
      return {.kind = Kind::dirichlet, .concentration = 0.1};
    default:
      return {.kind = Kind::sets, .sets = {{{"housing", 0.25}, {"x1", 2}}, {}, {{"_y", 0}}}};
  }
}

template <class Entry>
std::vector<Choice> random_alternatives(const std::vector<Entry>& family) {
  std::vector<Choice> alternatives;
  if (*rc::gen::arbitrary<bool>())
    for (int i = 0; i < 3; ++i) alternatives.push_back(random_choice(family));
  return alternatives;
}

Variation random_variation(const MethodTable& methods) {
  Variation variation;
  variation.weights = random_weights();
  for (Choice& one : random_alternatives(methods.imputers))
    variation.impute.push_back({one, random_choice(methods.imputers)});
  variation.treat = random_alternatives(methods.treaters);
  variation.normalise = random_alternatives(methods.normalisers);
  if (*rc::gen::arbitrary<bool>())
    variation.aggregate = {{random_aggregation(methods)},
                           {random_aggregation(methods), random_aggregation(methods)}};
  variation.drop = *rc::gen::inRange(0, 3);
  if (*rc::gen::arbitrary<bool>()) variation.noise = {{random_number(0, 1), 0.1, 0.1}};
  return variation;
}

Method random_method() {
  const MethodTable& methods = builtin_methods();
  Method method;
  method.impute = {random_choice(methods.imputers)};
  method.treat = random_choice(methods.treaters);
  method.normalise = random_choice(methods.normalisers);
  method.normalise_all = *rc::gen::arbitrary<bool>();
  method.weights = random_choice(methods.weightings);
  method.weights_over_index = *rc::gen::arbitrary<bool>();
  method.aggregate.clear();
  for (int i = *rc::gen::inRange(1, 4); i > 0; --i)
    method.aggregate.push_back(random_aggregation(methods));
  method.missing = random_missing();
  method.reference = random_reference();
  if (*rc::gen::arbitrary<bool>()) method.round = {*rc::gen::inRange(0, 16), {}, 2};
  method.robustness = random_variation(methods);
  return method;
}

}  // namespace

TEST_CASE("properties of written methods") {
  rc::prop("any method that is written is read back equal", [] {
    const Method method = random_method();
    const std::string written = to_yaml(method);
    const auto again = tijian_tests::read(framework::method_shape(builtin_methods()), written);
    if (!again.value) RC_FAIL(written + "\n" + again.faults());
    RC_ASSERT(*again.value == method);
  });
}
