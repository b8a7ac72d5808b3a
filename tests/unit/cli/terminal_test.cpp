#include "cli/terminal.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "cli/progress.h"

using namespace tijian;

TEST_CASE("the first locale that is set decides on the language") {
  CHECK(cli::asks_for_chinese("zh_CN.UTF-8", "en_US", "en_US"));
  CHECK(cli::asks_for_chinese(nullptr, "zh_TW.UTF-8", "en_US"));
  CHECK(cli::asks_for_chinese("", "", "zh_CN.UTF-8"));
  CHECK(!cli::asks_for_chinese("C", "zh_CN", "zh_CN"));
  CHECK(!cli::asks_for_chinese(nullptr, nullptr, nullptr));
}

TEST_CASE("progress shows a bar where the share is known, within the width") {
  CHECK(cli::progress_line("writing", 0.5, 3, 80) == "[##########..........]  50 %  writing  3 s");
  CHECK(cli::progress_line("reading data", -1, 12, 80) == "reading data  12 s");
  CHECK(cli::progress_line("计算指标", -1, 2, 10) == "计算指标…");
}

TEST_CASE("there is no progress off a terminal, and none for short work") {
  std::ostringstream err;
  { cli::Progress(err, false, 80).stage("writing"); }
  { cli::Progress(err, true, 80).stage("writing"); }
  CHECK(err.str().empty());
}
