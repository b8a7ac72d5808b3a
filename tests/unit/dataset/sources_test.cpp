#include "sample.h"
#include "tijian/data_source.h"
#include "tijian/proposal.h"

using namespace tijian;
using namespace tijian::test;

namespace {

/// Reads what a sources.yaml of these entries says, in a folder of files.
Loaded<Dataset> read_sources(const Folder& folder, const std::string& entries) {
  return read({folder.file("sources.yaml", "sources: 1\nfiles:\n" + entries)});
}

}  // namespace

TEST_CASE("files of different kinds in one run") {
  const Folder folder;
  folder.file("a.csv", "年份,常住人口(人)\n2020,10000\n2021,20000\n");
  folder.file("b.csv", "CSA;ratio10;ratio11\nAll;9;9\n甲;\"1.572\";0,5\n");
  folder.file("年鉴_2020.csv", "地区,统计数\n甲,7\n");
  folder.file("年鉴_2021.csv", "地区,统计数\n甲,8\n");
  folder.file("latin.csv", "place,period,ratio\nW\xE4hring,2020,3\n");
  const auto data = read_sources(folder, R"(
  - {file: a.csv, place: {is: 甲}}
  - file: b.csv
    separator: ";"
    decimal: ","
    place: {column: CSA}
    period: {suffix: two_digits}
    leave_out: {places: All}
  - {file: 年鉴_*.csv, period: {in_name: 年鉴_*.csv}, rename: {统计数: gdp}}
  - {file: latin.csv, encoding: iso-8859-1}
)");
  CHECK(codes(data).empty());
  CHECK(at(data, "甲", "2020", "population") == 1);
  CHECK(at(data, "甲", "2021", "population") == 2);
  CHECK(at(data, "甲", "2010", "ratio") == 1572);
  CHECK(at(data, "甲", "2011", "ratio") == 0.5);
  CHECK(at(data, "甲", "2020", "gdp") == 7);
  CHECK(at(data, "甲", "2021", "gdp") == 8);
  CHECK(at(data, "Währing", "2020", "ratio") == 3);
  CHECK(data->rows.places == std::vector<std::string>{"甲", "Währing"});
}

TEST_CASE("lines of the header, the last row, rows that are left out, marks, units, a source") {
  const Folder folder;
  folder.file("a.csv", "title,,\n地区,常住人口,备注\n甲,<60,\n乙,2,停用\n丙,…,\n丁,4,\n戊,x,\n");
  const auto data = read_sources(folder, R"(
  - file: a.csv
    header: 2
    until: 6
    leave_out: {where: {备注: 停用}}
    marks: {"<60": 30, "…": missing}
    units: {常住人口: 千人}
    period: {is: 2021}
    source: 统计公报
    confidence: cited
)");
  CHECK(codes(data).empty());  // 备注 is no variable, and known to sources.yaml
  CHECK(at(data, "甲", "2021", "population") == 3);  // 30 千人
  CHECK(std::isnan(at(data, "丙", "2021", "population")));
  CHECK(at(data, "丁", "2021", "population") == 0.4);
  CHECK(data->rows.places == std::vector<std::string>{"甲", "丙", "丁"});
  REQUIRE(data->sources.size() == 1);
  CHECK(data->sources[0].text == "统计公报");
  CHECK(data->sources[0].confidence == "cited");
}

