// Runs every case of this folder: <CODE>[_suffix]/ holds the input, `command` (the arguments of the
// program), `expected.en.txt`, `expected.zh.txt` (exact standard error) and `exit`.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <set>

#include "base/catalogue.h"
#include "run_program.h"

namespace fs = std::filesystem;
using namespace tijian;
using namespace tijian_tests;

namespace {

std::vector<fs::path> cases() {
  std::vector<fs::path> result;
  for (const auto& entry : fs::directory_iterator(TIJIAN_ROOT "/tests/bad_input"))
    if (entry.is_directory()) result.push_back(entry.path());
  std::sort(result.begin(), result.end());
  return result;
}

std::string code_of(const fs::path& folder) {
  const std::string name = folder.filename();
  return name.substr(0, name.find('_'));
}

std::string without_line_end(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

/// Both texts line by line, '-' before what was expected and '+' before what came instead.
std::string difference(const std::string& expected, const std::string& found) {
  const auto wanted = lines_of(expected), got = lines_of(found);
  std::string result;
  for (std::size_t i = 0; i < std::max(wanted.size(), got.size()); ++i) {
    const bool both = i < wanted.size() && i < got.size();
    if (both && wanted[i] == got[i]) {
      result += "  " + wanted[i] + "\n";
      continue;
    }
    if (i < wanted.size()) result += "- " + wanted[i] + "\n";
    if (i < got.size()) result += "+ " + got[i] + "\n";
  }
  return result.empty() || expected == found ? result
                                             : result + "(the ends of the texts count too)";
}

/// Runs a copy of the case, so that what the program writes stays out of the sources.
Outcome run_case(const fs::path& folder, const std::string& language) {
  const TemporaryFolder copy;
  fs::copy(folder, copy.path(), fs::copy_options::recursive);
  const std::string arguments = without_line_end(read_file(folder / "command"));
  return run_in(copy.path(), quoted(TIJIAN_PROGRAM) + " " + arguments + " --lang " + language);
}

void check_case(const fs::path& folder, const std::string& language) {
  const Outcome outcome = run_case(folder, language);
  const std::string expected = read_file(folder / ("expected." + language + ".txt"));
  INFO(folder.filename().string() << " (" << language << ")");
  INFO(difference(expected, outcome.err));
  CHECK((outcome.err == expected));
  CHECK(std::to_string(outcome.exit) == without_line_end(read_file(folder / "exit")));
  CHECK(expected.find('[' + code_of(folder) + ']') != std::string::npos);
}

/// Codes that the program cannot bring about, or only at great length: each line of in_library.txt
/// names one and the unit test that does. A test that does not name the code does not count.
std::set<std::string> codes_in_library() {
  std::set<std::string> codes;
  for (const std::string& line :
       lines_of(read_file(TIJIAN_ROOT "/tests/bad_input/in_library.txt"))) {
    const auto space = line.find(' ');
    if (line.empty() || line[0] == '#' || space == std::string::npos) continue;
    const std::string code = line.substr(0, space);
    const std::string test = read_file(TIJIAN_ROOT "/" + line.substr(space + 1));
    if (test.find('"' + code + '"') != std::string::npos) codes.insert(code);
  }
  return codes;
}

}  // namespace

TEST_CASE("every bad input gets its message in English") {
  for (const fs::path& folder : cases()) check_case(folder, "en");
}

TEST_CASE("every bad input gets its message in Chinese") {
  for (const fs::path& folder : cases()) check_case(folder, "zh");
}

TEST_CASE("every code of the catalogue has a bad input, and every bad input a code") {
  std::set<std::string> known, shown = codes_in_library();
  for (const base::Message& message : base::catalogue()) known.insert(std::string(message.code));
  for (const fs::path& folder : cases()) shown.insert(code_of(folder));
  for (const std::string& code : known) {
    INFO("no folder tests/bad_input/" << code);
    CHECK(shown.count(code) == 1);
  }
  for (const std::string& code : shown) {
    INFO("tests/bad_input/" << code << " names a code that the catalogue lacks");
    CHECK(known.count(code) == 1);
  }
}
