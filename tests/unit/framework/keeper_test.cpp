#include "tijian/keeper.h"

#include <catch2/catch.hpp>

using namespace tijian;

namespace {

Framework kept_by(const std::vector<std::string>& names) {
  Framework framework;
  for (const std::string& keeper : names) {
    Variable& variable = framework.variables.emplace_back();
    variable.id = "v" + std::to_string(framework.variables.size());
    variable.keeper = keeper;
  }
  return framework;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a file is its source's department's, else those that its name names") {
  const Framework framework = kept_by({"统计局", "", "教委", "统计局"});
  CHECK(senders(framework, "in/统计局.xlsx", "") == Names{"统计局"});
  CHECK(senders(framework, "in/2.统计局（终稿）_2021.xlsx", "") == Names{"统计局"});
  CHECK(senders(framework, "统计局/2021.xlsx", "").empty());  // a folder is no department
  CHECK(senders(framework, "统计局.xlsx", "教委") == Names{"教委"});
  CHECK(senders(framework, "统计局、教委.xlsx", "") == Names{"统计局", "教委"});
}

TEST_CASE(
    "of names in one another the longest counts, and what no file can be called is left out") {
  const Framework framework = kept_by({"发改委", "市发改委", "甲/乙", ".a"});
  CHECK(senders(framework, "市发改委.csv", "") == Names{"市发改委"});
  CHECK(senders(framework, "发改委.csv", "") == Names{"发改委"});
  CHECK(senders(framework, "甲_乙.csv", "") == Names{"甲/乙"});
  CHECK(file_name_of("甲/乙:丙") == "甲_乙_丙");
  CHECK(file_name_of(".a") == "_.a");
}
