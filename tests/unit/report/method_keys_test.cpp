#include "report/method_keys.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "../framework/framework_folder.h"
#include "tijian/method.h"
#include "tijian/report/methods.h"

using namespace tijian;
using namespace tijian_tests;
using report::MethodFamily, report::MethodKey;
using Schema = nlohmann::json;

namespace {

/// The schema is made of the decoder's tables; another test keeps it current.
const Schema& schema() {
  static const Schema read =
      Schema::parse(read_file(TIJIAN_ROOT "/indicators/schema.json")).at("definitions");
  return read;
}

using Keys = std::map<std::string, Schema>;

/// Every key below a schema, by its path. Methods of a family are documented on their own.
void collect_keys(const Schema& within, const std::string& path, Keys& keys) {
  if (within.contains("$ref") && within["$ref"] == "#/definitions/variation of weights")
    collect_keys(schema().at("variation of weights"), path, keys);
  for (const char* branch : {"then", "else", "items"})
    if (within.contains(branch) && within[branch].is_object())
      collect_keys(within[branch], path, keys);
  if (within.contains("allOf"))
    for (const Schema& one : within["allOf"]) collect_keys(one, path, keys);
  if (!within.contains("properties")) return;
  for (const auto& [name, value] : within["properties"].items()) {
    const std::string key = path.empty() ? name : path + "." + name;
    keys.emplace(key, value);
    collect_keys(value, key, keys);
  }
}

Keys keys_below(const Schema& within) {
  Keys keys;
  collect_keys(within, "", keys);
  return keys;
}

/// The keys that every method of a family takes, whatever its parameters.
Keys common_keys(const char* family) {
  Keys common;
  const Schema& cases = schema().at(family).at("else").at("allOf");
  for (const Schema& one : cases) {
    const Keys own = keys_below(one.at("then"));
    if (&one == &cases.front()) common = own;
    std::erase_if(common, [&](const auto& key) { return !own.contains(key.first); });
  }
  common.erase("method");
  return common;
}

MethodFamily family_of(const std::string& key) {
  for (const MethodFamily& family : report::method_families(builtin_methods()))
    if (family.key == key) return family;
  FAIL("no family " << key);
  return {};
}

void check_keys(const std::string& family, const Keys& taken) {
  std::set<std::string> told, there;
  for (const auto& [name, value] : taken) there.insert(name);
  for (const MethodKey& key : family_of(family).keys) {
    INFO(family << ": " << key.name);
    told.insert(key.name);
    for (const char* language : {"en", "zh"}) {
      CHECK_FALSE(key.value.in(language).empty());
      CHECK_FALSE(key.about.in(language).empty());
    }
    const Schema value = taken.contains(key.name) ? taken.at(key.name) : Schema::object();
    if (!value.contains("minimum") || !value.contains("maximum")) continue;
    const std::string ends = std::to_string(value["minimum"].get<int>()) + " to " +
                             std::to_string(value["maximum"].get<int>());
    CHECK(key.value.in("en").ends_with(ends));
  }
  CHECK(told == there);
}

}  // namespace

TEST_CASE("the keys that the documentation names are those that the decoder takes") {
  const Schema& method = schema().at("method").at("properties");
  for (const char* key : {"missing", "reference", "round", "robustness"})
    check_keys(key, keys_below(method.at(key)));
  check_keys("impute", common_keys("imputation"));
  check_keys("treat", common_keys("treatment"));
  check_keys("normalise", common_keys("normalisation"));
  check_keys("weights", common_keys("weighting"));
  check_keys("aggregate", common_keys("aggregation"));
  for (const auto& [key, value] : method.items()) CHECK(family_of(key).key == key);
}

TEST_CASE("keys of the framework stand where the documentation says") {
  for (const MethodKey& key : family_of("framework").keys) {
    const auto dot = key.name.find('.');
    INFO(key.name);
    CHECK(schema().at(key.name.substr(0, dot)).at("properties").contains(key.name.substr(dot + 1)));
  }
  Keys relative;
  for (const Schema& one : schema().at("score").at("else").at("allOf"))
    if (one.at("if").at("properties").at("shape").at("const") == "relative")
      relative = keys_below(one.at("then"));
  relative.erase("shape");
  check_keys("score", relative);
}

TEST_CASE("a key is required in the documentation where it is for the decoder") {
  const Schema& fill =
      schema().at("method").at("properties").at("missing").at("properties").at("fill");
  for (const MethodKey& key : family_of("missing").keys) {
    const bool required = key.name == "fill." + fill.at("required").at(0).get<std::string>();
    CHECK(key.fallback.empty() == required);
  }
}

TEST_CASE("every example of a method's key is read and uses all of its keys") {
  for (const MethodFamily& family : report::method_families(builtin_methods())) {
    INFO(family.example);
    REQUIRE(family.example.ends_with('\n'));
    for (const std::string& line : lines_of(family.example)) CHECK(line.size() <= 76);
    if (family.key == "score" || family.key == "framework") continue;
    CHECK(family.example.starts_with(family.key + ":"));
    const FrameworkFolder folder;
    const auto method = load_method(folder.with("m.yaml", family.example).path("m.yaml"));
    REQUIRE(method);
    CHECK(*method != Method{});
    if (family.key == "robustness") continue;  // its ways exclude each other
    for (const MethodKey& key : family.keys)
      CHECK(family.example.find(key.name.substr(key.name.find('.') + 1) + ":") !=
            std::string::npos);
  }
}

TEST_CASE("the examples of the framework's keys are read") {
  const std::string score = family_of("score").example;
  CHECK(indicator_faults(score.substr(0, score.size() - 1)) ==
        indicator_faults("score: {shape: relative}"));
  const FrameworkFolder folder;
  folder.with("framework.yaml", family_of("framework").example);
  const auto framework = load_framework(folder.path());
  REQUIRE(framework);
  CHECK(framework->nodes.at(1).direction == Direction::lower);
  CHECK(framework->indicators.at(0).normalise->name == "percentile_rank");
  CHECK(framework->indicators.at(1).transform == "log(x)");
}

TEST_CASE("a key of the method answers like a method") {
  CHECK(report::method_entry(builtin_methods(), "round", {{false}, 80, false}) ==
        "round: Rounding\n"
        "  Decimals that are kept between stages, on the scale of the scores: what is\n"
        "  rounded goes on into the next stage.\n"
        "  indicator   whole number, 0 to 15; default not rounded: scores of indicators\n"
        "  category    whole number, 0 to 15; default not rounded: scores of categories\n"
        "  index       whole number, 0 to 15; default not rounded: the index\n"
        "  example\n"
        "    round: {indicator: 2, category: 2, index: 1}\n");
  const auto all = Schema::parse(report::to_json(builtin_methods(), {false}));
  CHECK(all["keys"]["missing"]["keys"][0]["name"] == "min_coverage");
  CHECK(all["keys"]["missing"]["keys"][0]["default"] == "0");
  CHECK_FALSE(all.contains("missing"));
}
