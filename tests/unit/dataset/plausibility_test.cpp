// Values outside their range and parts above their whole.
#include <catch2/catch.hpp>

#include "tijian/dataset_stream.h"
#include "unit/dataset/sample.h"

using namespace tijian;
using namespace tijian::test;

namespace {

/// The sample, with ranges of both ends, of one, and a part in another unit: green_area [公顷] is
/// part of ratio's place, `land` [平方公里].
Framework ranged() {
  Framework f = framework();
  f.variables.push_back(variable("land", "土地面积", "Land", "平方公里"));
  f.indicators.push_back(indicator_of(f, "land"));
  f.variables[0].range = {0, 500};
  f.variables[2].range = {{}, 100};
  f.variables[4].range = {10, {}};
  f.variables[1].part_of = "land";
  f.indicators[0].range = {0, 50};
  f.fingerprint = 1;
  return f;
}

struct Told {
  Loaded<Dataset> data;
  std::vector<Diagnostic> warnings;
};

Told told(const std::vector<std::string>& contents, const ReadOptions& options = {}) {
  const Folder folder;
  std::vector<std::string> paths;
  for (const std::string& content : contents)
    paths.push_back(folder.file(std::to_string(paths.size()) + ".csv", content));
  Told out{read_dataset(paths, ranged(), options), {}};
  for (const Diagnostic& one : out.data.diagnostics)
    if (one.code.starts_with("B47")) out.warnings.push_back(one);
  return out;
}

}  // namespace

TEST_CASE("the ends of a range belong to it, and what is missing is in every range") {
  CHECK(told({"place,population,share,gdp,green_space\n"
              "a,0,100,10,0\nb,500,-1e9,1e9,50\nc,,,,\n"})
            .warnings.empty());
}

TEST_CASE("a value outside is told once a variable, with its first cell and how many") {
  const Told out =
      told({"place,population,share,gdp,green_space\n"
            "a,1,100.5,9.9,50.5\nb,500.1,101,10,-1\nc,-0.1,102,10,3\n"});
  REQUIRE(out.data);
  CHECK(codes(out.warnings) == "B470@2:5 B470@3:2 B470@2:3 B470@2:4");  // given indicators first
  REQUIRE(out.warnings.size() == 4);
  CHECK(out.warnings[0].count == 2);
  CHECK(out.warnings[1].count == 2);
  CHECK(out.warnings[2].count == 3);
  CHECK(out.warnings[3].count == 1);
  CHECK(out.warnings[3].expected.in("en") == "at least 10 亿元");
  CHECK(out.data->values(0, 0) == 1);  // nothing is changed
}

TEST_CASE("a cell of a long table is cited by its line") {
  const Told out =
      told({"place,period,variable,value\na,2020,population,3\na,2021,population,600\n"});
  CHECK(codes(out.warnings) == "B470@3:4");
}

TEST_CASE("a part is held against its whole in the unit of the whole, from another file too") {
  // 100 公顷 are 1 平方公里.
  const Told out = told({"place,period,green_area\na,2020,100\na,2021,101\nb,2020,250\n",
                         "place,period,land\nb,2020,2\na,2020,1\na,2021,1\n"});
  REQUIRE(out.warnings.size() == 1);
  CHECK(codes(out.warnings) == "B471@3:3");
  CHECK(out.warnings[0].count == 2);
  CHECK(out.warnings[0].where.file.ends_with("0.csv"));
  REQUIRE(out.warnings[0].also.size() == 1);
  CHECK(out.warnings[0].also[0].file.ends_with("1.csv"));
  CHECK(out.warnings[0].also[0].line == 4);
  CHECK(told({"place,green_area\na,1e5\n"}).warnings.empty());  // nothing to compare with
}

TEST_CASE("another unit is named where an exact power of ten explains the value") {
  const auto hint = [](const std::string& cell) {
    const Told out = told({"place,population\na," + cell + "\n"});
    REQUIRE(out.warnings.size() == 1);
    return out.warnings[0].hint.in("en");
  };
  CHECK(hint("3449000") == "looks like 344.9 万人 written as 人?");
  CHECK(hint("60900") == "looks like 6.09 万人 written as 人?");  // 60.9 千人 nobody writes
  // Little beyond: the range is too narrow, or the figure wrong.
  CHECK(hint("501").starts_with("is it another unit, or a slip?"));
  CHECK(hint("-333.4").starts_with("is it another unit, or a slip?"));
}

TEST_CASE("where it is strict, they are errors") {
  const Told out = told({"place,population,green_area,share,ratio,gdp,land,green_space\n"
                         "a,600,200,1,1,10,1,1\n"},
                        {.strict = true});
  CHECK_FALSE(out.data);
  REQUIRE(out.warnings.size() == 2);
  CHECK(out.warnings[0].severity == Severity::error);
  CHECK(out.warnings[1].severity == Severity::error);
}

TEST_CASE("blocks of a stream add up, each file by its own columns, and a new pass begins anew") {
  const Folder folder;
  const std::vector<std::string> paths{
      folder.file("1.csv", "place,population,share\na,600,1\nb,1,1\nc,700,1\n"),
      folder.file("2.csv", "place,share,population\nd,101,800\n")};
  const Framework f = ranged();
  auto stream = DatasetStream::open(paths, f);
  REQUIRE(stream);
  for (int pass = 0; pass < 2; ++pass) {
    stream->rewind();
    for (Dataset block; stream->next(block, 2);) CHECK(block.rows.size() > 0);
    const auto all = stream->diagnostics();
    REQUIRE(all.size() == 2);
    CHECK(codes(all) == "B470@2:2 B470@2:2");
    CHECK(all[0].count == 3);
    CHECK(all[1].where.file.ends_with("2.csv"));
  }
}
