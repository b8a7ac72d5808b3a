// `apply` and `fit` over 1,000,000 places x 134 indicators in 13 categories, 2 % missing, against
// what the memory allows: a plain read of the same matrix, and Eigen's product with the weights.
#include <benchmark/benchmark.h>

#include <memory>

#include "made_up.h"

using namespace tijian;
using namespace tijian::benchmarks;

namespace {

constexpr int indicators = 134, categories = 13;
constexpr Eigen::Index places = 1'000'000;

const IndicatorTable& table() {
  static const IndicatorTable made = made_up_table(places, indicators);
  return made;
}

const std::shared_ptr<const Framework>& framework() {
  static const auto made =
      std::make_shared<const Framework>(made_up_framework(indicators, categories));
  return made;
}

/// Eight running sums: as fast as one core reads.
double plain_sum(const double* x, std::size_t n) {
  double sums[8] = {};
  for (std::size_t i = 0; i + 8 <= n; i += 8)
    for (int k = 0; k < 8; ++k) sums[k] += x[i + k];
  double sum = 0;
  for (double s : sums) sum += s;
  return sum;
}

void plain_read(benchmark::State& state) {
  const auto values = table().values.array();
  for (auto _ : state) benchmark::DoNotOptimize(plain_sum(values.data(), values.size()));
}
BENCHMARK(plain_read)->Unit(benchmark::kMillisecond)->UseRealTime()->MinTime(1);

/// Missing values as zeros: what a product can do with them.
void eigen_product(benchmark::State& state) {
  const auto values = table().values.array();
  const Eigen::MatrixXd filled = values.isNaN().select(0.0, values).matrix();
  const Eigen::VectorXd weights = Eigen::VectorXd::Constant(indicators, 1.0 / indicators);
  Eigen::VectorXd index(places);
  for (auto _ : state) {
    index.noalias() = filled * weights;
    benchmark::DoNotOptimize(index.data());
  }
}
BENCHMARK(eigen_product)->Unit(benchmark::kMillisecond)->UseRealTime()->MinTime(1);

/// Into a card of its own each time, or into the same.
void apply_nodes(benchmark::State& state, Nodes nodes, bool reuse) {
  const Model model = value_or_throw(fit(framework(), {}, table()));
  const ApplyOptions options{nodes, false, static_cast<int>(state.range(0))};
  Scorecard card = apply(model, table(), options);  // memory of a virtual machine is slow at first
  for (auto _ : state) {
    if (!reuse) card = {};
    apply(model, table(), options, card);
    benchmark::DoNotOptimize(card.score.data());
  }
}

void by_threads(benchmark::internal::Benchmark* benchmark) {
  benchmark->Arg(1)->Arg(2)->ArgName("threads")->Unit(benchmark::kMillisecond);
  benchmark->UseRealTime()->MinTime(1);
}
BENCHMARK_CAPTURE(apply_nodes, categories, Nodes::categories, false)->Apply(by_threads);
BENCHMARK_CAPTURE(apply_nodes, categories_again, Nodes::categories, true)->Apply(by_threads);
BENCHMARK_CAPTURE(apply_nodes, all, Nodes::all, false)->Apply(by_threads);
BENCHMARK_CAPTURE(apply_nodes, all_again, Nodes::all, true)->Apply(by_threads);

void fit_bounds(benchmark::State& state) {
  for (auto _ : state) {
    auto model = fit(framework(), {}, table());
    benchmark::DoNotOptimize(&model);
  }
}
BENCHMARK(fit_bounds)->Unit(benchmark::kMillisecond)->UseRealTime()->MinTime(1);

}  // namespace
