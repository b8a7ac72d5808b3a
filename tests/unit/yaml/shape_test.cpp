#include <catch2/catch.hpp>

#include "unit/yaml/read_yaml.h"
#include "yaml/either.h"
#include "yaml/scalar.h"
#include "yaml/text.h"

using namespace tijian;
using namespace tijian::yaml;
using tijian_tests::read;

namespace {

struct Point {
  double x = 0;
  std::optional<double> y;
  std::string name = "origin";
};

Shape<Point> point() {
  return record<Point>({required<Point>("x", &Point::x, number(), ""),
                        optional<Point>("y", &Point::y, number(), ""),
                        optional<Point>("name", &Point::name, text(), "")});
}

struct Item {
  std::string id;
  std::vector<Point> points;
};

Shape<Item> item() {
  return record<Item>({required<Item>("id", &Item::id, identifier(), ""),
                       optional<Item>("points", &Item::points, list(point()), "")});
}

struct Nest {
  std::vector<Nest> inner;
};

}  // namespace

TEST_CASE("numbers are decimal, finite and without quotes") {
  for (const auto& [source, value] : std::vector<std::pair<const char*, double>>{{"5", 5},
                                                                                 {"-0.5", -0.5},
                                                                                 {"+1", 1},
                                                                                 {".5", 0.5},
                                                                                 {"1.", 1},
                                                                                 {"1e3", 1000},
                                                                                 {"2E-2", 0.02},
                                                                                 {"0", 0},
                                                                                 {"0.10", 0.1},
                                                                                 {"36.2", 36.2}})
    CHECK(read(number(), source).value == value);
  for (const auto& [source, code] : std::vector<std::pair<const char*, const char*>>{
           {"'5'", "Y125"},  {"\"5\"", "Y125"}, {"010", "Y126"},   {"-07", "Y126"},
           {"0x10", "Y126"}, {"0o7", "Y126"},   {".nan", "Y127"},  {"-.inf", "Y127"},
           {"inf", "Y127"},  {"NaN", "Y127"},   {"1e999", "Y127"}, {"1e-999", "Y127"},
           {"five", "Y124"}, {"1,000", "Y124"}, {"10%", "Y124"},   {"1 2", "Y124"},
           {"1e", "Y124"},   {".", "Y124"},     {"-", "Y123"},     {"1_000", "Y124"},
           {"５", "Y124"},   {"~", "Y122"},     {"[1]", "Y123"},   {"{a: 1}", "Y123"}})
    CHECK(read(number(), source).faults().substr(0, 4) == code);
}

TEST_CASE("numbers keep to their bounds") {
  CHECK(read(number({0, 1}), "1").value == 1);
  CHECK(read(number({0, 1}), "1.01").faults() == "Y131@1:1");
  CHECK(read(number({.low = 0, .above_low = true}), "0").faults() == "Y131@1:1");
  CHECK(read(number({.low = 0}), "0").value == 0);
  CHECK(read(integer(1000, 2999), "2035").value == 2035);
  CHECK(read(integer(1000, 2999), "2035.0").faults() == "Y128@1:1");
  CHECK(read(integer(1000, 2999), "35").faults() == "Y131@1:1");
}

TEST_CASE("truth is true or false") {
  CHECK(read(boolean(), "true").value == true);
  CHECK(read(boolean(), "False").value == false);
  for (const char* source : {"yes", "off", "1", "'true'"})
    CHECK(read(boolean(), source).faults() == "Y129@1:1");
}

TEST_CASE("text is what stands there, identifiers are ASCII words") {
  CHECK(read(text(), "2022.10").value == "2022.10");
  CHECK(read(text(), "'#20'").value == "#20");
  CHECK(read(text(), "''").faults() == "Y134@1:1");
  CHECK(read(text(), "null").faults() == "Y122@1:1");
  CHECK(read(identifier(), "park_2").value == "park_2");
  for (const char* source : {"2park", "park-2", "公园", "true", "5", "''"})
    CHECK(read(identifier(), source).faults() == "Y132@1:1");
}