TEST_CASE("a column that is renamed keeps the unit in its name, and units go by any of its names") {
  const Folder folder;
  const auto residents = [&](const std::string& header, const std::string& entry) {
    folder.file("a.csv", "地区," + header + "\n甲,1\n");
    const auto data = read_sources(folder, "  - {file: a.csv, " + entry + "}\n");
    REQUIRE(data);
    return std::pair{value(data, 0, "population"), codes(data)};
  };
  const double thousand = 0.1, ones = 1e-4;  // the variable is in 万人
  // The name's own unit, with the name as written or without the unit.
  CHECK(residents("统计数（千人）", "rename: {统计数（千人）: population}").first == thousand);
  CHECK(residents("统计数（千人）", "rename: {统计数: population}").first == thousand);
  CHECK(residents("统计数/千人", "rename: {统计数/千人: population}").first == thousand);
  CHECK(residents("统计数（千人）", "rename: {统计数: '常住人口 [人]'}").first == Approx(ones));
  // `units` by the name as written, as renamed, by the id, by the title of another language.
  for (const char* key : {"统计数", "population", "常住人口", "Resident population"})
    CHECK(residents("统计数", "rename: {统计数: population}, units: {" + std::string(key) +
                                  ": 千人}") == std::pair{thousand, std::string()});
  CHECK(residents("常住人口", "units: {population: 千人}").first == thousand);
  // What stands in brackets and is no unit is another column.
  CHECK(residents("统计数（女）", "rename: {统计数（女）: population}, units: {统计数: 千人}") ==
        std::pair{1.0, std::string("C358@3:12")});
  CHECK(codes(read_sources(folder, "  - {file: a.csv, rename: {统计数: population}}\n"))
            .starts_with("C358@3:12"));
  // Two units: the one of sources.yaml counts, and it is told.
  CHECK(residents("常住人口[人]", "units: {常住人口: 千人}") ==
        std::pair{thousand, std::string("C398@1:2")});
  CHECK(residents("常住人口", "units: {地区: 千人}").second == "C358@3:12");
}

TEST_CASE("a table whose cells are read twice to the same end is refused") {
  const Folder folder;
  folder.file("a.csv", "地区,人口2020,人口2021\n甲,1,2\n");
  const std::string first =
      "  - {file: a.csv, period: {is: 2020}, rename: {人口2020: population}}\n";
  const auto both = read_sources(
      folder, first + "  - {file: a.csv, period: {is: 2021}, rename: {人口2021: population}}\n");
  REQUIRE(both);
  CHECK(at(both, "甲", "2021", "population") == 2);
  CHECK(
      codes(read_sources(folder, first + "  - {file: a.csv, period: {is: 2021}, rename: {人口2020: "
                                         "population}}\n")) == "C395@4:12 B401@1:3");
  folder.file("b.csv", "地区,population\n甲,1\n");
  CHECK(codes(read_sources(folder, "  - file: b.csv\n  - file: b*.csv\n")) == "C395@4:11");
}

TEST_CASE("rows that are left out by what a column says, and what none says") {
  const Folder folder;
  folder.file("a.csv", "地区,population,备注\n甲,1,\n乙,2,停用\n丙,3,拆迁\n丁,4,停用\n");
  const auto data = read_sources(
      folder, "  - {file: a.csv, leave_out: {where: {备注: [停, 停用, 拆迁], 地区: 乙}}}\n");
  CHECK(codes(data) == "C358@3:12");
  CHECK(data.diagnostics.front().message.in("en") ==
        "sources.yaml names what the table does not have: 备注: 停");
  CHECK(data->rows.places == std::vector<std::string>{"甲"});
  CHECK(codes(read_sources(folder, "  - {file: a.csv, decimal: ',', thousands: ','}\n")) ==
        "Y146@3:44");
}

TEST_CASE("of two sources the one of the better rank counts") {
  const Folder folder;
  folder.file("a.csv", "place,population,ratio\n甲,1,5\n乙,2,\n");
  folder.file("b.csv", "place,population,ratio\n甲,9,9\n乙,9,6\n");
  const std::string ranks = "  - {file: a.csv, rank: 1}\n  - {file: b.csv, rank: 2}\n";
  const std::string swapped = "  - {file: b.csv, rank: 2}\n  - {file: a.csv, rank: 1}\n";
  for (const std::string& entries : {ranks, swapped}) {
    const auto data = read_sources(folder, entries);
    CHECK(at(data, "甲", "", "population") == 1);
    CHECK(at(data, "乙", "", "population") == 2);
    CHECK(at(data, "甲", "", "ratio") == 5);
    CHECK(at(data, "乙", "", "ratio") == 6);  // where only the second has a value
  }
  CHECK(codes(read_sources(folder, "  - file: a.csv\n  - file: b.csv\n")) ==
        "C331@2:2 C331@2:3 C331@3:2");
}

