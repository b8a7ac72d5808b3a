// The help of every command ends with calls that can be copied.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "run_program.h"

using namespace tijian_tests;

namespace {

const std::string tijian_80 = "LC_ALL=C.UTF-8 COLUMNS=80 " + quoted(TIJIAN_PROGRAM);

std::string help_of(const std::string& command, const std::string& language) {
  const Outcome outcome =
      run_in(TIJIAN_ROOT, tijian_80 + ' ' + command + " --help --lang " + language);
  REQUIRE(outcome.exit == 0);
  return outcome.out;
}

/// Columns of a line: a Chinese character takes two, and three bytes in UTF-8.
int width(const std::string& line) {
  int columns = 0;
  for (const unsigned char byte : line) columns += byte < 0x80 ? 1 : byte >= 0xE0 ? 2 : 0;
  return columns;
}

/// The calls that a help shows, each as a shell takes it.
std::vector<std::string> calls_of(const std::string& help) {
  std::vector<std::string> calls;
  bool goes_on = false;
  for (const std::string& line : lines_of(help)) {
    if (goes_on) calls.back() += "\n" + line;
    if (line.starts_with("  tijian ")) calls.push_back(line.substr(9));
    goes_on = (goes_on || line.starts_with("  tijian ")) && line.ends_with("\\");
  }
  return calls;
}

}  // namespace

TEST_CASE("the examples of every command's help run as they stand, and fit 80 columns") {
  const TemporaryFolder folder;
  for (const std::string there : {"indicators", "examples"})
    std::filesystem::create_directory_symlink(TIJIAN_ROOT "/" + there, folder.path() + "/" + there);
  for (const std::string command :
       {"check", "score", "explain", "robustness", "compare", "audit", "prescribe", "apportion",
        "template", "dictionary", "methods"}) {
    INFO(command);
    const std::string en = help_of(command, "en"), zh = help_of(command, "zh");
    const std::vector<std::string> calls = calls_of(en);
    CHECK(!calls.empty());
    CHECK(calls_of(zh) == calls);
    for (const std::string& help : {en, zh})
      for (const std::string& line : lines_of(help)) {
        INFO(line);
        CHECK(width(line) <= 80);
      }
    for (const std::string& call : calls) {
      INFO(call);
      CHECK(call.starts_with(command));
      CHECK(run_in(folder.path(), tijian_80 + ' ' + call).exit == 0);
    }
  }
}
