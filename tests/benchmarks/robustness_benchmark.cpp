// Replications: the ASEM study's size (51 places x 49 indicators on three levels above them) and a
// district's (43 x 134), by threads and by number.
#include <benchmark/benchmark.h>

#include <memory>

#include "made_up.h"

using namespace tijian;
using namespace tijian::benchmarks;

namespace {

/// Weights +-25 %, two normalisations, two aggregations. Positive scores, for the geometric mean.
Method varied_method() {
  Method method;
  method.normalise = {"min_max", {{"range", {ValueList{{1.0}, {100.0}}}}}};
  method.robustness.normalise = {method.normalise, {"z_score", {{"mean", {10.0}}, {"sd", {2.0}}}}};
  method.robustness.aggregate = {{Aggregation{}}, {{.mean = {"geometric", {}}}}};
  return method;
}

void replicate(benchmark::State& state, const Framework& made, Eigen::Index places,
               const Method& method) {
  const auto framework = std::make_shared<const Framework>(made);
  const IndicatorTable table =
      made_up_table(places, static_cast<int>(framework->indicators.size()));
  RobustnessOptions options;
  options.samples = static_cast<int>(state.range(0));
  options.threads = static_cast<int>(state.range(1));
  for (auto _ : state) {
    const auto study = robustness(framework, method, table, options);
    if (!study || !study->failed.empty()) state.SkipWithError("replications failed");
    benchmark::DoNotOptimize(&study);
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

void uncertainty_51x49(benchmark::State& state) {
  replicate(state, made_up_framework(49, 8, 2), 51, varied_method());
}
BENCHMARK(uncertainty_51x49)
    ->ArgNames({"replications", "threads"})
    ->Args({1'000, 1})
    ->Args({10'000, 1})
    ->Args({10'000, 2})
    ->Args({100'000, 1})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->MinTime(0.3);

void uncertainty_43x134(benchmark::State& state) {
  replicate(state, made_up_framework(134, 13), 43, varied_method());
}
BENCHMARK(uncertainty_43x134)
    ->ArgNames({"replications", "threads"})
    ->Args({10'000, 1})
    ->Args({10'000, 2})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->MinTime(0.3);

}  // namespace
