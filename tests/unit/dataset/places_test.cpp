#include "tijian/dataset_stream.h"
#include "tijian/intake.h"
#include "unit/dataset/sample.h"

using namespace tijian;
using namespace tijian::test;

namespace {

/// The sample with two values of `type` and a list of three places.
Framework listed() {
  Framework f = framework();
  f.attributes[0].title = {"Kind of place", "类型"};
  f.attributes[0].values = {{"district", {"District", "区"}}, {"street", {"Street", "街道"}}};
  f.attributes.push_back("parent");
  f.places = {{"全城区", {"City"}, {{"type", "district"}}, "", "1"},
              {"老城街道", {"老城"}, {{"type", "street"}}, "全城区", "101"},
              {"新城街道", {}, {}, "全城区", "102"}};
  return f;
}

Loaded<Dataset> read_listed(const std::string& text) {
  const Folder folder;
  const std::string paths[] = {folder.file("d.csv", text)};
  return read_dataset(paths, listed());
}

}  // namespace

TEST_CASE("data name places by name, alias or code, and blanks do not count") {
  const auto wide = read_listed("place,population\n城 区,1\n全城 区,2\n101,3\n新城\u3000街道,4\n");
  CHECK(codes(wide) == "B457@2:1");
  const auto good = read_listed("place,population\ncity,2\n101,3\n新城\u3000街道,4\n");
  CHECK(codes(good).empty());
  REQUIRE(good);
  CHECK(good->rows.places == std::vector<std::string>{"全城区", "老城街道", "新城街道"});
}

TEST_CASE("all layouts read places by the list") {
  const auto tall = read_listed("place,variable,value\n老城,population,1\n老 城 街道,gdp,2\n");
  REQUIRE(tall);
  CHECK(tall->rows.size() == 1);
  CHECK(value(tall, 0, "population") == 1);
  CHECK(value(tall, 0, "gdp") == 2);
  const Folder folder;
  const std::string paths[] = {folder.file("d.csv", "place,2019,2020\n老城,1,2\n老城区,1,2\n")};
  CHECK(codes(read_dataset(paths, listed(), {.variable = "population"})) == "B457@3:1");
}

TEST_CASE("a place under two of its names is given twice") {
  CHECK(codes(read_listed("place,population\n老城,1\n老城街道,1\n")) == "C333@3:1");
  CHECK(codes(read_listed("place,variable,value\n老城,gdp,1\n101,gdp,1\n")) == "C327@3:3");
}

TEST_CASE("an unknown place is told once, with the nearest name") {
  const auto data =
      read_listed("place,variable,value\n新城,gdp,1\n新城,population,1\n远山,gdp,1\n");
  CHECK(codes(data) == "B457@2:1 B457@4:1");
  CHECK(data.diagnostics[0].hint.in("en") == "did you mean '新城街道'?");
}

TEST_CASE("attributes come from the list, and from the data where it has none") {
  const auto data =
      read_listed("place,type,population\n老城,,1\n新城街道,街 道,2\n全城区,District,3\n");
  CHECK(codes(data).empty());
  REQUIRE(data);
  const Attribute& type = *data->rows.attribute("type");
  CHECK(type.at(0) == "street");
  CHECK(type.at(1) == "street");
  CHECK(type.at(2) == "district");
  CHECK(data->rows.attribute("parent")->at(0) == "全城区");
  CHECK(data->rows.attribute("parent")->at(2).empty());
}

TEST_CASE("an attribute that the data give otherwise than the list is a fault") {
  const auto wide = read_listed("place,类型,population\n老城,区,1\n");
  CHECK(codes(wide) == "B458@2:2");
  CHECK(wide.diagnostics[0].message.in("zh") ==
        "老城街道 的“类型”在此为 区，在指标体系的名单中为 街道");
  CHECK(codes(read_listed("place,parent,variable,value\n老城,新城街道,gdp,1\n")) == "B458@2:2");
  CHECK(codes(read_listed("place,parent,population\n老城,CITY,1\n")).empty());
}

TEST_CASE("without a list too, values of an attribute are ids or titles and nothing else") {
  Framework f = listed();
  f.places.clear();
  const Folder folder;
  const auto read_type = [&](const std::string& value) {
    const std::string paths[] = {
        folder.file("d.csv", "place,type,population\n甲," + value + ",1\n")};
    return read_dataset(paths, f);
  };
  CHECK(read_type("区")->rows.attribute("type")->at(0) == "district");
  CHECK(read_type("DISTRICT")->rows.attribute("type")->at(0) == "district");
  CHECK(codes(read_type("县")) == "B456@2:2");
}

TEST_CASE("rows of a stream get what the list says") {
  const Folder folder;
  const Framework f = listed();
  const std::string paths[] = {folder.file("d.csv", "place,population\n老城,1\n远山,2\n")};
  auto stream = DatasetStream::open(paths, f);
  REQUIRE(stream);
  Dataset block;
  REQUIRE(stream->next(block, 1));
  CHECK(block.rows.place_of(0) == "老城街道");
  CHECK(block.rows.attribute("type")->at(0) == "street");
  REQUIRE(stream->next(block, 1));
  CHECK(stream->diagnostics().size() == 1);
  CHECK(stream->diagnostics()[0].code == "B457");
}

