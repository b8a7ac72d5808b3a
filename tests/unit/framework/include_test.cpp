#include <algorithm>
#include <catch2/catch.hpp>

#include "framework_folder.h"
#include "value_choices.h"

using namespace tijian;
using namespace tijian_tests;

namespace {

const char* const sibling = R"(tijian: 1
framework: big
title: Big
attributes: [{id: place_type, values: [{id: district, title: 区}]}]
variables:
  - {id: area, title: 面积, unit: 公顷}
  - {id: people, title: 人口, unit: 人}
  - {id: unused, title: 其他, unit: 人}
indicators:
  - {id: green, title: Green, unit: 平方米/人, formula: area / people, tags: [space], only_for: {place_type: [district]}}
  - {id: crowd, title: Crowd, unit: 人/公顷, formula: people / area, tags: [space, people]}
  - id: path
    title: Path
    unit: "1"
    score: trajectory
    plan: {baseline: {year: 2015, value: 1}, target: {year: 2035, value: 2}}
)";

FrameworkFolder pair_of(const std::string& entry, const std::string& more = {}) {
  FrameworkFolder folder;
  folder.with("big/framework.yaml", sibling)
      .with("small/framework.yaml",
            "tijian: 1\nframework: small\ntitle: S\n" + more + "indicators:\n  - " + entry + "\n");
  return folder;
}

std::string pair_faults(const std::string& entry, const std::string& more = {}) {
  const FrameworkFolder folder = pair_of(entry, more);
  std::string out;
  for (const Diagnostic& d : load_framework(folder.path("small")).diagnostics)
    out += (out.empty() ? "" : "\n") + d.code + "@" + std::to_string(d.where.line) + ":" +
           std::to_string(d.where.column) + " " + d.in;
  return out;
}

}  // namespace

TEST_CASE("included files stay inside the framework's folder") {
  const FrameworkFolder folder;
  folder.with("outside.yaml", "- {id: v, title: V, unit: 人}\n");
  std::filesystem::create_directories(folder.path("f"));
  std::filesystem::create_symlink(folder.path("outside.yaml"), folder.path("f/link.yaml"));
  const auto code = [&](const std::string& name) {
    folder.with("f/framework.yaml", head + "variables: {file: " + name +
                                        "}\nindicators: [{id: i, title: I, unit: \"1\"}]");
    const auto found = load_framework(folder.path("f")).diagnostics;
    return found.empty() ? "" : found[0].code + " " + found[0].in;
  };
  CHECK(code("../outside.yaml") == "Y142 variables.file");
  CHECK(code("sub/../../outside.yaml") == "Y142 variables.file");
  CHECK(code("link.yaml") == "Y142 variables.file");
  CHECK(code(folder.path("outside.yaml")) == "Y141 variables.file");
  CHECK(code("none.yaml") == "Y140 variables.file");
  CHECK(code(".") == "Y140 variables.file");
  CHECK(code("framework.yaml") == "Y143 variables.file");
}

TEST_CASE("files may not include each other in a circle") {
  const FrameworkFolder folder;
  folder.with("framework.yaml", head + "categories: [{file: sub/a.yaml}]")
      .with("sub/a.yaml", "id: a\ntitle: A\ncategories: [{file: b.yaml}]\n")
      .with("sub/b.yaml", "id: b\ntitle: B\ncategories: [{file: ../sub/a.yaml}]\n");
  const auto found = load_framework(folder.path()).diagnostics;
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "Y143");
  CHECK(found[0].where == Citation{folder.path("sub/b.yaml"), 3, 21});
}

TEST_CASE("indicators of a sibling come with their variables and attributes") {
  const FrameworkFolder folder =
      pair_of("{from: ../big, use: [crowd, {tag: space}], override: {green: {weight: 3}}}");
  const Framework f = load_framework_or_throw(folder.path("small"));
  REQUIRE(f.indicators.size() == 2);
  CHECK(f.indicators[0].id == "crowd");
  CHECK(f.indicators[1].id == "green");
  CHECK(f.nodes[2].weight == 3);
  CHECK(f.indicators[1].weight == 3);
  CHECK(f.variables.size() == 2);
  CHECK(f.find_variable("unused") == -1);
  REQUIRE(f.attributes.size() == 1);
  CHECK(f.attributes[0].id == "place_type");
  CHECK(f.attributes[0].value("区")->id == "district");
  CHECK(f.indicators[0].where.file == folder.path("big/framework.yaml"));
}