TEST_CASE("values agree to the digits of the shorter one") {
  const Folder folder;
  folder.file("a.csv", "place,population\n甲,70.9\n乙,345\n");
  // 708829 is 70.8829 万人, which rounds to 70.9; 3452460 is 345.246, which rounds to 345.
  folder.file("b.csv", "place,population [人]\n甲,708829\n乙,3452460\n");
  for (const char* files :
       {"  - file: a.csv\n  - file: b.csv\n", "  - file: b.csv\n  - file: a.csv\n"}) {
    const auto data = read_sources(folder, files);
    CHECK(at(data, "甲", "", "population") == Approx(70.8829).epsilon(1e-12));
    CHECK(at(data, "乙", "", "population") == Approx(345.246).epsilon(1e-12));
    CHECK(data->rounding.size() == 0);
    REQUIRE(codes(data) == "B479@2:2");  // once for the two files, at the coarser
    const auto told = std::ranges::find(data.diagnostics, "B479", &Diagnostic::code);
    CHECK(told->count == 2);
    CHECK(told->where.file.ends_with("a.csv"));
  }
  // 70.84 rounds to 70.8, and 345.6 to 346.
  folder.file("b.csv", "place,population [人]\n甲,708400\n乙,3456000\n");
  CHECK(codes(read_sources(folder, "  - file: a.csv\n  - file: b.csv\n")) == "C331@2:2 C331@3:2");
}

TEST_CASE("a folder is its tables, or what its sources.yaml says") {
  const Folder folder;
  folder.file("b.csv", "place,ratio\n甲,5\n");
  folder.file("a.csv", "place,population\n甲,1\n");
  folder.file("~$a.csv", "left over");
  const std::string path =
      std::filesystem::path(folder.file("c.txt", "place\tgdp\n甲\t3\n")).parent_path().string();
  const auto data = read({path});
  CHECK(codes(data).empty());
  CHECK(at(data, "甲", "", "population") == 1);
  CHECK(at(data, "甲", "", "ratio") == 5);
  CHECK(at(data, "甲", "", "gdp") == 3);
  folder.file("sources.yaml", "sources: 1\nfiles:\n  - file: a.csv\n");
  CHECK(column(*read({path}), "ratio") < 0);
}

TEST_CASE("a sources.yaml that names what is not there") {
  const Folder folder;
  folder.file("a.csv", "place,population\n甲,1\n");
  CHECK(codes(read_sources(folder, "  - file: b.csv\n")) == "Y140@3:11");
  CHECK(codes(read_sources(folder, "  - file: b_*.csv\n")) == "C344@3:11");
  CHECK(codes(read_sources(folder, "  - {file: a.csv, place: {column: 街道}}\n")) == "C355@3:12");
  CHECK(codes(read_sources(folder, "  - {file: a.csv, header: 9}\n")) == "C346@3:12");
  CHECK(codes(read_sources(folder, "  - {file: a.csv, encodings: gbk}\n")) == "Y120@3:19");
  CHECK(codes(read_sources(folder, "  - {file: a.csv, period: {is: soon}}\n")) == "C322@3:12");
  CHECK(codes(read_sources(folder, "  - {file: a.csv, place: {is: 乙}}\n")) == "C359@3:12");
  CHECK(codes(read_sources(folder, "  - {file: a.csv, leave_out: {where: {备 注: x}}}\n")) ==
        "C355@3:12");
  CHECK(codes(read_sources(folder, "  - {file: a.csv, rename: {人口: ratio}}\n")) == "C358@3:12");
  CHECK(codes(read_sources(folder, "  - {file: a.csv, leave_out: {places: 合计}}\n")) ==
        "C358@3:12");
  CHECK(codes(read_sources(folder,
                           "  - {file: a.csv, leave_out: {places: 合计}, rename: "
                           "{population: population}}\n")) == "C358@3:12");
}

