// examples/extend/own_method: a program adds a normaliser of its own and uses it from YAML.
#include <catch2/catch.hpp>

#include "run_program.h"

using namespace tijian_tests;

namespace {

const std::string folder = TIJIAN_ROOT "/examples/extend/";

Outcome run_with(const std::string& method) {
  const TemporaryFolder work;
  write_file(work.path() + "/method.yaml", method);
  return run_in(work.path(), quoted(TIJIAN_OWN_METHOD) + " " + quoted(folder + "before") + " " +
                                 quoted(folder + "before/data.csv") + " method.yaml");
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("The method of one's own scores as its formula says") {
  const Outcome outcome = run_with(read_file(folder + "own_method/method.yaml"));
  CHECK(outcome.exit == 0);
  CHECK(lines_of(outcome.out).size() == 16);
  // Four steps of four places each. 朝阳区 is second, second and third; 东城区 fifth, fifth and
  // seventh, 12 and 10 of 16 not being better; 延庆区 is among the last three throughout.
  CHECK(has(outcome.out, "100.0  朝阳区"));
  CHECK(has(outcome.out, " 75.0  东城区"));
  CHECK(has(outcome.out, " 25.0  延庆区"));
}

TEST_CASE("What is wrong with it in YAML is said from its entry") {
  const Outcome name = run_with("normalise: step\n");
  CHECK(name.exit == 1);
  CHECK(has(name.err, "method.yaml:1:12: error[M600]: unknown normalisation 'step'"));
  CHECK(has(name.err, "did you mean 'steps'?"));
  const Outcome count = run_with("normalise: {method: steps, count: 1}\n");
  CHECK(has(count.err, "method.yaml:1:35: error[Y131]"));
  CHECK(has(count.err, "2"));
  CHECK(has(run_with("normalise: {method: steps, cuont: 4}\n").err, "did you mean 'count'?"));
}
