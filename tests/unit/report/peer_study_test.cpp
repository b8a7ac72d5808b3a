#include "tijian/report/peer_study.h"

#include <catch2/catch.hpp>

#include "report/json_peer_study.h"
#include "run_program.h"
#include "unit/diagnosis/small_run.h"

using namespace tijian;
using namespace tijian::testing;

namespace {

const report::Language peers_english{false}, peers_chinese{true};

/// Ten places p0 to p9 with 1 to 10 in x; y is 100 in p0 and 64 elsewhere. p0 to p3 in a line, p4
/// alone with p5.
Run ten_places() {
  SmallFramework f;
  f.category("a").indicator("x").score = straight(0, 10);
  f.category("b").indicator("y").score = straight(0, 100);
  f.get().indicators[0].title = {"Beds", "床位"};
  f.get().indicators[0].unit = "张";
  f.get().indicators[1].title = {"Parks", "公园"};
  f.get().diagnosis.context = {"x"};
  return small_run(f, table_of({{1, 100},
                                {2, 64},
                                {3, 64},
                                {4, 64},
                                {5, 64},
                                {6, 64},
                                {7, 64},
                                {8, 64},
                                {9, 64},
                                {10, 64}}));
}

PeerStudy study_of(const Run& run) {
  const Diagnosis diagnosis = *diagnose(run);
  return peer_study(run, diagnosis, Neighbours{{{"p0", "p1"}, {"p1", "p2"}, {"p2", "p3"}}}, 1);
}

bool has_line(const std::string& text, const std::string& line) {
  return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
}

}  // namespace

// Type 7 of 1 to 10: 3.25, 5.5, 7.75. p7 has U = 0.8 and 0.64: T = 0.72, D = sqrt(2
// sqrt(0.512)/1.44 0.72) = 0.846; modified C = sqrt((1 - 0.16) 0.64/0.8) = 0.8198, D = 0.768. p0
// has 0.1 and 1: D = sqrt(2 sqrt(0.1)/1.1 0.55) = 0.562; modified C = sqrt((1 - 0.9) 0.1) = 0.1, D
// = sqrt(0.055).
TEST_CASE("a place's lines name what stands out and how it is coordinated") {
  const Run run = ten_places();
  const PeerStudy study = study_of(run);
  const std::string lines = report::peer_study_lines(study, run, 7, {peers_english, 200});
  CHECK(lines ==
        "Strengths: Beds 8 张, rank 3 of 10 (median 5.5).\n"
        "Coordination: 2 categories, D 0.846: good coordination; by the modified form 0.768: "
        "intermediate coordination.\n");
  CHECK(report::peer_study_lines(study, run, 0, {peers_chinese, 200}) ==
        "弱项：床位 1 张，10 个中第 10（中位数 5.5）。\n"
        "协调：2 个类别的耦合协调度为 0.562，勉强协调；按修正式为 0.235，中度失调。\n");
}

TEST_CASE("the files of a peer study") {
  const Run run = ten_places();
  const tijian_tests::TemporaryFolder folder;
  const auto paths = report::write_peer_study(study_of(run), run, peers_english, folder.path());
  REQUIRE(paths.size() == 4);
  std::map<std::string, std::string> text;
  for (const std::string& path : paths)
    text[path.substr(folder.path().size() + 1)] = tijian_tests::read_file(path);
  CHECK(text["balance.csv"].starts_with(
      "\xEF\xBB\xBFperiod,group,place,node,measure,attribute,n,value,grade,note\n"));
  CHECK(has_line(text["balance.csv"], ",,p7,index,development,,2,0.72,,"));
  // 1 to 10: sum of (2 i - 11) i = 165 over 10 * 55.
  CHECK(has_line(text["balance.csv"], ",,,x,gini,,10,0.3,,"));
  CHECK(has_line(text["strengths.csv"], "p7,,x,strength,8,张,5.5,3.25,7.75,10,3,10,2.5,-2"));
  CHECK(has_line(text["strengths.csv"], "p0,,x,weakness,1,张,5.5,3.25,7.75,10,10,10,-4.5,-9"));
  CHECK(text["strengths.csv"].find(",y,") == std::string::npos);  // two-valued
  // Standard deviation sqrt(82.5/9): 1 apart is 0.330.
  CHECK(text["neighbours.csv"].find(",p0,p1,1,0.33028912953790") != std::string::npos);
  CHECK(text["neighbours.csv"].find(",p9,p8,1,0.33028912953790") != std::string::npos);
  CHECK(text["spatial.csv"].starts_with(
      "\xEF\xBB\xBFperiod,group,node,measure,place,n,neighbours,value,expected,z,p,q,cluster\n"));
  CHECK(has_line(text["spatial.csv"], ",,a,local_moran,p7,10,0,,,,,,island"));
  CHECK(has_line(text["spatial.csv"], ",,a,getis_ord,p7,10,0,,,,,,island"));
  CHECK(text["spatial.csv"].find(",,x,moran,,10,4,") != std::string::npos);
}

TEST_CASE("a peer study in JSON has what its files have") {
  const Run run = ten_places();
  const report::Json json = report::peer_study_json(study_of(run), run, peers_english);
  CHECK(json["coordination"].size() == 10);
  CHECK(json["coordination"][7]["development"] == 0.72);
  CHECK(json["coordination"][7]["grade"] == "good coordination");
  CHECK(json["coordination"][7]["note"] == "");
  CHECK(json["inequality"].size() == 5);
  CHECK(json["strengths"].size() == 6);
  CHECK(json["strengths"][0]["kind"] == "weakness");
  CHECK(json["statistical_neighbours"].size() == 50);
  CHECK(json["statistical_neighbours"][0]["features"][0]["feature"] == "x");
  CHECK(json["spatial"]["nodes"].size() == 5);
  CHECK(json["spatial"]["nodes"][0]["islands"] == 6);
  CHECK(json["spatial"]["places"][4]["cluster"] == "island");
  PeerStudy without = study_of(run);
  without.space.reset();
  CHECK_FALSE(report::peer_study_json(without, run, peers_english).contains("spatial"));
}
