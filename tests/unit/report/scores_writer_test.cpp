#include <catch2/catch.hpp>
#include <limits>

#include "run_program.h"
#include "tijian/diagnostic.h"
#include "tijian/report/scores.h"
#include "unit/report/sample.h"

using namespace tijian;
using namespace tijian_tests;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

/// One category with two leaves, numbers given by hand.
Scorecard by_hand() {
  auto framework = std::make_shared<Framework>();
  framework->indicators.resize(2);
  framework->indicators[0].unit = "平方米/人";
  framework->indicators[1].unit = "万人,户";
  framework->nodes.resize(4);
  const char* ids[] = {"town", "care", "beds", "homes"};
  for (int i = 0; i < 4; ++i) {
    framework->nodes[i].id = ids[i];
    framework->nodes[i].parent = i < 2 ? i - 1 : 1;
    framework->nodes[i].indicator = i - 2 < 0 ? -1 : i - 2;
  }
  framework->nodes[1].title = {"Care", "养老"};
  framework->nodes[2].title = {"Beds, all", "床位"};
  framework->indicators[0].keeper = "民政局";
  Scorecard card;
  card.framework = framework;
  card.rows.places = {"a \"b\", c", "朝阳区"};
  card.rows.place = {1, 0};
  card.rows.period = {{2019, Period::Part::quarter, 1}, {}};
  card.nodes = {0, 1, 2, 3};
  card.coverage_column = {0, 1, -1, -1};
  card.weight = {1, 1, 0.25, 0.75};
  card.score.resize(2, 4);
  card.score.array() << 0.1, 60, 100, missing, missing, missing, missing, missing;
  card.coverage.resize(2, 2);
  card.coverage.array() << 0.25, 0.25, missing, 0;
  card.scored.resize(2, 2);
  card.scored.array() << 1, 1, 0, 0;
  card.of.resize(2, 2);
  card.of.array() << 2, 2, 0, 1;
  card.uncapped.resize(2, 2);
  card.uncapped.array() << missing, 72.5, missing, missing;
  card.rank.resize(2, 4);
  card.rank.array() << 1, 1, 2, 0, 0, 0, 0, 0;
  card.flags.resize(2, 4);
  card.flags.array() << 0, flag_capped, flag_imputed | flag_uncited, 0, flag_not_applicable, 0, 0,
      flag_not_applicable;
  card.value.resize(2, 2);
  card.value.array() << 1.0 / 3, missing, missing, missing;
  card.verdict.resize(2, 2);
  card.verdict.array() << Verdict::breach, Verdict::unknown, Verdict::unknown, Verdict::none;
  return card;
}

constexpr const char* expected =
    "place,period,node,level,score,rank,coverage,weight,value,unit,verdict,flags,grade,uncapped,"
    "title,category,keeper,scored,of\n"
    "朝阳区,2019Q1,town,index,0.1,1,0.25,1,,,,,,,,,,1,2\n"
    "朝阳区,2019Q1,care,category,60,1,0.25,1,,,,capped,,72.5,Care,,,1,2\n"
    "朝阳区,2019Q1,beds,indicator,100,2,1,0.25,0.3333333333333333,平方米/"
    "人,breach,imputed;uncited,,,\"Beds, all\",Care,民政局,,\n"
    "朝阳区,2019Q1,homes,indicator,,,0,0.75,,\"万人,户\",unknown,,,,,Care,,,\n"
    "\"a \"\"b\"\", c\",,town,index,,,,1,,,,not_applicable,,,,,,0,0\n"
    "\"a \"\"b\"\", c\",,care,category,,,0,1,,,,,,,Care,,,0,1\n"
    "\"a \"\"b\"\", c\",,beds,indicator,,,0,0.25,,平方米/人,unknown,,,,\"Beds, "
    "all\",Care,民政局,,\n"
    "\"a \"\"b\"\", c\",,homes,indicator,,,,0.75,,\"万人,户\",,not_applicable,,,,Care,,,\n";

