#include "tijian/intake.h"
#include "unit/dataset/sample.h"

using namespace tijian;
using namespace tijian::test;

TEST_CASE("several files are merged by place and period") {
  const Folder folder;
  const auto data =
      read({folder.file("a.csv", "place,period,population,type\n甲,2019,1,t\n乙,2019,2,\n"),
            folder.file("b.csv", "place,period,gdp,常住人口[人]\n乙,2019年,3,20000\n丙,2019,4,5\n"),
            folder.file("c.csv", "place,period,variable,value,source\n甲,2019,gdp,7,年鉴\n")});
  CHECK(codes(data).empty());
  REQUIRE(data);
  CHECK(data->rows.size() == 3);
  CHECK(value(data, 0, "population") == 1);
  CHECK(value(data, 1, "population") == 2);
  CHECK(value(data, 2, "population") == 0.0005);
  CHECK(value(data, 0, "gdp") == 7);
  CHECK(value(data, 2, "gdp") == 4);
  CHECK(data->rows.attribute("type")->at(0) == "t");
  CHECK(data->rows.attribute("type")->at(2).empty());
  CHECK(data->sources[data->source(0, column(*data, "gdp"))].text == "年鉴");
  CHECK(data->source(2, column(*data, "gdp")) == -1);
}

TEST_CASE("conflicting cells cite both") {
  const Folder folder;
  const std::string a = folder.file("a.csv", "place,period,population\n乙,2019,9\n甲,2019,1\n");
  const std::string b = folder.file("b.csv", "place,period,gdp,population\n甲,2019,1,2\n");
  const std::string c =
      folder.file("c.csv", "place,period,variable,value\n甲,2019,gdp,1\n甲,2019,population,3\n");
  const std::string d = folder.file("d.csv", "place,2018,2019\n甲,,4\n");
  const auto wide = read({a, b});
  CHECK(codes(wide) == "C331@2:4");
  REQUIRE(wide.diagnostics.back().also.size() == 1);
  CHECK(wide.diagnostics.back().also[0] == Citation{a, 3, 3});
  CHECK(wide.diagnostics.back().message.in("en") ==
        "甲 2019: 'Resident population' is 2 万人 here and 1 万人 there");
  const auto tall = read({c, b});
  CHECK(codes(tall) == "C331@2:4");
  CHECK(tall.diagnostics.back().also[0] == Citation{c, 3, 4});
  const auto periods = read({d, c}, {.variable = "population"});
  CHECK(codes(periods) == "C331@3:4");
  CHECK(periods.diagnostics.back().also[0] == Citation{d, 2, 3});
}

TEST_CASE("a conflict stands at the file that does not keep the figure, whichever comes first") {
  const Folder folder;
  Framework f = framework();
  f.variables[0].keeper = "统计局";  // population
  f.variables[1].keeper = "园林局";  // green_area
  const std::string own = folder.file("统计局.csv", "place,period,population\n甲,2019,1\n");
  const std::string other =
      folder.file("园林局.csv", "place,period,green_area,population\n甲,2019,5,2\n");
  for (const std::vector<std::string>& paths : {std::vector{own, other}, {other, own}}) {
    const auto data = read_dataset(paths, f);
    REQUIRE(codes(data) == "C331@2:4");
    const Diagnostic& told = data.diagnostics.back();
    CHECK(told.where.file == other);
    CHECK(told.also == std::vector<Citation>{{own, 2, 3}});
    CHECK(told.message.in("en") ==
          "甲 2019: 'Resident population' is 2 万人 here and 1 万人 there");
    CHECK(told.hint.in("en") == "it is kept by 统计局: the figure of 统计局.csv counts");
  }
}

TEST_CASE("a second column for a variable is told once, not by its cells") {
  CHECK(codes(read_text("place;period;population;常住人口\n甲;2019;1;1\n乙;2019;2;2\n")) ==
        "B406@1:4");
}

