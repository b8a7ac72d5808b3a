#include <catch2/catch.hpp>

#include "framework_folder.h"

using namespace tijian;
using namespace tijian_tests;

namespace {

const std::string with_places = head +
                                "attributes:\n"
                                "  - {id: kind, title: {zh: 类型}, values: [{id: street, title: "
                                "{zh: 街道, en: Street}}, town]}\n"
                                "  - ring\n"
                                "peers: {attribute: kind, groups: [[街道, TOWN]]}\n"
                                "places: {file: list/places.csv}\n"
                                "indicators:\n"
                                "  - {id: i, title: I, unit: \"1\", only_for: {kind: [Street]}}\n";

Framework of_list(const std::string& list) {
  const FrameworkFolder folder;
  return load_framework_or_throw(
      folder.with("framework.yaml", with_places).with("list/places.csv", list).path());
}

/// code@line:column of each fault of a list.
std::string list_faults(const std::string& list) {
  const FrameworkFolder folder;
  folder.with("framework.yaml", with_places).with("list/places.csv", list);
  std::string out;
  for (const Diagnostic& d : load_framework(folder.path()).diagnostics) {
    out += (out.empty() ? "" : " ") + d.code;
    if (d.where.line > 0) out += "@" + std::to_string(d.where.line);
    if (d.where.column > 0) out += ":" + std::to_string(d.where.column);
  }
  return out;
}

}  // namespace

TEST_CASE("a list of places has names, aliases, attributes, parents, codes and tiles") {
  const Framework f = of_list(
      "\xEF\xBB\xBF评价单元,别名,类型,上级,代码,行,列,ring\r\n"
      "全城,,,,1,,,\r\n"
      "老城街道,\"老城; Old town；旧城、古城;\",街 道,全 城,101,0,12,inner\r\n\r\n");
  REQUIRE(f.places.size() == 2);
  const Place& place = f.places[1];
  CHECK(place.name == "老城街道");
  CHECK(place.aliases == std::vector<std::string>{"老城", "Old town", "旧城", "古城"});
  CHECK(place.attribute("kind") == "street");
  CHECK(place.attribute("ring") == "inner");
  CHECK(place.attribute("parent") == "全城");
  CHECK(place.attribute("none").empty());
  CHECK(place.code == "101");
  CHECK(place.row == 0);
  CHECK(place.column == 12);
  CHECK(place.where.line == 3);
  CHECK_FALSE(f.places[0].row);
  CHECK(f.find_attribute("parent") == 2);  // the list has one: no need to declare it
}

TEST_CASE("a place is found by name, alias or code, whatever its blanks and letters") {
  const Framework f = of_list("place,alias,code\n老城街道,Old town,101\n新城街道,,\n");
  CHECK(f.find_place("老城 街道") == 0);
  CHECK(f.find_place("OLD　TOWN") == 0);
  CHECK(f.find_place("１０１") == 0);
  CHECK(f.find_place("新城街道") == 1);
  CHECK(f.find_place("新城") == -1);
  CHECK(f.find_place("") == -1);
}

TEST_CASE("values of attributes are named by id or title, and kept as ids") {
  const Framework f = of_list("place,kind\n甲乙,Street\n");
  CHECK(f.places[0].attribute("kind") == "street");
  CHECK(f.indicators[0].only_for.at("kind") == std::vector<std::string>{"street"});
  CHECK(f.peers.groups == std::vector<std::vector<std::string>>{{"street", "town"}});
  CHECK(f.attributes[1].values.empty());
}

TEST_CASE("a list in GB18030 is read") {
  const Framework f = of_list("place,\xB1\xF0\xC3\xFB\n\xBC\xD7,\xD2\xD2\n");  // 别名, 甲, 乙
  CHECK(f.places[0].name == "甲");
  CHECK(f.places[0].aliases == std::vector<std::string>{"乙"});
}

TEST_CASE("every fault of a list is told with its line and column") {
  CHECK(list_faults("place,kind\n甲,village\n,street\n乙,street,1\n丙\n") ==
        "F243@2:2 C321@3:1 C319@4:3 C314@5:1");
  CHECK(list_faults("place,place\n甲,乙\n") == "C317@1:2");
  CHECK(list_faults("kind\nstreet\n") == "F245@1:1");
  CHECK(list_faults("place,size\n甲,1\n") == "F244@1:2");
  CHECK(list_faults("place\n甲\n甲\n") == "F246@3:1");
  CHECK(list_faults("place,parent\n甲,丁\n") == "F247@2:1");
  CHECK(list_faults("place,row,column\n甲,1,\n乙,1,x\n") == "F248@2:3 F248@3:3");
  CHECK(list_faults("place,row\n甲,1\n") == "F248@2:1");
  CHECK(list_faults("place,row,column\n甲,1,1\n乙,1,1\n") == "F249@3:1");
  CHECK(list_faults("place\n") == "C309@1:1");
  CHECK(list_faults("") == "C301");
  CHECK(list_faults("PK\x03\x04") == "C302");
  CHECK(list_faults("place,alias\n甲,\"乙\n") == "C308@2:2");
}

TEST_CASE("a list of places stays inside the framework's folder, and has to be there") {
  const auto fault = [](const std::string& file) {
    return faults(head + "places: {file: " + file +
                  "}\nindicators: [{id: i, title: I, unit: \"1\"}]");
  };
  CHECK(fault("none.csv") == "Y140@4:16 places.file");
  CHECK(fault("../places.csv") == "Y142@4:16 places.file");
  CHECK(fault("/places.csv") == "Y141@4:16 places.file");
}

TEST_CASE("names of attributes and of their values are told apart") {
  const auto fault = [](const std::string& attributes) {
    return faults(head + "attributes: " + attributes +
                  "\nindicators: [{id: i, title: I, unit: \"1\"}]");
  };
  CHECK(fault("[a, a]") == "F246@4:17 attributes[2]");
  CHECK(fault("[a, {id: b, title: A}]") == "F246@4:17 b");
  CHECK(fault("[{id: a, values: [x, {id: y, title: X}]}]") == "F246@4:14 a");
  CHECK(fault("[{id: a, values: [x, y]}, {id: b, values: [x, y]}]") == "");
}

TEST_CASE(
    "values that an attribute does not have are refused where an indicator or peers name them") {
  CHECK(faults(head + "attributes: [{id: kind, values: [{id: street, title: 街道}]}]\n"
                      "peers: {attribute: kind, groups: [[street], [road]]}\n"
                      "indicators:\n"
                      "  - {id: i, title: I, unit: \"1\", only_for: {kind: [街道, road]}}\n") ==
        "F243@5:46 peers.groups\nF243@7:56 i.only_for");
}