TEST_CASE("a survey's share comes with the variable that counts its answers") {
  FrameworkFolder folder;
  folder
      .with("big/framework.yaml",
            "tijian: 1\nframework: big\ntitle: Big\n"
            "variables: [{id: asked, title: Asked, unit: 人}]\n"
            "indicators: [{id: liked, title: Liked, unit: '%', interval: {share_of: asked}}]\n")
      .with("small/framework.yaml",
            "tijian: 1\nframework: small\ntitle: S\nfelt_as: liked\n"
            "indicators: [{from: ../big, use: [liked]}]\n");
  const Framework f = load_framework_or_throw(folder.path("small"));
  CHECK(f.indicators[0].interval == IntervalRule{"asked"});
  CHECK(f.find_variable("asked") >= 0);
  CHECK(f.nodes[0].felt_as == 0);
}

TEST_CASE("a plan in place of the sibling's moves the trajectory that follows it") {
  const FrameworkFolder folder = pair_of(
      "{from: ../big, use: [path], override: {path: {plan: {baseline: {year: 2020, value: 5}, "
      "target: {year: 2030, value: 9}}}}}");
  const Framework f = load_framework_or_throw(folder.path("small"));
  CHECK(f.indicators[0].score == trajectory_score(2020, 5, 2030, 9));
  CHECK(f.indicators[0].plan->target->value == 9);
}

TEST_CASE("variables of a sibling are taken by id, once") {
  const FrameworkFolder folder =
      pair_of("{from: ../big, use: [crowd]}", "variables: [{from: ../big, use: [unused, area]}]\n");
  const Framework f = load_framework_or_throw(folder.path("small"));
  CHECK(f.variables.size() == 3);
  CHECK(f.variables[0].id == "unused");
  CHECK(f.find_variable("people") == 2);
}

TEST_CASE(
    "a variable of a sibling comes with what weighs it, what its formula is over, and parent") {
  const FrameworkFolder folder;
  folder
      .with("big/framework.yaml",
            "tijian: 1\nframework: big\ntitle: Big\nattributes: [parent]\nvariables:\n"
            "  - {id: people, title: People, unit: 人, rollup: sum}\n"
            "  - {id: land, title: Land, unit: 公顷}\n"
            "  - {id: full, title: Full, unit: 公顷, rollup: sum, formula: 'if(people > 9 [人], "
            "land, 0 * land)'}\n"
            "  - {id: rate, title: Rate, unit: '%', rollup: {mean: people}}\n"
            "indicators: [{id: i, title: I, unit: 公顷, formula: full}]\n")
      .with("small/framework.yaml",
            "tijian: 1\nframework: small\ntitle: S\nvariables: [{from: ../big, use: [rate]}]\n"
            "indicators: [{from: ../big, use: [i]}]\n");
  const Framework f = load_framework_or_throw(folder.path("small"));
  CHECK(f.variables.size() == 4);
  CHECK(f.find_attribute("parent") >= 0);
  CHECK(f.variables[f.find_variable("full")].compiled);
}

TEST_CASE("a formula of a variable needs a rollup, no other years and not itself") {
  const auto faults_of = [](const std::string& keys) {
    return faults(head + "attributes: [parent]\nvariables:\n  - {id: a, title: A, unit: 人}\n" +
                  "  - {id: b, title: B, unit: 人, " + keys +
                  "}\nindicators: [{id: i, title: I, unit: 人, formula: b}]\n");
  };
  CHECK(faults_of("rollup: sum, formula: 2 * a") == "");
  CHECK(faults_of("formula: 2 * a") == "F283@7:41 b.formula");
  CHECK(faults_of("rollup: sum, formula: 'lag(a, 1)'") == "F285@7:54 b.formula");
  CHECK(faults_of("rollup: sum, formula: a + b") == "F284@7:54 b.formula");
  CHECK(faults_of("rollup: sum, formula: a + c").starts_with("F25"));
}

