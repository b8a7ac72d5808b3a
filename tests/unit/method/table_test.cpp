#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <set>

#include "method/summary.h"
#include "method/two_point.h"
#include "tijian/diagnostic.h"
#include "tijian/method_table.h"

using namespace tijian;

namespace {

template <class Entry>
void check_described(const std::vector<Entry>& family) {
  std::set<std::string> names;
  for (const Entry& entry : family) {
    INFO(entry.name);
    CHECK(names.insert(entry.name).second);
    CHECK_FALSE(entry.title.in("en").empty());
    CHECK_FALSE(entry.title.in("zh").empty());
    CHECK_FALSE(entry.formula.empty());
    CHECK_FALSE(entry.literature.empty());
    CHECK_FALSE(entry.misleads.in("en").empty());
    CHECK_FALSE(entry.misleads.in("zh").empty());
    for (const Parameter& parameter : entry.parameters) CHECK_FALSE(parameter.about.empty());
  }
}

Column column_of(const std::vector<double>& sorted, Direction direction = Direction::higher) {
  Column column;
  column.direction = direction;
  column.summary = method::summarise(sorted);
  column.sorted = sorted;
  return column;
}

Scale fit(const char* name, const Column& column, const Choice& choice = {}) {
  const Normaliser& normaliser = *find_method(builtin_methods().normalisers, name);
  return normaliser.fit(column, resolve(choice, normaliser));
}

}  // namespace

TEST_CASE("every method says what it is, in both languages") {
  const MethodTable& table = builtin_methods();
  check_described(table.imputers);
  check_described(table.treaters);
  check_described(table.normalisers);
  check_described(table.weightings);
  check_described(table.aggregators);
}

TEST_CASE("min-max reaches both ends exactly") {
  for (const double low : {0.1, 3.0, -7.3, 1e-5})
    for (const double width : {0.3, 1.1, 37.0, 12345.678}) {
      const Column column = column_of({low, low + width / 3, low + width});
      const Scale scale = fit("min_max", column);
      CHECK(method::affine_score(scale, column.summary.min) == 0);
      CHECK(method::affine_score(scale, column.summary.max) == 100);
    }
}

TEST_CASE("numbers at the ends of double's range are scored like any others") {
  for (const double unit : {1e308, 1e-308}) {
    const std::vector<double> values{-1.5 * unit, 0, 1.5 * unit};
    const Column column = column_of(values);
    const Scale scale = fit("min_max", column);
    CHECK(method::affine_score(scale, values[0]) == 0);
    CHECK(method::affine_score(scale, values[1]) == Approx(50));
    CHECK(method::affine_score(scale, values[2]) == 100);
    CHECK(method::affine_score(fit("z_score", column), values[2]) ==
          Approx(1));  // sd of -1.5, 0, 1.5 is 1.5
  }
}

TEST_CASE("summaries of parts merge into the summary of the whole") {
  const std::vector<double> values{3, 1, 4, 1, 5, 9, 2, 6, std::nan(""), 5};
  Summary merged = method::summarise(std::span(values).first(4));
  method::merge(merged, method::summarise(std::span(values).subspan(4)));
  const Summary whole = method::summarise(values);
  CHECK(merged.count == 9);
  CHECK(merged.min == 1);
  CHECK(merged.max == 9);
  CHECK(merged.mean == Approx(4));  // 36/9
  CHECK(merged.m2 == Approx(54));   // 1+9+0+9+1+25+4+4+1
  CHECK(whole.m2 == Approx(54));
}

TEST_CASE("a method of one's own is added whole or not at all") {
  MethodTable table = builtin_methods();
  const auto own = [](const char* name) {
    Aggregator entry = builtin_methods().aggregators.front();
    entry.name = name;
    return entry;
  };
  table.add(own("mine"));
  CHECK(find_method(table.aggregators, "mine"));
  CHECK_NOTHROW(check(table));
  CHECK_THROWS_WITH(table.add(own("mine")), "the method 'mine' is there already");
  CHECK_THROWS_WITH(table.add(own("power")), "the method 'power' is there already");
  CHECK_THROWS_AS(table.add(own("")), UsageError);
  Aggregator empty = own("empty");
  empty.apply = nullptr;
  CHECK_THROWS_WITH(table.add(empty), "the method 'empty' has no function");
  Aggregator defaulted = own("defaulted");
  defaulted.parameters = {{"p", Parameter::Kind::number, "one", {}, 0, 1, {}}};
  CHECK_THROWS_WITH(table.add(defaulted), Catch::Contains("'one' cannot be the default of 'p'"));
  defaulted.parameters[0].fallback = "0.5";
  defaulted.parameters[0].whole = true;
  CHECK_THROWS_WITH(table.add(defaulted), Catch::Contains("'0.5' cannot be the default of 'p'"));
  CHECK_THROWS_AS(table.add(Treater{}), UsageError);
  CHECK_THROWS_AS(table.add(Imputer{}), UsageError);
  CHECK_THROWS_AS(table.add(Normaliser{}), UsageError);
  CHECK_THROWS_AS(table.add(Weighting{}), UsageError);

  table.aggregators.push_back(own("mine"));  // past `add`
  CHECK_THROWS_WITH(check(table), "the method 'mine' is there twice");
}