TEST_CASE("what is proposed reads as it was proposed") {
  const Folder folder;
  const std::vector<std::string> files{
      folder.file("gdp.csv", "地区,2021年,2020年\n甲,3,1\n"),
      folder.file("crime.csv", "CSA,ratio10,ratio11\nX,1,2\nY,3,4\n"),
      folder.file("euro.csv", "place;period;population\nX;2020;1.572,5\nTotal;2020;9\n"),
      folder.file("latin.csv", "place,period,population\nW\xE4hring,2020,3\n"),
      folder.file("表_2020.csv", "地区,比值\n甲,7\n"),
  };
  const Framework f = framework();
  const auto proposed = propose(files, f);
  REQUIRE(proposed);
  CHECK(proposed.diagnostics.empty());
  REQUIRE(proposed->size() == 5);
  const auto& all = *proposed.value;
  CHECK(all[0].source.variable.is == "gdp");
  CHECK(all[1].source.place.column == "CSA");
  CHECK(all[1].source.period.suffix == ValueOrigin::Suffix::two_digits);
  CHECK(all[2].source.separator == ";");
  CHECK(all[2].source.decimal == ",");
  CHECK(all[2].source.leave_out.places == std::vector<std::string>{"Total"});
  CHECK(all[3].source.encoding == "windows-1252");
  CHECK(all[4].source.period.in_name == "表_*.csv");
  for (const Proposal& one : all) CHECK_FALSE(one.open);
  for (const std::size_t guessed : {0, 1, 3, 4}) CHECK_FALSE(all[guessed].remarks.empty());

  const std::string folder_path = std::filesystem::path(files[0]).parent_path().string();
  const auto data = read({folder.file("sources.yaml", to_yaml(all, folder_path))});
  CHECK(codes(data).empty());
  CHECK(at(data, "甲", "2021", "gdp") == 3);
  CHECK(at(data, "X", "2011", "ratio") == 2);
  CHECK(at(data, "X", "2020", "population") == 1572.5);
  CHECK(at(data, "Währing", "2020", "population") == 3);
  CHECK(at(data, "甲", "2020", "ratio") == 7);
}

TEST_CASE("a table of nothing but totals is of totals") {
  const Folder folder;
  const std::vector<std::string> files{
      folder.file("a.csv", "地区,年份,常住人口\n全国,2020,1\n全国,2021,2\n"),
      folder.file("b.csv", "地区,常住人口\n甲,1\n城区合计,2\n")};
  const auto proposed = propose(files, framework());
  CHECK(proposed->at(0).source.leave_out.places.empty());
  CHECK(proposed->at(1).source.leave_out.places == std::vector<std::string>{"城区合计"});
}

TEST_CASE("what only a person can say is left open") {
  const Folder folder;
  const std::vector<std::string> files{
      folder.file("one_place.csv", "年份,常住人口\n2020,1\n2021,2\n"),
      folder.file("table.csv", "时间,甲,乙\n2020年,1,2\n"),
      folder.file("letter.csv", "Dear Sir\nplease find enclosed\n"),
      folder.file("either.csv", "地区;常住人口\n甲;70.900\n乙;41.840\n")};
  const auto proposed = propose(files, framework());
  REQUIRE(proposed->size() == 4);
  CHECK(proposed->at(3).source.decimal.empty());
  CHECK(proposed->at(0).source.place.is == "?");
  CHECK(proposed->at(1).source.variable.is == "?");
  for (const Proposal& one : *proposed.value) CHECK(one.open);
  CHECK(codes(proposed.diagnostics) == "C316@1");
  // An answer that nobody gave is none.
  const std::string path =
      folder.file("sources.yaml", to_yaml(std::span(*proposed.value).first(1),
                                          std::filesystem::path(files[0]).parent_path().string()));
  CHECK(codes(read({path})) == "C383@3:11");
  CHECK(codes(read_sources(folder, "  - {file: table.csv, variable: {is: \"?\"}}\n")) ==
        "C383@3:12");
}

