// How the cost of fit and apply grows with places, indicators and threads.
#include <benchmark/benchmark.h>

#include <memory>

#include "made_up.h"

using namespace tijian;
using namespace tijian::benchmarks;

namespace {

void fit_and_apply(benchmark::State& state) {
  const auto indicators = static_cast<int>(state.range(1));
  const auto framework = std::make_shared<const Framework>(
      made_up_framework(indicators, std::max(1, indicators / 10)));
  const IndicatorTable table = made_up_table(state.range(0), indicators);
  for (auto _ : state) {
    const Model model = value_or_throw(fit(framework, {}, table));
    const Scorecard card =
        apply(model, table, {Nodes::categories, false, static_cast<int>(state.range(2))});
    benchmark::DoNotOptimize(card.score.data());
  }
  state.SetItemsProcessed(state.iterations() * state.range(0) * state.range(1));
}
BENCHMARK(fit_and_apply)
    ->ArgNames({"places", "indicators", "threads"})
    ->Args({1'000, 134, 1})
    ->Args({10'000, 134, 1})
    ->Args({100'000, 134, 1})
    ->Args({100'000, 134, 2})
    ->Args({100'000, 34, 1})
    ->Args({100'000, 68, 1})
    ->Args({100'000, 268, 1})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->MinTime(0.3);

}  // namespace