TEST_CASE("what cannot be taken is reported") {
  CHECK(pair_faults("{from: /big, use: [x]}") == "F223@5:12 indicators[1].from");
  CHECK(pair_faults("{from: ../../big, use: [x]}") == "F223@5:12 indicators[1].from");
  CHECK(pair_faults("{from: ../none, use: [x]}") == "F224@5:12 indicators[1].from");
  CHECK(pair_faults("{from: ../big, use: [gren]}") == "F226@5:26 indicators[1]");
  CHECK(pair_faults("{from: ../big, use: [{tag: none}]}") == "F227@5:26 indicators[1]");
  CHECK(pair_faults("{from: ../big, use: [green], override: {crowd: {weight: 1}}}") ==
        "F228@5:45 indicators[1]");
  CHECK(pair_faults("{from: ../big, use: [green]}",
                    "variables: [{id: area, title: A, unit: 公顷}]\n") == "F229@6:5 indicators[1]");
  CHECK(pair_faults("{from: ../big, use: [green]}", "variables: [{from: ../big, use: [none]}]\n") ==
        "F233@4:34 variables[1]");
}

TEST_CASE("errors of a sibling are reported once, in its own file") {
  const FrameworkFolder folder = pair_of("{from: ../big, use: [green]}");
  folder.with("big/framework.yaml", std::string(sibling) + "colour: red\n");
  folder.with(
      "small/framework.yaml",
      "tijian: 1\nframework: small\ntitle: S\nindicators:\n  - {from: ../big, use: [green]}\n"
      "  - {from: ../big, use: [crowd]}\n");
  const auto found = load_framework(folder.path("small")).diagnostics;
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "Y120");
  CHECK(found[0].where.file == folder.path("big/framework.yaml"));
  // Why that file was read at all.
  REQUIRE(found[0].also.size() == 1);
  CHECK(found[0].also[0] == Citation{folder.path("small/framework.yaml"), 5, 12});
}

TEST_CASE("siblings may not take from each other in a circle") {
  const FrameworkFolder folder = pair_of("{from: ../big, use: [green]}");
  folder.with("big/framework.yaml",
              "tijian: 1\nframework: big\ntitle: B\nindicators: [{from: ../small, use: [x]}]\n");
  const auto found = load_framework(folder.path("small")).diagnostics;
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "F225");
  CHECK(found[0].where == Citation{folder.path("big/framework.yaml"), 4, 21});
  REQUIRE(found[0].also.size() == 1);
  CHECK(found[0].also[0].file == folder.path("small/framework.yaml"));
}

TEST_CASE("what cannot be taken is named with what could be meant") {
  const auto fault_of = [](const std::string& entry) {
    const FrameworkFolder folder = pair_of(entry);
    const auto found = load_framework(folder.path("small")).diagnostics;
    REQUIRE(found.size() == 1);
    return found[0];
  };
  CHECK(fault_of("{from: ../bag, use: [green]}").hint.in("en") == "did you mean '../big'?");
  CHECK(fault_of("{from: ../big, use: [gren]}").hint.in("en") == "did you mean 'green'?");
  const Diagnostic tag = fault_of("{from: ../big, use: [{tag: spice}]}");
  CHECK(tag.expected.in("en") == "one of the tags there: people, space");
  CHECK(tag.hint.in("en") == "did you mean 'space'?");
}

TEST_CASE("a plan that the sibling's trajectory cannot follow is cited with the trajectory") {
  const FrameworkFolder folder = pair_of(
      "{from: ../big, use: [path], override: {path: {plan: {target: {year: 2030, value: 9}}}}}");
  const auto found = load_framework(folder.path("small")).diagnostics;
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "F213");
  CHECK(found[0].where.file == folder.path("big/framework.yaml"));
  REQUIRE(found[0].also.size() == 1);
  CHECK(found[0].also[0].file == folder.path("small/framework.yaml"));
}