TEST_CASE("columns of which only some say their year are refused") {
  CHECK(codes(read_text("地区,2021年常住人口,比值\n甲,1,2\n")) == "C386@1:3");
  CHECK(codes(read_text("地区,2021年常住人口,2022年常住人口,比值\n甲,1,2,3\n")) == "C386@1:4");
  CHECK(codes(read_text("地区,年份,2021年常住人口\n甲,2021,1\n")) == "C386@1:2");
  CHECK(codes(read_text("地区,常住人口,,比值\n,2021年,2022年,\n甲,1,2,3\n")) == "C386@1:4");
  CHECK(codes(read_text("地区,2021年常住人口,备注\n甲,1,x\n")) == "B401@1:3");  // holds no values
}

TEST_CASE("what a mark means is a number or missing") {
  const Folder folder;
  folder.file("a.csv", "place,population\n甲,x\n");
  CHECK(codes(read_sources(folder, "  - {file: a.csv, marks: {x: many}}\n")) == "Y130@3:30");
  CHECK(codes(read_sources(folder, "  - {file: a.csv, marks: {x: 6}}\n")).empty());
}

TEST_CASE("what rename makes of a name is one of the framework's, and a pattern fits its file") {
  const Folder folder;
  folder.file("a.csv", "place,pop\n甲,1\n");
  CHECK(codes(read_sources(folder, "  - {file: a.csv, rename: {pop: popluation}}\n"))
            .starts_with("C387@3:12"));
  CHECK(
      codes(read_sources(
          folder, "  - {file: a.csv, rename: {pop: population}, period: {in_name: b_*.csv}}\n")) ==
      "C389@3:12");
}

TEST_CASE("tables beside a sources.yaml that it does not list are told") {
  const Folder folder;
  folder.file("a.csv", "place,population\n甲,1\n");
  folder.file("late.csv", "place,population\n乙,1\n");
  const std::string path = folder.file("sources.yaml", "sources: 1\nfiles:\n  - {file: a.csv}\n");
  const std::string near = std::filesystem::path(path).parent_path().string();
  CHECK(codes(read({near})) == "C388@0");
  CHECK(codes(read({path})).empty());  // the file itself says what it says
}

TEST_CASE("a file of which nothing is left is told") {
  const Folder folder;
  folder.file("a.csv", "place,population\n甲,1\n");
  folder.file("b.csv", "place,ratio\n甲,1\n");
  CHECK(codes(read_sources(folder,
                           "  - {file: a.csv, leave_out: {places: 甲}}\n  - {file: b.csv}\n")) ==
        "C309@1");
}

TEST_CASE("years in the names of sheets or files, rows that name variables, an encoding to say") {
  const Folder folder;
  const std::vector<std::string> files{
      folder.file("national.csv", "项目,2021年,2020年\n常住人口,1,2\n第一产业,3,4\n第二产业,5,6\n"),
      folder.file("big5.csv",
                  "\xA6\x61\xB0\xCF,population\n\xA4\xA4\xA5\xBF\xB0\xCF,1\n"
                  "\xAB\x48\xB8\x71\xB0\xCF,2\n")};
  const auto proposed = propose(files, framework());
  REQUIRE(proposed->size() == 2);
  CHECK(proposed->at(0).source.place.column.empty());
  CHECK(proposed->at(0).source.place.is == "?");
  CHECK(proposed->at(1).source.encoding == "?");
  CHECK(proposed->at(1).open);
  CHECK(codes(read_sources(folder, "  - {file: big5.csv, encoding: \"?\"}\n")) == "C383@3:12");
}

