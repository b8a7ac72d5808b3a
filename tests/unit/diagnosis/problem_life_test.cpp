#include <algorithm>
#include <catch2/catch.hpp>

#include "tijian/diagnosis.h"
#include "unit/model/small_framework.h"

using namespace tijian;
using namespace tijian::testing;

namespace {

/// One category of x, y and z, each with a standard of at least 10, for one place in 2022.
Run measured(double x, double y, double z) {
  SmallFramework f;
  f.category("a");
  for (const char* id : {"x", "y", "z"}) {
    Indicator& indicator = f.indicator(id);
    indicator.standards = {Standard{10.0, {}, {}, {}}};
    indicator.score = Choice{"linear", {{"zero", {0.0}}, {"full", {20.0}}}};
  }
  Run run;
  run.framework = std::make_shared<Framework>(static_cast<const Framework&>(f));
  run.table = table_of({{x, y, z}}, year(2022));
  run.model = fit_or_throw(f, {}, run.table);
  run.card = apply(run.model, run.table);
  return run;
}

KnownProblem known(const std::string& node, ProblemState state,
                   ProblemKind kind = ProblemKind::standard) {
  return {"small/p0/" + node + '/' + std::string(to_string(kind)), "p0", node, kind, state};
}

ProblemState state_of(const std::vector<Problem>& problems, const std::string& id) {
  const auto found = std::ranges::find(problems, id, &Problem::id);
  return found == problems.end() ? ProblemState::none : found->state;
}

}  // namespace

TEST_CASE("problems are new, go on, come back, are solved, or nobody looked") {
  using State = ProblemState;
  const Run run = measured(5, 15, missing);
  const auto states = [&](std::vector<KnownProblem> previous) {
    return *diagnose(run, {.previous = KnownDiagnosis{{}, std::move(previous), {}, {}}}).value;
  };
  CHECK(state_of(diagnose(run)->problems, "small/p0/x/standard") == State::none);
  CHECK(state_of(states({}).problems, "small/p0/x/standard") == State::fresh);
  CHECK(state_of(states({known("x", State::fresh)}).problems, "small/p0/x/standard") ==
        State::continuing);
  CHECK(state_of(states({known("x", State::solved)}).problems, "small/p0/x/standard") ==
        State::relapsed);
  // Another kind of the same goes on.
  CHECK(state_of(states({known("x", State::fresh, ProblemKind::trend)}).problems,
                 "small/p0/x/standard") == State::continuing);
  CHECK(states({known("x", State::fresh, ProblemKind::trend)}).past.empty());
  const Diagnosis after = states({known("y", State::fresh), known("z", State::continuing)});
  CHECK(state_of(after.past, "small/p0/y/standard") == State::solved);
  CHECK(state_of(after.past, "small/p0/z/standard") == State::not_checked);
  // What was solved stays so, that a relapse can be told.
  CHECK(state_of(states({known("z", State::solved)}).past, "small/p0/z/standard") == State::solved);
}

TEST_CASE("a diagnosis held against itself has nothing new") {
  const Run run = measured(5, 5, 15);
  const Diagnosis first = *diagnose(run, {.previous = KnownDiagnosis{}}).value;
  std::vector<KnownProblem> previous;
  for (const Problem& problem : first.problems)
    previous.push_back({problem.id, "p0", run.framework->indicators[problem.indicator].id,
                        problem.kind, problem.state});
  REQUIRE(previous.size() == 2);
  const Diagnosis again = *diagnose(run, {.previous = KnownDiagnosis{{}, previous, {}, {}}}).value;
  for (const Problem& problem : again.problems) CHECK(problem.state == ProblemState::continuing);
  CHECK(again.past.empty());
}

TEST_CASE("shares are of the peers with a value") {
  SmallFramework f;
  f.category("a");
  Indicator& x = f.indicator("x");
  x.standards = {Standard{10.0, {}, {}, {}}};
  x.score = Choice{"linear", {{"zero", {0.0}}, {"full", {20.0}}}};
  Run run;
  run.framework = std::make_shared<Framework>(static_cast<const Framework&>(f));
  run.table = table_of({{5}, {5}, {15}, {missing}}, year(2022));
  run.model = fit_or_throw(f, {}, run.table);
  run.card = apply(run.model, run.table);
  const auto diagnosis = diagnose(run);
  REQUIRE(diagnosis->problems.size() == 2);
  CHECK(diagnosis->problems[0].share_of_places == Approx(2.0 / 3));
  CHECK(diagnosis->problems[0].points_lost == Approx(75));
  CHECK(std::isnan(diagnose(measured(5, 15, 15))->problems[0].share_of_places));  // alone
}