TEST_CASE("conflicts are told beside other faults, rows that are given twice are not told again") {
  const Folder folder;
  const std::string a =
      folder.file("a.csv", "place,period,population\n甲,2019,1\n甲,2019,2\n乙,2019,x\n");
  const std::string b = folder.file("b.csv", "place,period,population\n甲,2019,3\n");
  const auto data = read({a, b});
  CHECK(codes(data) == "C333@3:1 C311@4:3 C331@2:3");
  CHECK(!data);
}

TEST_CASE("what is readable leaves out faulty cells, rows given twice and places nobody knows") {
  const Folder folder;
  Framework f = framework();
  f.places = {{"甲"}, {"乙"}};
  const std::vector<std::string> paths{folder.file(
      "a.csv", "place,period,population\n甲,2019,1\n甲,2019,2\n乙,2019,x\n丙,2019,5\n")};
  const Intake intake = take_in(paths, f, {.cite = true});
  CHECK(!intake.data.value);
  REQUIRE(intake.readable);
  const Dataset& data = *intake.readable;
  REQUIRE(data.rows.size() == 2);
  CHECK(data.values(0, 0) == 1);
  CHECK(std::isnan(data.values(1, 0)));
  CHECK(data.cite(0, 0) == Citation{paths[0], 2, 3});
  CHECK(!take_in({}, f).readable);
}

TEST_CASE("a department's form saved over another's is told once for the whole file") {
  const Folder folder;
  Framework f = framework();
  f.variables[0].keeper = "统计局";  // population
  f.variables[1].keeper = "园林局";  // green_area
  const std::string head = "place,period,population\n";
  const std::string own = folder.file("统计局.csv", head + "甲,2019,1\n乙,2019,2\n");
  const std::string last = folder.file("统计局_2018.csv", head + "甲,2018,1\n乙,2018,2\n");
  const auto told = [&](const std::string& text) {
    std::string all;
    const std::vector<std::string> paths{last, folder.file("园林局.csv", text), own};
    for (const Diagnostic& d : read_dataset(paths, f).diagnostics)
      if (d.code == "B476" || d.code == "C331")
        all += d.code + '@' + std::to_string(d.where.line) +
               (d.severity == Severity::error ? "! " : " ");
    return all;
  };
  CHECK(told(head + "甲,2019,1\n乙,2019,2\n") == "B476@1 ");
  CHECK(told(head + "甲,2019,1\n乙,2019,7\n") == "B476@3! ");
  CHECK(told(head + "甲,2019,8\n乙,2019,7\n") == "B476@2! ");
  // It has figures of its own too, or is of other rows.
  CHECK(told("place,period,population,green_area\n甲,2019,8,1\n") == "C331@2! ");
  CHECK(told(head + "甲,2020,8\n").empty());
}

TEST_CASE("attributes that differ between files are a fault") {
  const Folder folder;
  const auto data = read({folder.file("a.csv", "place,population,type\n甲,1,t\n"),
                          folder.file("b.csv", "place,gdp,type\n甲,1,u\n")});
  CHECK(codes(data) == "C329@2");
  REQUIRE(data.diagnostics.back().also.size() == 1);
  CHECK(data.diagnostics.back().also[0].line == 2);
}

TEST_CASE("a file without periods among others is told") {
  const Folder folder;
  const auto data = read({folder.file("a.csv", "place,population\n甲,1\n"),
                          folder.file("b.csv", "place,period,gdp\n甲,2019,1\n")});
  CHECK(codes(data) == "C332@0");
  CHECK(data->rows.size() == 2);
}

TEST_CASE("no file at all fits nothing") { CHECK(codes(read({})) == "B402@0"); }

TEST_CASE("problems of all files are told") {
  const Folder folder;
  CHECK(codes(read({folder.file("a.csv", "place,population\n甲,x\n"), "none.csv",
                    folder.file("b.csv", "place,gdp\n甲,y\n")})) == "C311@2:2 C300@0 C311@2:2");
}

TEST_CASE("the throwing variant carries all diagnostics") {
  const Folder folder;
  const std::vector<std::string> paths{folder.file("a.csv", "place,population\n甲,x\n乙,y\n")};
  try {
    read_dataset_or_throw(paths, framework());
    FAIL("nothing was thrown");
  } catch (const InputError& e) {
    CHECK(e.diagnostics().size() == 3);
  }
}
