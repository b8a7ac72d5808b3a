// The page of what looks wrong, its CSV and its JSON.
#include "tijian/report/plausibility.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tijian/report/layout.h"
#include "unit/report/sample.h"

using namespace tijian;
using namespace tijian::report;

namespace {

Doubt doubt(DoubtKind kind, const std::string& words) {
  Doubt one{kind, {}};
  one.told.message = {words, words + "！"};
  return one;
}

/// `count` jumps and a constant.
std::vector<Doubt> doubts_of(int count) {
  std::vector<Doubt> all;
  for (int i = 0; i < count; ++i) {
    Doubt jump = doubt(DoubtKind::jump, "jump " + std::to_string(i));
    jump.told.where = {"a.csv", i + 2, 3};
    all.push_back(jump);
  }
  all.push_back(doubt(DoubtKind::constant, "level"));
  all.back().told.count = 3;
  return all;
}

}  // namespace

TEST_CASE("the page goes by kind, with ten of each and how many more") {
  CHECK(plausibility_page(doubts_of(1), {}) ==
        "Plausibility: 2 to look at\n"
        "  Ten times last year or the peers and more, or a tenth (1)\n"
        "    a.csv:2:3: jump 0\n"
        "  The same value at all places (1)\n"
        "    level (2 more times)\n");
  const std::string ten = plausibility_page(doubts_of(10), {});
  CHECK(ten.find("jump 9") != ten.npos);
  CHECK(ten.find("... and") == ten.npos);
  const std::string eleven = plausibility_page(doubts_of(11), {.say = {true}});
  CHECK(eleven.starts_with("合理性：12 处需核实\n"));
  CHECK(eleven.find("jump 9！\n    ……另有 1 处\n") != eleven.npos);
  CHECK(eleven.find("jump 10") == eleven.npos);
}

TEST_CASE("without a doubt it says so") {
  CHECK(plausibility_page({}, {}) == "Plausibility: nothing implausible\n");
  CHECK(plausibility_page({}, {.say = {true}}) == "合理性：未见可疑之处\n");
}

TEST_CASE("its lines keep to the width") {
  std::string words;
  for (int i = 0; i < 60; ++i) words += "word ";
  const std::string page = plausibility_page(std::vector{doubt(DoubtKind::jump, words)}, {});
  for (std::size_t at = 0, end; (end = page.find('\n', at)) != page.npos; at = end + 1)
    CHECK(display_width(page.substr(at, end - at)) <= 80);
}

TEST_CASE("the file has a line for each, numbers as they are, and a byte order mark") {
  const auto town = tijian_tests::town();
  Doubt one = doubt(DoubtKind::jump, "far, too");
  one.told.where = {"a.csv", 4, 3};
  one.place = "老城";
  one.period = {2021, Period::Part::year, 0};
  one.indicator = town->find_indicator("land");
  one.value = 1.5;
  one.reference = 150;
  const std::vector<Doubt> all{one, doubt(DoubtKind::one_file, "alone")};
  const std::string title = town->indicators[one.indicator].title.in("en");
  CHECK(plausibility_csv(all, *town, {}) ==
        "\xEF\xBB\xBFkind,file,sheet,line,column,place,period,id,title,value,reference,message\n"
        "jump,a.csv,,4,3,老城,2021,land," +
            title +
            ",1.5,150,\"far, too\"\n"
            "one_file,,,,,,,,,,,alone\n");
  const auto parsed = nlohmann::json::parse(to_json(all, *town, {}));
  REQUIRE(parsed.size() == 2);
  CHECK(parsed[0]["kind"] == "jump");
  CHECK(parsed[0]["line"] == 4);
  CHECK(parsed[0]["id"] == "land");
  CHECK(parsed[0]["value"] == 1.5);
  CHECK(parsed[1]["reference"].is_null());
  CHECK(parsed[1]["message"] == "alone");
  CHECK(nlohmann::json::parse(to_json(std::span<const Doubt>{}, *town, {})).empty());
}

TEST_CASE("every kind has a name for files and a heading in both languages") {
  std::vector<std::string> ids;
  for (int kind = 0; kind < doubt_kind_count; ++kind) {
    const auto of = static_cast<DoubtKind>(kind);
    ids.emplace_back(to_string(of));
    CHECK_FALSE(title(of).in("en").empty());
    CHECK(title(of).in("zh") != title(of).in("en"));
  }
  CHECK(ids == std::vector<std::string>{"range", "part", "share", "jump", "mixed", "total_name",
                                        "total_value", "near_name", "one_file", "constant",
                                        "one_end"});
}
