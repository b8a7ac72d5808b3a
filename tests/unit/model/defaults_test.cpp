// The default that a parameter documents is the one in force, for every method of every family.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "run_program.h"
#include "unit/model/small_framework.h"

using namespace tijian;
using namespace tijian::testing;
using namespace tijian_tests;

namespace {

/// Two categories of three and two indicators with targets.
SmallFramework town_of_defaults() {
  SmallFramework framework;
  framework.get().attributes = {"kind"};
  framework.category("a", 2);
  for (const char* id : {"i1", "i2", "i3"}) framework.indicator(id);
  framework.category("b");
  for (const char* id : {"i4", "i5"}) framework.indicator(id, 2);
  for (Indicator& indicator : framework.get().indicators) {
    indicator.plan = Plan{{}, YearValue{2035, 20}, {}};
    indicator.standards = {{5.0, {}, {}, {}}};
  }
  return framework;
}

/// Eight places of two kinds over four years: ties, gaps, and one value far out in each column.
IndicatorTable table_of_defaults() {
  IndicatorTable table;
  table.values.resize(32, 5);
  Attribute kind;
  kind.name = "kind";
  kind.values = {"town", "village"};
  for (int place = 0; place < 8; ++place) {
    table.rows.places.push_back("p" + std::to_string(place));
    for (int when = 0; when < 4; ++when) {
      const int row = place * 4 + when;
      table.rows.place.push_back(place);
      table.rows.period.push_back(year(2018 + when));
      kind.of_row.push_back(place % 2);
      for (int j = 0; j < 5; ++j) {
        const int mixed = (row * 7 + j * 11 + row * row * (j + 3)) % 23;
        table.values(row, j) = mixed % 9 == 4 ? none : 1 + mixed;
        if (row == 5 + j) table.values(row, j) = 400 + j;
      }
    }
  }
  table.rows.attributes = {kind};
  return table;
}

/// Scores and weights under a method, or why there are none.
struct MethodOutcome {
  std::string refused;
  Matrix<double> score;
  std::vector<double> weights;
  bool operator==(const MethodOutcome& other) const {
    const auto a = score.array(), b = other.score.array();
    return refused == other.refused && weights == other.weights && a.rows() == b.rows() &&
           ((a == b) || (a.isNaN() && b.isNaN())).all();
  }
};

MethodOutcome run_method(const std::string& yaml) {
  static const auto framework = std::make_shared<const Framework>(town_of_defaults());
  static const IndicatorTable table = table_of_defaults();
  const TemporaryFolder folder;
  write_file(folder.path() + "/method.yaml", yaml);
  const Loaded<Method> method = load_method(folder.path() + "/method.yaml");
  if (!method) return {"not read: " + method.diagnostics.front().code, {}, {}};
  const Loaded<Model> model = fit(framework, *method, table);
  if (!model) return {model.diagnostics.front().code, {}, {}};
  return {{}, apply(*model, table).score, model->weights};
}

/// What else must be written for a parameter to matter, by method or method.parameter.
std::string beside(const std::string& method, const std::string& parameter) {
  static const std::map<std::string, std::string> written = {
      {"goalposts.place", "around: place"},
      {"goalposts.goalposts", ""},
      {"goalposts.around", ""},  // excludes goalposts
      {"goalposts", "goalposts: {i1: [2, 20], i2: [2, 20], i3: [2, 20], i4: [3, 9], i5: [3, 9]}"},
      {"distance_to_reference.place", ""},
      {"distance_to_reference", "place: p1"},
      {"combined.of", ""},
      {"combined.matrices", "of: [equal, ahp]"},
      {"combined", "of: [sd, critic]"},
      {"winsorise.otherwise", "max_points: 0"}};
  const auto own = written.find(method + '.' + parameter);
  if (own != written.end()) return own->second;
  const auto all = written.find(method);
  return all == written.end() ? "" : all->second;
}

/// Legal values of a parameter other than its default, one of which must matter.
std::vector<std::string> others(const Parameter& parameter) {
  using Kind = Parameter::Kind;
  std::vector<std::string> values;
  switch (parameter.kind) {
    case Kind::number:
      for (const double value : {0.0, 0.25, 1.0, 2.0, 3.0, 10.0, 1e6})
        if (value >= parameter.low && value <= parameter.high &&
            (!parameter.whole || value == std::floor(value)))
          values.push_back(fmt::format("{}", value));
      break;
    case Kind::boolean:
      values = {"true", "false"};
      break;
    case Kind::one_of:
      values = parameter.names;
      break;
    case Kind::text:
      values = {"kind", "p5"};  // an attribute or a place
      break;
    case Kind::numbers:
      values = parameter.names.empty() ? std::vector<std::string>{"[0.7, 0.3]", "[5, 1, 1]"}
                                       : std::vector<std::string>{"[-1, 60]"};
      break;
    case Kind::texts:
      values = {"[sd, entropy]"};
      break;
    case Kind::goalposts:
    case Kind::matrices:
      values = {"{i1: [3, 9], i2: [3, 9], i3: [3, 9], i4: [3, 9], i5: [3, 9]}",
                "{a: [[1, 2, 2], [0.5, 1, 1], [0.5, 1, 1]], b: [[1, 2], [0.5, 1]]}",
                "{a: [[1, 2, 2], [2, 1, 1]], b: [[1, 2], [2, 1]]}"};
      break;
    case Kind::points:
    case Kind::year_value:
    case Kind::distance:
      break;  // of value functions, which have one default: value_function_test.cpp
  }
  std::erase(values, parameter.fallback);
  return values;
}

std::string written(const std::string& key, const std::string& method, const std::string& more,
                    const std::string& own = {}) {
  std::string text = key + ": {method: " + method;
  for (const std::string& part : {more, own})
    if (!part.empty()) text += ", " + part;
  // Values outside those that the statistics come from.
  return text + "}\nreference: {periods: [2018, 2019]}\n";
}

/// No attribute, no pair and no number are written by leaving the parameter out.
bool can_be_written(const Parameter& parameter) {
  return !parameter.optional && parameter.fallback != "\"\"" &&
         (parameter.fallback != "[]" || parameter.names.empty());
}

template <class Entry>
void check_defaults(const std::string& key, const std::vector<Entry>& family) {
  for (const Entry& entry : family)
    for (const Parameter& parameter : entry.parameters) {
      CAPTURE(key, entry.name, parameter.name, parameter.fallback);
      const std::string more = beside(entry.name, parameter.name);
      const MethodOutcome left_out = run_method(written(key, entry.name, more));
      const auto with = [&](const std::string& value) {
        return run_method(written(key, entry.name, more, parameter.name + ": " + value));
      };
      if (parameter.required())
        CHECK(left_out.refused == "not read: Y121");
      else if (can_be_written(parameter))
        CHECK(with(parameter.fallback) == left_out);
      const std::vector<std::string> values = others(parameter);
      CHECK(std::ranges::any_of(values, [&](const std::string& value) {
        const MethodOutcome other = with(value);
        return other.refused.empty() && !(other == left_out);
      }));
    }
}

}  // namespace