TEST_CASE("parents of the list are what variables are rolled up by") {
  Framework f = listed();
  f.variables[0].rollup.by = Rollup::By::sum;
  const Folder folder;
  const std::string paths[] = {
      folder.file("d.csv", "place,population\n全城区,\n老城,1\n新城街道,2\n")};
  const auto data = read_dataset(paths, f);
  REQUIRE(data);
  CHECK(value(data, 0, "population") == 3);
}

TEST_CASE("names of one file or one period that are near another are told") {
  const Folder folder;
  const auto near = [&](const std::vector<std::string>& files) {
    std::vector<std::string> paths;
    for (const std::string& text : files)
      paths.push_back(folder.file(std::to_string(paths.size()) + ".csv", text));
    return codes(read(paths));
  };
  const std::string head = "place,period,population\n", gdp = "place,period,gdp\n";
  CHECK(near({head + "朝阳区,2020,1\n", gdp + "朝阳,2020,1\n"}) == "B459@2");
  CHECK(near({head + "将台乡,2020,1\n", gdp + "将台 乡,2020,1\n"}) == "B459@2");
  CHECK(near({head + "朝阳区,2020,1\n朝阳区,2021,1\n朝阳,2022,1\n"}) == "B459@4");
  // The two stand side by side somewhere: whoever wrote that file knew them apart.
  CHECK(near({head + "朝阳区,2020,1\n朝阳,2020,1\n", gdp + "朝阳区,2020,1\n"}) == "");
  CHECK(near({head + "朝阳区,2020,1\n朝阳,2020,1\n朝阳区,2021,1\n"}) == "");
  // One character is a slip only where the other is at home.
  CHECK(near({head + "东坝乡,2020,1\n", gdp + "东风乡,2020,1\n"}) == "");
  CHECK(near({head + "东坝乡,2020,1\n", gdp + "东坝乡,2020,1\n", gdp + "东填乡,2020,1\n"}) ==
        "B459@2");
  CHECK(near({head + "Springfield,2020,1\nSpringfield,2021,1\nSpringfeld,2022,1\n"}) == "B459@4");
  // Numbers tell places apart.
  CHECK(near({head + "第1社区,2020,1\n", gdp + "第2社区,2020,1\n", gdp + "第2社区,2021,1\n"}) ==
        "");
  CHECK(near({head + "朝阳区,2020,1\n海淀区,2021,1\n"}) == "");
}

// planner.md M2: 2021年 in one of 28 files made a new period without a word.
TEST_CASE("a period that one file has alone is told, unless the file has many years") {
  const Folder folder;
  int number = 0;
  const auto told = [&](const std::vector<std::string>& files) {
    std::vector<std::string> paths;
    for (const std::string& text : files)
      paths.push_back(folder.file("f" + std::to_string(++number) + ".csv", text));
    std::string odd;
    for (const Diagnostic& one : read_dataset(paths, framework()).diagnostics)
      if (one.code == "B460") odd += one.code + '@' + std::to_string(one.where.line) + ' ';
    return odd;
  };
  const std::string population = "place,period,population\n", gdp = "place,period,gdp\n";
  const std::string usual = population + "A,2022,1\nB,2022,1\nC,2022,1\n";
  CHECK(told({usual, gdp + "A,2022,1\nB,2022,1\nC,2021,1\n"}) == "B460@4 ");
  CHECK(told({usual, gdp + "A,2022,1\nB,2022,1\nC,2022,1\n"}).empty());
  // All of a file, where at least three others share a period.
  const std::string more = gdp + "A,2022,1\n", last = gdp + "C,2022,1\n";
  CHECK(told({usual, more, last, gdp + "B,2021,1\n"}) == "B460@2 ");
  CHECK(told({usual, more, gdp + "B,2021,1\n"}).empty());
  // Last year's files are there too, and more of them: a file's own year counts.
  const std::string before = population + "A,2021,1\nB,2021,1\n", also = gdp + "A,2021,1\n";
  CHECK(told({before, also, last + "C,2021,1\n", usual, gdp + "A,2022,1\nB,2022,1\nC,2204,1\n"}) ==
        "B460@4 ");
  // Nor is it the period that the data speak of, where it is the later one.
  const std::string later = gdp + "B,2204,1\n";
  const auto latest = [&](const std::vector<std::string>& files) {
    std::vector<std::string> paths;
    for (const std::string& text : files)
      paths.push_back(folder.file("g" + std::to_string(++number) + ".csv", text));
    return to_string(latest_period(take_in(paths, framework()).tables));
  };
  CHECK(latest({usual, more, last, later}) == "2022");
  CHECK(latest({usual, more, later}) == "2022");
  CHECK(latest({usual, more, gdp + "B,2023,1\n"}) == "2023");  // two files do not tell next year
  CHECK(latest({usual, later}) == "2204");
  // Two files of two years, and a file of the years before: meant.
  CHECK(told({usual, population + "A,2021,1\nB,2021,1\n"}).empty());
  CHECK(
      told({usual, gdp + "A,2022,1\nA,2021,1\nA,2020,1\nB,2022,1\nB,2021,1\nB,2020,1\n"}).empty());
}
