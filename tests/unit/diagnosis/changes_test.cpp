#include <catch2/catch.hpp>

#include "tijian/report/diagnosis.h"
#include "unit/diagnosis/from_files.h"

using namespace tijian;
using tijian::testing::run_of;

namespace {

std::string framework(const std::string& formula, int floor) {
  return std::string(testing::head) +
         "variables:\n  - {id: parks, title: P, unit: 公顷}\n  - {id: lawns, title: L, unit: "
         "公顷}\n"
         "indicators:\n  - {id: green, title: G, unit: 公顷, formula: " +
         formula + ", standard: {floor: " + std::to_string(floor) + "}}\n";
}

/// The diagnosis of 2021 as its folder says it.
KnownDiagnosis known_of(const Run& run) {
  const tijian_tests::TemporaryFolder folder;
  report::write_diagnosis(*diagnose(run, {.period = "2021"}).value, run, report::Language{false},
                          folder.path());
  const Loaded<KnownDiagnosis> known = load_diagnosis(folder.path());
  REQUIRE(known.diagnostics.empty());
  return *known.value;
}

const std::string first_data = "place,period,parks,lawns\na,2021,4,0.5\n";

}  // namespace

// Reported 4 against 6; 2021 revised to 4.2; with lawns it is 4.7; 2022 has 5.6 against 7. The gap
// went from -2 to -1.4: 0.9 by the figures, 0.2 by revision, 0.5 by definition, -1 by the standard.
TEST_CASE("a change is split exactly into data, revision, definition and threshold") {
  const KnownDiagnosis known = known_of(run_of(framework("parks", 6), first_data));
  const Run now = run_of(framework("parks + lawns", 7),
                         "place,period,parks,lawns\na,2021,4.2,0.5\na,2022,5,0.6\n");
  const Diagnosis diagnosis = *diagnose(now, {.period = "2022", .previous = known}).value;
  REQUIRE(diagnosis.changes.size() == 1);
  const IndicatorChange& change = diagnosis.changes[0];
  CHECK(change.before == 4);
  CHECK(change.after == Approx(5.6));
  CHECK(change.data == Approx(0.9));
  CHECK(change.revision == Approx(0.2));
  CHECK(change.definition == Approx(0.5));
  CHECK(change.threshold == Approx(-1));
  const double gap_before = change.before - change.reference_before;
  const double gap = change.after - change.reference;
  CHECK(change.data + change.revision + change.definition + change.threshold ==
        Approx(gap - gap_before).epsilon(1e-12));
  CHECK(change.because == ChangeReason::threshold);
}

TEST_CASE("without the old period in the data a revision cannot be told from new figures") {
  const KnownDiagnosis known = known_of(run_of(framework("parks", 6), first_data));
  const std::string data = "place,period,parks,lawns\na,2022,5,0.6\n";
  const Run same = run_of(framework("parks", 6), data);
  const IndicatorChange change = diagnose(same, {.previous = known})->changes.at(0);
  CHECK(change.data == 1);
  CHECK(std::isnan(change.revision));
  CHECK(change.definition == 0);
  const Run other = run_of(framework("parks + lawns", 6), data);
  const IndicatorChange unknown = diagnose(other, {.previous = known})->changes.at(0);
  CHECK(std::isnan(unknown.data));
  CHECK(std::isnan(unknown.definition));
  CHECK(unknown.because == ChangeReason::unknown);
}

TEST_CASE("a light that changed because a value is missing says so, and nothing else is counted") {
  const KnownDiagnosis known = known_of(run_of(framework("parks", 6), first_data));
  const Run gone = run_of(framework("parks", 6), "place,period,parks\na,2021,4\na,2022,\n");
  const IndicatorChange change =
      diagnose(gone, {.period = "2022", .previous = known})->changes.at(0);
  CHECK(change.because == ChangeReason::gone);
  CHECK(std::isnan(change.data));
  CHECK(change.light_before == Light::red);
  CHECK(change.light == Light::no_data);
}

// 4 ha reported; now in square metres: 50000 are 10000 more.
TEST_CASE("another unit is no change") {
  const KnownDiagnosis known = known_of(run_of(framework("parks", 6), first_data));
  std::string metres = framework("parks", 60000);
  metres.replace(metres.rfind("公顷"), std::string("公顷").size(), "平方米");
  const Run now = run_of(metres, "place,period,parks\na,2021,4\na,2022,5\n");
  const IndicatorChange change =
      diagnose(now, {.period = "2022", .previous = known})->changes.at(0);
  CHECK(change.before == Approx(40000));
  CHECK(change.data == Approx(10000));
  CHECK(change.definition == Approx(0).margin(1e-9));
  CHECK(change.threshold == Approx(0).margin(1e-9));
}

TEST_CASE("held against itself a diagnosis shows no change") {
  const Run run = run_of(framework("parks", 6), first_data);
  const Diagnosis again = *diagnose(run, {.period = "2021", .previous = known_of(run)}).value;
  CHECK(again.changes.empty());
  CHECK(again.problems.at(0).state == ProblemState::continuing);
}