TEST_CASE("the documented default of every parameter is the one in force, and it matters") {
  const MethodTable& methods = builtin_methods();
  check_defaults("impute", methods.imputers);
  check_defaults("treat", methods.treaters);
  check_defaults("normalise", methods.normalisers);
  check_defaults("weights", methods.weightings);
  check_defaults("aggregate", methods.aggregators);
}

TEST_CASE("a choice that nobody resolved is our fault, told by method and parameter") {
  const Choice choice{"grey", {{"rho", {std::string("half")}}}};
  CHECK_THROWS_WITH(choice.number("v"), Catch::Contains("'grey'") && Catch::Contains("'v'"));
  CHECK_THROWS_AS(choice.number("rho"), std::logic_error);
  const Aggregator& grey = *find_method(builtin_methods().aggregators, "grey");
  CHECK(resolve({"grey", {}}, grey).number("rho") == 0.5);
  CHECK(resolve(choice, grey) == choice);  // what is written stays
  MethodEntry entry;
  entry.parameters = {{"a", Parameter::Kind::numbers, "[1,  2.5e3 ]", {}, 0, 1, {}}};
  CHECK(resolve({}, entry).numbers("a") == std::vector<double>{1, 2500});
  entry.parameters[0].fallback = "1, 2";
  CHECK_THROWS_AS(resolve({}, entry), std::logic_error);
}
