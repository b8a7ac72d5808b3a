// `threads` is one option, obeyed by every stage: with one, none is started; with two, one more
// where there is enough to do.
#include "base/threads.h"

#include <catch2/catch.hpp>

#include "unit/model/small_framework.h"

using namespace tijian;
using namespace tijian::testing;

namespace {

constexpr int rows = 70'000, columns = 3;

Framework three_indicators() {
  SmallFramework framework;
  framework.category("a");
  for (const char* id : {"a1", "a2", "a3"}) framework.indicator(id);
  return framework;
}

/// Each indicator's values, given directly.
Dataset dataset() {
  Dataset data;
  data.values.resize(rows, columns);
  for (int row = 0; row < rows; ++row) {
    data.rows.places.push_back("p" + std::to_string(row));
    data.rows.place.push_back(row);
    data.rows.period.push_back({});
    for (int j = 0; j < columns; ++j) data.values(row, j) = (row * (31 + 17 * j)) % 101;
  }
  for (int j = 0; j < columns; ++j) data.columns.push_back({-1, j, {}});
  return data;
}

template <class Stage>
long started_by(const Stage& stage) {
  const long before = base::threads_started();
  stage();
  return base::threads_started() - before;
}

/// `stage` takes what it needs of its execution.
template <class Stage>
void check(const char* name, const Stage& stage) {
  CAPTURE(name);
  CHECK(started_by([&] { stage(Execution{1}); }) == 0);
  CHECK(started_by([&] { stage(Execution{2}); }) > 0);
}

}  // namespace

TEST_CASE("no stage starts a thread where one is asked for") {
  const Framework framework = three_indicators();
  const auto shared = std::make_shared<Framework>(framework);
  const Dataset data = dataset();
  const IndicatorTable table = evaluate(framework, data);
  check("evaluate", [&](Execution e) { evaluate(framework, data, e); });
  Method method;
  for (const char* weights : {"given", "entropy", "critic"}) {  // bounds; sums; pairs
    method.weights = {weights, {}};
    check(weights, [&](Execution e) { fit_or_throw(framework, method, table, e); });
  }
  method.weights = {"entropy", {}};
  Statistics statistics;
  check("collect", [&](Execution e) {
    statistics = value_or_throw(collect(framework, method, table, builtin_methods(), e));
  });
  check("collect_entropy",
        [&](Execution e) { collect_entropy(statistics, framework, method, table, e); });
  const Model model = fit_or_throw(framework, {}, table);
  check("apply", [&](Execution e) { apply(model, table, {.threads = e.threads}); });
  check("compare", [&](Execution e) { compare({model, table}, {model, table}, e); });
  check("audit", [&](Execution e) { audit(model, table, {.threads = e.threads}); });
}

TEST_CASE("neither does a study of robustness") {
  const Framework framework = three_indicators();
  const IndicatorTable table = table_of({{1, 5, 2}, {2, 4, 9}, {3, 2, 4}, {4, 9, 1}});
  Method method;
  method.robustness.weights = {WeightVariation::Kind::uniform, 0.25};
  check("robustness", [&](Execution e) {
    REQUIRE(
        robustness(framework, method, table,
                   {.samples = 600, .sensitivity = true, .removal = true, .threads = e.threads}));
  });
  method.robustness = {.noise = NoiseVariation{0.05, 0.05, 0.05}};
  check("noise", [&](Execution e) {
    REQUIRE(robustness(framework, method, table, {.samples = 600, .threads = e.threads}));
  });
}

TEST_CASE("a fault of one thread ends the others' work and is thrown where they were started") {
  std::atomic<int> done{0};
  CHECK_THROWS_WITH(base::parallel_for(1000, 4,
                                       [&](std::size_t i) {
                                         if (i == 3) throw std::runtime_error("of the third");
                                         ++done;
                                       }),
                    "of the third");
  CHECK(done < 1000);
  CHECK_THROWS_WITH(base::run_workers(3, 3, [] { throw std::runtime_error("all"); }), "all");
}

TEST_CASE("there are no more threads than pieces of work, and one of them is the caller") {
  CHECK(started_by([] { base::parallel_for(3, 8, [](std::size_t) {}); }) == 2);
  CHECK(started_by([] { base::run_workers(8, 0, [] {}); }) == 0);
  std::vector<int> seen(100, 0);
  base::parallel_for(seen.size(), 3, [&](std::size_t i) { ++seen[i]; });
  CHECK(seen == std::vector<int>(100, 1));
}