TEST_CASE("what was not understood does not keep the others from being read") {
  const Folder folder;
  const std::vector<std::string> files{
      folder.file("a.csv", "place,period,population\n甲,2020,1\n"),
      folder.file("codebook.csv", "Dear Sir\nplease find enclosed\n")};
  const std::string near = std::filesystem::path(files[0]).parent_path().string();
  const auto proposed = propose(files, framework());
  CHECK(codes(proposed.diagnostics) == "C316@1");
  REQUIRE(proposed->size() == 2);
  CHECK_FALSE(proposed->at(0).unread);
  CHECK(proposed->at(1).unread);
  const std::string text = to_yaml(*proposed.value, near);
  CHECK(text.find("  # - file: \"codebook.csv\"\n") != std::string::npos);
  const auto data = read({folder.file("sources.yaml", text)});
  CHECK(codes(data).empty());
  CHECK(at(data, "甲", "2020", "population") == 1);
  CHECK(to_yaml(std::span(*proposed.value).last(1), near).starts_with("sources: 1\nfiles: []\n"));
}

TEST_CASE("line ends and control characters in names do not break what is proposed") {
  const Folder folder;
  const std::vector<std::string> files{
      folder.file("a.csv", "地区,常住人口,\"备\n注\",x\x01y\n甲,1,z,3\n乙,2,z,4\n")};
  const auto proposed = propose(files, framework());
  REQUIRE(proposed->size() == 1);
  REQUIRE(proposed->front().remarks.size() == 1);  // two columns belong to nothing
  const std::string near = std::filesystem::path(files[0]).parent_path().string();
  Proposal odd = proposed->front();
  odd.remarks.push_back(
      {"a\nb\x01"
       "c",
       "a\nb"});
  const std::string text = to_yaml(std::vector{odd}, near);
  CHECK(text.ends_with("    # a b c\n"));
  CHECK(load_sources(folder.file("sources.yaml", text)));
}

TEST_CASE("the column of places is of words rather than codes, and stands above numbers") {
  const Folder folder;
  const std::vector<std::string> files{
      folder.file("cities.csv", "Code;Name EN;Lat;1982;1990\nC1A;ONE;31.2;5;6\nC2A;TWO;39.9;7;8\n"),
      folder.file("codes.csv", "Code,Population of 2020,常住人口\n9,9,1\n8,9,2\n"),
      folder.file("text.csv", "常住人口,年末人数\n床位,年末床位数\n学位,学年初学位数\n")};
  const auto proposed = propose(files, framework());
  REQUIRE(proposed->size() == 3);
  CHECK(proposed->at(0).source.place.column == "Name EN");
  CHECK(proposed->at(0).source.variable.is == "?");
  CHECK(proposed->at(1).source.place.column == "Code");
  CHECK(proposed->at(2).unread);
}

TEST_CASE("a column of nothing but years is proposed as the period") {
  const Folder folder;
  const std::vector<std::string> files{
      folder.file("a.csv",
                  "地区,REF_YEAR,REF_DATE,常住人口\n甲,2002,20021231,1\n乙,2002,20021231,2\n"),
      folder.file("b.csv", "地区,编号,常住人口\n甲,1002,1\n乙,1003,2\n")};
  const auto proposed = propose(files, framework());
  REQUIRE(proposed->size() == 2);
  CHECK(proposed->at(0).source.period.column == "REF_YEAR");
  CHECK(proposed->at(1).source.period.column.empty());
  const std::string near = std::filesystem::path(files[0]).parent_path().string();
  const auto data =
      read({folder.file("sources.yaml", to_yaml(std::span(*proposed.value).first(1), near))});
  CHECK(at(data, "乙", "2002", "population") == 2);
}

