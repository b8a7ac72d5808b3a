// What only reading sees: totals among the places, mixed notation, places of one file.
#include "dataset/total_names.h"
#include "unit/dataset/sample.h"

using namespace tijian;
using namespace tijian::test;

namespace {

/// "total_value place value reference", a line each.
std::string said(const Loaded<Dataset>& data) {
  REQUIRE(data);
  std::string all;
  for (const Doubt& doubt : data->doubts) {
    if (!all.empty()) all += '\n';
    all += std::string(to_string(doubt.kind)) + ' ' + doubt.place + '@' +
           std::to_string(doubt.told.where.line);
  }
  return all;
}

std::string said(std::string_view content) { return said(read_text(content)); }

std::string said_of(const std::vector<std::string>& contents,
                    const Framework& framework = test::framework()) {
  const Folder folder;
  std::vector<std::string> paths;
  for (const std::string& content : contents)
    paths.push_back(folder.file(std::to_string(paths.size()) + ".csv", content));
  return said(read_dataset(paths, framework));
}

}  // namespace

TEST_CASE("names of totals: stretched, full-width, in any case, and nothing longer") {
  for (const char* name : {"合计",   "合　计", "合  计", "总计",     "小计",    "共计", "全市",
                           "全　市", "全省",   "全国",   "全区",     "全县",    "平均", "平均值",
                           "均值",   "Total",  "ＡＬＬ", "Subtotal", "average", "Mean"})
    CHECK(dataset::names_total(name));
  for (const char* name : {"全州县", "朝阳区", "合计镇", "allen", "平均社区", ""})
    CHECK_FALSE(dataset::names_total(name));
}

TEST_CASE("names of totals with what stands behind and before") {
  for (const char* name : {"全市平均", "合计（万人）", "平均水平", "Total:", "Grand total",
                           "City average", "合计1", "总计*", "中位数", "汇总"}) {
    CAPTURE(name);
    CHECK(dataset::names_total(name));
  }
  for (const char* name : {"太平街道", "Totalia", "1", "All Saints", "朝阳区(合并)"}) {
    CAPTURE(name);
    CHECK_FALSE(dataset::names_total(name));
  }
}

TEST_CASE("a row named as a total is a doubt and a warning") {
  const auto data = read_text("place,gdp\na,3\nb,4\n全　国,9\n");
  CHECK(said(data) == "total_name 全　国@4");
  CHECK(codes(data) == "C336@4");
}

TEST_CASE("a column of cells with and without a sign is mixed notation, 0 is in either") {
  CHECK(said("place,share\na,45.5%\nb,0.413\nc,12%\n") == "mixed b@3");
  CHECK(said("place,share\na,45.5％\nb,413‰\nc,12%\n").empty());
  CHECK(said("place,share\na,45.5%\nb,0\nc,NA\n").empty());
  CHECK(said("place,share\na,45.5\nb,41.3\n").empty());
  CHECK(said("place,share,ratio\na,45.5%,1\nb,41.3%,2\n").empty());  // other columns do not count
  CHECK(said("place,variable,value\na,share,45.5%\na,gdp,7\nb,share,0.4\n") == "mixed b@4");
  const auto data = read_text("place,share\na,45.5%\nb,0.413\nc,12%\n");
  REQUIRE(data->doubts.size() == 1);
  const Doubt& mixed = data->doubts[0];
  CHECK(mixed.value == 0.413);
  CHECK(mixed.told.message.in("en") ==
        "'Coverage share': 2 cell(s) carry % or ‰, 1 do not, such as b, read as 0.413 %");
  CHECK(mixed.told.also == std::vector<Citation>{{mixed.told.where.file, 2, 2}});
}