TEST_CASE("text by language, or one for all") {
  CHECK(read(localized(), "{zh: 公园, en: Park}").value == Text("Park", "公园"));
  CHECK(read(localized(), "公园").value == Text("公园"));
  CHECK(read(localized(), "{zh: 公园, english: Park}").faults() == "Y135@1:10 english");
  CHECK(read(localized(), "{}").faults() == "Y134@1:1");
}

TEST_CASE("a record reports every unknown and missing key") {
  CHECK(read(point(), "{x: 1, name: a}").value->name == "a");
  CHECK(read(point(), "{x: 1}").value->name == "origin");
  CHECK(read(point(), "{y: a, z: 1}").faults() == "Y124@1:5 y\nY120@1:8\nY121@1:1");
  const auto misspelt = read(point(), "{x: 1, nmae: b}").diagnostics.at(0);
  CHECK(misspelt.hint.in("en") == "did you mean 'name'?");
  CHECK(misspelt.expected.in("en") == "one of x, y, name");
}

TEST_CASE("a record is written without what is as in a fresh one") {
  CHECK(point().write({1, 2, "origin"}).flow() == "{x: 1, \"y\": 2}");
  CHECK(point().write({0, {}, "a"}).flow() == "{x: 0, name: a}");
}

TEST_CASE("a shape may contain itself") {
  const auto nest = recursive<Nest>("nest", [](const Shape<Nest>& within) {
    return record<Nest>({optional<Nest>("inner", &Nest::inner, list(within), "")});
  });
  CHECK(read(nest, "{inner: [{inner: [{}, {}]}]}").value->inner.at(0).inner.size() == 2);
  CHECK(read(nest, "{inner: [{inner: [1]}]}").faults() == "Y123@1:19 inner[1].inner[1]");
  CHECK(nest.write({{{}, {}}}).flow() == "{inner: [{}, {}]}");
  Definitions definitions;
  CHECK(nest.describe(definitions) == reference("nest"));
  CHECK(definitions.size() == 1);
}

TEST_CASE("what is only read refuses to be written") {
  const auto doubled = converted<double>(number(), [](double x, double& out) { out = 2 * x; });
  CHECK(read(doubled, "3").value == 6);
  CHECK_THROWS_AS(doubled.write(6), std::logic_error);
}

TEST_CASE("paths call list items by their ids, others by their number") {
  const auto faults =
      read(list(item()), "- id: a\n  points: [{x: 1}, {x: b}]\n- points: [{x: c}]\n");
  CHECK(faults.faults() == "Y124@2:24 a.points[2].x\nY124@3:16 [2].points[1].x\nY121@3:3 [2]");
}

TEST_CASE("lists and pairs have their lengths") {
  CHECK(read(list(number(), 1), "[]").faults() == "Y133@1:1");
  CHECK(read(pair(number(), text()), "[1, a]").value == std::pair{1.0, std::string("a")});
  CHECK(read(pair(number(), text()), "[1]").faults() == "Y133@1:1");
  CHECK(read(one_or_more(number()), "3").value == std::vector{3.0});
  CHECK(read(one_or_more(number()), "[3, 4]").value == std::vector{3.0, 4.0});
}

TEST_CASE("names come from a list, with the nearest as a hint") {
  const auto unknown = read(one_of({"higher", "lower"}), "hihger").diagnostics.at(0);
  CHECK(unknown.code == "Y130");
  CHECK(unknown.expected.in("en") == "one of higher, lower");
  CHECK(unknown.hint.in("en") == "did you mean 'higher'?");
  CHECK(read(one_of({"higher", "lower"}), "x").diagnostics.at(0).hint.empty());
}

TEST_CASE("anything becomes plain data") {
  const auto read_value = read(anything(), "{a: [1, x, true], b: '5'}").value;
  REQUIRE(read_value);
  const ValueMap& map = *read_value->map();
  CHECK(*map.at("b").text() == "5");
  const ValueList& list = *map.at("a").list();
  CHECK(*list[0].number() == 1);
  CHECK(*list[1].text() == "x");
  CHECK(*list[2].boolean());
  CHECK(read(anything(), "{a: [010]}").faults() == "Y126@1:6 a[1]");
  CHECK(read(anything(), "{a: }").faults() == "Y122@1:2 a");
}