/// Many rows, so that several parts are formatted.
Scorecard repeated(int rows) {
  Scorecard card = by_hand();
  card.rows.place.assign(rows, 1);
  card.rows.period.assign(rows, {2020, Period::Part::year, 0});
  card.score = Eigen::ArrayXXd::NullaryExpr(
      rows, 4, [](auto r, auto c) { return double(r) / (double(c) + 7); });
  card.coverage.assign(rows, 2, 0.5);
  card.scored.assign(rows, 2, 1);
  card.of.assign(rows, 2, 2);
  card.uncapped.resize(0, 0);
  card.rank.assign(rows, 4, 3);
  card.flags.assign(rows, 4, 0);
  card.value.assign(rows, 2, 1.25);
  card.verdict.assign(rows, 2, Verdict::met);
  return card;
}

std::string written(const Scorecard& card, int threads) {
  const TemporaryFolder folder;
  report::ScoresWriter writer(folder.path() + "/scores.csv", {}, threads);
  writer.write(card);
  writer.close();
  return read_file(folder.path() + "/scores.csv");
}

}  // namespace

TEST_CASE("scores.csv has a line for each place, period and node") {
  CHECK(report::scores_csv(by_hand()) == expected);
  CHECK(written(by_hand(), 1) == expected);
}

TEST_CASE("the bytes of scores.csv do not depend on the threads") {
  const Scorecard card = repeated(20000);
  const std::string one = written(card, 1);
  CHECK(one == report::scores_csv(card));
  CHECK(one == written(card, 4));
}

TEST_CASE("scores.csv may be written in successive blocks") {
  const TemporaryFolder folder;
  report::ScoresWriter writer(folder.path() + "/scores.csv");
  writer.write(by_hand());
  writer.write(by_hand());
  writer.close();
  const std::string lines = std::string(expected).substr(std::string(expected).find('\n') + 1);
  CHECK(read_file(folder.path() + "/scores.csv") == expected + lines);
}

TEST_CASE("a scorecard without details has neither ranks nor values") {
  Scorecard card = by_hand();
  card.nodes = {0, 1};
  card.coverage_column = {0, 1};
  card.scored.resize(0, 0);
  card.of.resize(0, 0);
  card.uncapped.resize(0, 0);
  card.rank.resize(0, 0);
  card.flags.resize(0, 0);
  card.value.resize(0, 0);
  card.verdict.resize(0, 0);
  card.rows.place = {1};
  card.rows.period = {{}};
  CHECK(lines_of(report::scores_csv(card, {true})).back() ==
        "朝阳区,,care,category,60,,0.25,1,,,,,,,养老,,,,");
}

TEST_CASE("a file that is not closed leaves the old one whole and nothing else behind") {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/scores.csv";
  tijian_tests::write_file(path, "old");
  {
    report::ScoresWriter writer(path);
    writer.write(by_hand());
    CHECK(read_file(path) == "old");
  }
  CHECK(read_file(path) == "old");
  CHECK(run_in(folder.path(), "ls").out == "scores.csv\n");
}

TEST_CASE("what cannot be written says why") {
  const TemporaryFolder folder;
  try {
    report::ScoresWriter writer(folder.path() + "/absent/scores.csv");
    FAIL("no message");
  } catch (const InputError& error) {
    CHECK(error.diagnostics().front().code == "C390");
    CHECK(error.diagnostics().front().message.in("en") == "cannot write the file: no such folder");
  }
}

TEST_CASE("every flag is written") {
  for (int bit = 0; bit < flag_count; ++bit) {
    Scorecard card = by_hand();
    card.flags(0, 2) = static_cast<std::uint16_t>(1 << bit);
    const std::string name = flags_to_string(card.flags(0, 2));
    CHECK_FALSE(name.empty());
    CHECK(report::scores_csv(card).find(",breach," + name + ",") != std::string::npos);
  }
}