TEST_CASE("mixed notation is seen across blocks of a long file") {
  std::string text = "place,share\n";
  for (int i = 0; i < 200'000; ++i) text += "place" + std::to_string(i) + ",45.5%\n";
  CHECK(said(text + "last,0.4\n") == "mixed last@200002");
}

// 70.9 + 110.6 + 345.1 = 526.6; one decimal each: rounding makes 0.05 x 4 = 0.2 at most.
TEST_CASE("a row that is the sum of the others to within their rounding, in one exact column") {
  CHECK(said("place,gdp\n北京市,526.6\na,70.9\nb,110.6\nc,345.1\n") == "total_value 北京市@2");
  CHECK(said("place,gdp\n北京市,526.8\na,70.9\nb,110.6\nc,345.1\n") == "total_value 北京市@2");
  CHECK(said("place,gdp\n北京市,526.9\na,70.9\nb,110.6\nc,345.1\n").empty());
  CHECK(said("place,gdp\nT,1000\na,300\nb,300\nc,400\n") == "total_value T@2");
  CHECK(said("place,gdp\nT,999\na,300\nb,300\nc,399\n").empty());   // less exact: two columns
  CHECK(said("place,gdp\nT,1000\na,300\nb,700\n").empty());         // two others are too few
  CHECK(said("place,share\nT,10.25\na,3.25\nb,3\nc,4\n").empty());  // no quantity
}

TEST_CASE("a total in four columns of five, and in two of small numbers") {
  // 4/5 = 80 % of the columns that can tell; share cannot.
  const std::string four = "T,6,60,18,600,40\na,1,10,3,100,50\nb,2,20,6,200,60\nc,3,30,9,300,9";
  Framework more = framework();
  more.variables.push_back(variable("beds", "床位", "Beds", "张"));
  more.variables.push_back(variable("schools", "学校", "Schools", "所"));
  const std::string header = "place,population,green_area,gdp,beds,schools\n";
  CHECK(said_of({header + four + "9\n"}, more) == "total_value T@2");  // 40, not 50+60+99
  const std::string three = "T,6,60,18,601,40\na,1,10,3,100,50\nb,2,20,6,200,60\nc,3,30,9,300,99\n";
  CHECK(said_of({header + three}, more).empty());
  CHECK(said("place,gdp,green_area\nT,6,12\na,1,4\nb,2,5\nc,3,3\n") == "total_value T@2");
  CHECK(said("place,gdp,green_area\nT,6,13\na,1,4\nb,2,5\nc,3,3\n").empty());
}

// Five rows, so 2 * 5 * 5 = 50 sums are tried; a row is told where by chance fewer than 0.001 of
// them agree. 181.5 to a tenth of three values: 0.15/181.5 * 50 = 0.04; with 92.5: * 0.15/92.5 =
// 0.00007. Of a whole number: 0.5/1815000 * 50 = 0.00001.
TEST_CASE("a row that is the sum of the next or of those before is told where it is no chance") {
  CHECK(said("place,gdp,green_area\n核心区,181.5,92.5\na,70.9,41.8\nb,110.6,50.7\n"
             "c,345.1,470.8\nd,202,305.5\n") == "total_value 核心区@2");
  CHECK(said("place,gdp,green_area\na,70.9,41.8\nb,110.6,50.7\n核心区,181.6,92.5\n"
             "c,345.1,470.8\nd,202,305.5\n") == "total_value 核心区@4");
  CHECK(said("place,gdp,green_area\n核心区,181.5,93.5\na,70.9,41.8\nb,110.6,50.7\n"
             "c,345.1,470.8\nd,202,305.5\n")
            .empty());
  CHECK(said("place,gdp,green_area\n核心区,181.5,\na,70.9,\nb,110.6,50.7\nc,345.1,470.8\n"
             "d,202,305.5\n")
            .empty());
  CHECK(said("place,gdp\n核心区,1815000\na,709000\nb,1106000\nc,3451000\nd,2020000\n") ==
        "total_value 核心区@2");
  CHECK(said("place,gdp\n核心区,709000\na,709000\nb,0\nc,3451000\nd,2020000\n").empty());
  CHECK(said("place,share,ratio\n核心区,18.15,\na,7.09,\nb,11.06,\nc,34.51,\nd,20.2,\n")
            .empty());  // shares do not add up
}

// Means of 10.5, 20.5, 32 and of 1.5, 7.25, 9.25: 21 and 6.
TEST_CASE("a row that is the mean of the others in two columns") {
  CHECK(said("place,share,gdp\na,10.5,1.5\n均,21,6\nb,20.5,7.25\nc,32,9.25\n") ==
        "total_value 均@3");
  CHECK(said("place,share,gdp\na,10.5,1.5\n均,21,6.5\nb,20.5,7.25\nc,32,9.25\n").empty());
  CHECK(said("place,share\na,10.5\n均,21\nb,20.5\nc,32\n").empty());  // one column may by chance
  // Two rough columns agree by chance: 5 * 4 * 0.1/10 * 4 * 0.1/11.9 = 0.007.
  CHECK(said("place,share,ratio\na,1.5,11\nb,4,7.1\nm,5.5,8\nc,5,1\nd,11.5,12.9\n").empty());
  const auto data = read_text("place,share,gdp\na,10.5,1.5\n均,21,6\nb,20.5,7.25\nc,32,9.25\n");
  REQUIRE(data->doubts.size() == 1);
  CHECK(data->doubts[0].value == 21);
  CHECK(data->doubts[0].reference == 21);
}

TEST_CASE("a total over several periods is told once, a parent is none, nor one of other peers") {
  CHECK(said("place,period,gdp\nT,2020,1006.5\na,2020,1.5\nb,2020,2\nc,2020,1003\n"
             "T,2021,2006.5\na,2021,1.5\nb,2021,2\nc,2021,2003\n") == "total_value T@2");
  Framework parents = framework();
  parents.attributes = {"parent", "type"};
  CHECK(said_of({"place,parent,gdp\nT,,1006.5\na,T,1.5\nb,T,2\nc,T,1003\n"}, parents).empty());
  Framework peers = framework();
  peers.peers.attribute = "type";
  CHECK(said_of({"place,type,gdp\nT,district,1006.5\na,street,1.5\nb,street,2\nc,street,1003\n"},
                peers)
            .empty());
  CHECK(said_of({"place,type,gdp\nT,s,1006.5\na,s,1.5\nb,s,2\nc,s,1003\n"}, peers) ==
        "total_value T@2");
}

TEST_CASE("places of one file are told where most of its places stand in others") {
  const std::string a = "place,gdp\n东城,1\n西城,2\n南城,3\n";
  CHECK(said_of({a, "place,ratio\n东城,1\n西城,2\n开发区,3\n"}) ==
        "one_file 南城@4\none_file 开发区@4");
  CHECK(said_of({a, "place,ratio\n东城,1\n西城,2\n南城,3\n"}).empty());
  CHECK(said_of({a, "place,ratio\n东城,1\n开发区,2\n"}) == "");  // 1 of 2 is not most
  CHECK(said_of({a, "place,ratio\n东城,1\n"}).empty());
  CHECK(said_of({a}).empty());
  Framework parents = framework();
  parents.attributes = {"parent", "type"};
  CHECK(
      said_of({"place,parent,gdp\n市,,1\n东城,市,2\n西城,市,3\n", "place,ratio\n东城,1\n西城,2\n"},
              parents)
          .empty());
}

TEST_CASE("a name behind that of its region is a near name, told in place of a lone one") {
  CHECK(said_of({"place,gdp\n东城区,1\n朝阳区,2\n昌平区,3\n",
                 "place,ratio\n东城,1\n朝阳区,2\n北京市昌平区,3\n"}) ==
        "near_name 东城@2\nnear_name 北京市昌平区@4");
  CHECK(
      said_of({"place,gdp\n昌平区,1\n朝阳区,2\n", "place,ratio\n朝阳区,2\n大昌平区,3\n"}).empty());
}

TEST_CASE("with a list of places none of these is looked for") {
  Framework listed = framework();
  listed.places = {
      {"T", {}, {}, "", ""}, {"a", {}, {}, "", ""}, {"b", {}, {}, "", ""}, {"c", {}, {}, "", ""}};
  CHECK(
      said_of({"place,gdp\nT,1006.5\na,1.5\nb,2\nc,1003\n", "place,ratio\na,1\nb,1\nc,2\n"}, listed)
          .empty());
}

TEST_CASE("where a cell was read is kept where it is asked for") {
  const Folder folder;
  const std::vector<std::string> paths{folder.file("a.csv", "place,gdp\na,1\nb,2\n"),
                                       folder.file("b.csv", "place,ratio,gdp\nb,3,\nc,4,5\n")};
  CHECK_FALSE(read(paths)->cite);
  const Dataset data = *read(paths, {.cite = true});
  REQUIRE(data.cite);
  const int gdp = column(data, "gdp"), ratio = column(data, "ratio");
  CHECK(data.cite(data.rows.find("b", {}), gdp) == Citation{paths[0], 3, 2});
  CHECK(data.cite(data.rows.find("b", {}), ratio) == Citation{paths[1], 2, 2});
  CHECK(data.cite(data.rows.find("c", {}), gdp) == Citation{paths[1], 3, 3});
}
