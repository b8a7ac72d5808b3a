// examples/extend: the steps of its README, before and after.
#include <catch2/catch.hpp>
#include <cmath>

#include "run_program.h"
#include "scored.h"

using namespace tijian;
using namespace tijian_tests;

namespace {

const std::string folder = TIJIAN_ROOT "/examples/extend/";

std::string without_indent(const std::string& line) {
  const auto start = line.find_first_not_of(' ');
  return start == std::string::npos ? "" : line.substr(start);
}

/// The YAML that the README tells to write: its lines indented as code, commands left out.
std::vector<std::string> snippets() {
  std::vector<std::string> found;
  for (const std::string& line : lines_of(read_file(folder + "README.md"))) {
    const std::string text = without_indent(line);
    if (line.starts_with("       ") && !text.starts_with("tijian ")) found.push_back(text);
  }
  return found;
}

}  // namespace

TEST_CASE("What the README tells to write stands in the files after") {
  std::string after;
  for (const char* file : {"framework.yaml", "variables.yaml", "equality.yaml"})
    for (const std::string& line : lines_of(read_file(folder + "after/" + file)))
      after += without_indent(line) + "\n";
  const auto lines = snippets();
  CHECK(lines.size() == 25);
  for (const std::string& line : lines) {
    INFO(line);
    CHECK(after.find(line + "\n") != std::string::npos);
  }
}

TEST_CASE("The framework before has two categories, the one after three") {
  const Scored before("examples/extend/before", {"examples/extend/before/data.csv"});
  const Scored after("examples/extend/after", {"examples/extend/after/data.csv"});
  CHECK(before.framework->nodes[0].children.size() == 2);
  CHECK(before.framework->indicators.size() == 3);
  CHECK(after.framework->nodes[0].children.size() == 3);
  CHECK(after.framework->indicators.size() == 5);

  CHECK(after.value("朝阳区", "2020", "finance_work") == Approx(100.0 * 9250 / 158963));
  // 641703 / 590920 = 1.08594: between 1.05 (100 points) and 1.25 (0 points)
  const double women = 641703.0 / 590920;
  CHECK(after.value("朝阳区", "2020", "women_per_man_with_degree") == Approx(women));
  const double equality = 100 * (1.25 - women) / 0.2;
  CHECK(after.score("朝阳区", "2020", "equality") == Approx(equality));

  // Education is untouched; the index takes the new category with half weight.
  const double education = before.score("朝阳区", "2020", "education");
  CHECK(after.score("朝阳区", "2020", "education") == Approx(education));
  const double work = after.score("朝阳区", "2020", "knowledge_work");
  CHECK(after.score("朝阳区", "2020", "learning") ==
        Approx((education + work + 0.5 * equality) / 2.5));
}
