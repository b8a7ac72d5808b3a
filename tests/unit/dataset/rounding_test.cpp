#include "unit/dataset/sample.h"

using namespace tijian;
using namespace tijian::test;

namespace {

const ReadOptions asked{.rounding = true};

double rounding(const Loaded<Dataset>& data, Index row, const std::string& id) {
  REQUIRE(data);
  return data->rounding(row, column(*data, id));
}

}  // namespace

TEST_CASE("half a unit of the last decimal is kept, in the unit of the variable") {
  const auto data = read_text(
      "place,population,green_area [平方米],share,gdp\n甲,344.9,12500.50,95.30%,\"1,234.5\"\n\n"
      "乙,333,7,１２．５,1.25e2\n",
      asked);
  CHECK(codes(data) == "B472@4:4");  // one share with %, one without
  CHECK(rounding(data, 0, "population") == Approx(0.05));
  CHECK(rounding(data, 0, "green_area") == Approx(0.005 / 10000));
  CHECK(rounding(data, 0, "share") == Approx(0.005));
  CHECK(rounding(data, 0, "gdp") == Approx(0.05));
  CHECK(rounding(data, 1, "population") == 0);  // whole numbers are exact
  CHECK(rounding(data, 1, "green_area") == 0);
  CHECK(rounding(data, 1, "share") == Approx(0.05));
  CHECK(rounding(data, 1, "gdp") == Approx(0.5));  // 125: of 1.25, the hundredth is one
}

TEST_CASE("the rounding of long files and of files by year is kept too, and of several files") {
  const auto tall = read_text("place,period,variable,value\n甲,2019,population,1.50\n", asked);
  CHECK(rounding(tall, 0, "population") == Approx(0.005));
  const auto years =
      read_text("地区,2024年,2023年\n甲,1.5,2\n", {.rounding = true, .variable = "population"});
  CHECK(rounding(years, 0, "population") == Approx(0.05));
  CHECK(rounding(years, 1, "population") == 0);
  const Folder folder;
  const auto both = read({folder.file("a.csv", "place,population\n甲,1.5\n"),
                          folder.file("b.csv", "place,gdp\n甲,2.25\n")},
                         asked);
  CHECK(rounding(both, 0, "population") == Approx(0.05));
  CHECK(rounding(both, 0, "gdp") == Approx(0.005));
}

TEST_CASE("nothing is kept of rounding unless it is asked for") {
  CHECK(read_text("place,population\n甲,1.5\n")->rounding.size() == 0);
}