TEST_CASE("rows that add others up are proposed to be left out") {
  const Folder folder;
  const std::vector<std::string> files{
      folder.file("a.csv",
                  "地区,常住人口,公园绿地面积\n核心区,181.5,92.5\n甲,70.9,41.8\n乙,110.6,50.7\n丙,"
                  "345.1,470.8\n")};
  const auto proposed = propose(files, framework());
  REQUIRE(proposed->size() == 1);
  CHECK(proposed->front().source.leave_out.places == std::vector<std::string>{"核心区"});
}

TEST_CASE("files of different years that only their names tell are one message") {
  const Folder folder;
  const std::string a = folder.file("表_2020.csv", "place,population,ratio\n甲,1,5\n乙,2,6\n");
  const std::string b = folder.file("表_2021.csv", "place,ratio,population\n甲,5,3\n乙,7,4\n");
  CHECK(codes(read({a, b})) == "C384@2:2");
  const std::string other = folder.file("面积_2021.csv", "place,green_area\n甲,5\n");
  CHECK(codes(read({a, other})).empty());  // nothing twice
  const std::string dated = folder.file("值_2021.csv", "place,period,population\n甲,2021,3\n");
  CHECK(codes(read({a, dated})) == "C332@0");
  const std::string unnamed = folder.file("c.csv", "place,population\n甲,3\n");
  CHECK(codes(read({a, unnamed})) == "C331@2:2");
}

// 2727 = 1000 + 900 + 827, 60 = 10 + 20 + 30: by chance 4 / (5454 * 120).
TEST_CASE("columns that nobody asked for tell a total too") {
  const Folder folder;
  const auto sums = [&](const std::string& text) {
    const auto proposed = propose(std::vector{folder.file("a.csv", text)}, framework());
    return proposed->front().source.leave_out.places;
  };
  const std::string rows = "A,1,1000,10,3\nB,2,900,20,4\nC,3,827,30,5\n";
  CHECK(sums("地区,比值,jobs,shops,x\n" + rows + "City,2,2727,60,7\n") ==
        std::vector<std::string>{"City"});
  CHECK(sums("地区,比值,jobs,shops,x\n" + rows + "City,2,2727,61,7\n").empty());
  CHECK(sums("地区,比值,jobs,shops,x\n" + rows + "City,2,2727,,7\n").empty());
}

// 2727 = 1000 + 900 + 827 in one file; the other has rates only.
TEST_CASE("a total by the values of one file is left out of all that have it") {
  const Folder folder;
  const std::vector<std::string> files{
      folder.file("a.csv", "地区,常住人口\nA,1000\nB,900\nC,827\nAll City,2727\n"),
      folder.file("b.csv", "地区,比值\nA,1\nB,2\nC,3\nAll City,2.1\n"),
      folder.file("c.csv", "地区,比值\nA,1\nB,2\n")};
  const auto proposed = propose(files, framework());
  REQUIRE(proposed->size() == 3);
  const std::vector<std::string> city{"All City"};
  CHECK(proposed->at(0).source.leave_out.places == city);
  CHECK(proposed->at(1).source.leave_out.places == city);
  CHECK(proposed->at(2).source.leave_out.places.empty());
}

TEST_CASE("of two departments that disagree the keeper of the figure is named") {
  Framework f = framework();
  f.variables[0].keeper = "统计局";
  const Folder folder;
  const std::vector<std::string> files{folder.file("统计局.csv", "place,population\n甲,1\n"),
                                       folder.file("公安.csv", "place,population\n甲,2\n")};
  const auto hint = [&](const std::vector<std::string>& paths) {
    const auto data = read_dataset(paths, f);
    for (const Diagnostic& d : data.diagnostics)
      if (d.code == "C331") return d.hint.in("zh");
    return std::string();
  };
  CHECK(hint(files) == "该数的保管部门是统计局：以 统计局.csv 为准");
  CHECK(hint({files[1], files[0]}) == "该数的保管部门是统计局：以 统计局.csv 为准");
  CHECK(hint({files[1], folder.file("b.csv", "place,population\n甲,3\n")}) ==
        "该数的保管部门是统计局");
}
