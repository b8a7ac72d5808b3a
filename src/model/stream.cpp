#include "tijian/stream.h"

#include <algorithm>

#include "base/catalogue.h"
#include "formula/formula.h"
#include "model/check_method.h"
#include "model/scoring_plan.h"

namespace tijian {
namespace {

constexpr std::size_t block_rows = 16384;

/// Runs over all blocks of a pass. Warnings of evaluation and scoring add up by code and place.
class Pass {
 public:
  Pass(const Framework& framework, DatasetStream& stream, const PassProgress& progress,
       const Execution& execution)
      : framework_(framework), stream_(stream), progress_(progress), execution_(execution) {
    stream_.rewind();
  }

  void each_table(const std::function<void(const IndicatorTable&)>& use) {
    for (Dataset block; stream_.next(block, block_rows);) {
      const IndicatorTable table = evaluate(framework_, std::move(block), execution_);
      add(table.diagnostics);
      use(table);
      block = {};
      if (progress_)
        progress_(static_cast<double>(stream_.bytes_read()) / static_cast<double>(stream_.bytes()));
    }
    add(stream_.diagnostics());
  }

  void add(const std::vector<Diagnostic>& more) {
    for (const Diagnostic& one : more) {
      const auto same = std::ranges::find_if(diagnostics_, [&](const Diagnostic& other) {
        return one.severity == Severity::warning && other.code == one.code && other.in == one.in &&
               other.where == one.where;
      });
      if (same == diagnostics_.end())
        diagnostics_.push_back(one);
      else
        same->count += one.count;
    }
  }

  std::vector<Diagnostic> take() { return std::move(diagnostics_); }

 private:
  const Framework& framework_;
  DatasetStream& stream_;
  const PassProgress& progress_;
  const Execution execution_;
  std::vector<Diagnostic> diagnostics_;
};

Diagnostic not_by_itself(const Framework& framework, const Citation& where,
                         const std::string& what) {
  return base::make_diagnostic("M695", where.file.empty() ? Citation{framework.path} : where,
                               {{"what", what}});
}

/// What a row needs of other rows before it is scored.
std::vector<Diagnostic> looks_elsewhere(const Framework& framework) {
  std::vector<Diagnostic> faults;
  for (const Variable& variable : framework.variables)
    if (variable.rollup.by != Rollup::By::none)
      faults.push_back(not_by_itself(framework, variable.where, variable.id));
  for (const Indicator& indicator : framework.indicators)
    if (indicator.compiled && indicator.compiled->looks_back())
      faults.push_back(not_by_itself(framework, indicator.where, indicator.id));
  return faults;
}

/// The index's ranks over the whole file.
struct IndexRanks {
  model::RankGroups numbers;
  std::vector<double> scores = {}, uncapped = {};
  std::vector<int> peers = {}, ranks = {};
  std::vector<std::int16_t> classes = {};

  void add(const Scorecard& card) {
    const auto own = numbers.number(card.rows);
    peers.insert(peers.end(), own.begin(), own.end());
    const auto score = card.score.column(0);
    scores.insert(scores.end(), score.begin(), score.end());
    if (card.uncapped.empty()) return;
    const auto before = card.uncapped.column(0);
    uncapped.insert(uncapped.end(), before.begin(), before.end());
  }
  void finish(const Node& index) {
    ranks = rank_within(scores, peers, index.direction, uncapped);
    if (index.classes) classes = classes_within(scores, peers, *index.classes);
  }
  void give(Scorecard& card, Eigen::Index first) const {
    card.rank.fill(0);
    std::copy_n(ranks.begin() + first, card.rows.size(), card.rank.column(0).begin());
    card.rank_class.fill(0);
    if (!classes.empty())
      std::copy_n(classes.begin() + first, card.rows.size(), card.rank_class.column(0).begin());
  }
};

}  // namespace

Loaded<Model> fit(std::shared_ptr<const Framework> framework, const Method& method,
                  DatasetStream& stream, const PassProgress& progress, const Execution& execution) {
  Loaded<Model> result;
  if (!framework) throw UsageError("there is no framework to fit");
  result.diagnostics = looks_elsewhere(*framework);
  if (has_errors(result.diagnostics)) return result;
  Pass pass(*framework, stream, progress, execution);
  Statistics statistics;
  pass.each_table([&](const IndicatorTable& table) {
    if (has_errors(result.diagnostics)) return;
    Loaded<Statistics> part = collect(*framework, method, table, builtin_methods(), execution);
    if (part)
      statistics = merge(std::vector{std::move(statistics), std::move(*part)});
    else
      result.diagnostics = std::move(part.diagnostics);
  });
  pass.add(result.diagnostics);
  result.diagnostics = pass.take();
  if (has_errors(result.diagnostics)) return result;
  if (statistics.needs_entropy)
    Pass(*framework, stream, progress, execution).each_table([&](const IndicatorTable& table) {
      collect_entropy(statistics, *framework, method, table, execution);
    });
  Loaded<Model> fitted = fit(std::move(framework), method, statistics);
  for (Diagnostic& diagnostic : fitted.diagnostics)
    result.diagnostics.push_back(std::move(diagnostic));
  result.value = std::move(fitted.value);
  return result;
}

std::vector<Diagnostic> apply(const Model& model, DatasetStream& stream,
                              const ApplyOptions& options,
                              const std::function<void(const Scorecard&)>& sink,
                              const PassProgress& progress) {
  std::vector<Diagnostic> faults = looks_elsewhere(*model.framework);
  const model::ScoringPlan plan =
      model::plan_scoring(*model.framework, model.method, *model.methods);
  if (auto fault = model::unsavable(plan, *model.framework, model.method)) faults.push_back(*fault);
  if (model.method.missing.fill)
    faults.push_back(not_by_itself(*model.framework,
                                   model::place_in(model.method, *model.framework, "missing"),
                                   "missing.fill"));
  if (has_errors(faults)) return faults;
  IndexRanks index{model::RankGroups(model::rank_peers(*model.framework, model.method.reference))};
  Scorecard card;  // one for all blocks
  if (options.details) {
    Pass first(*model.framework, stream, progress, {options.threads});
    first.each_table([&](const IndicatorTable& table) {
      const bool capped = !plan.nodes[0].binding.empty();  // then details tell the scores without
      apply(model, table, {Nodes::index, capped, options.threads}, card);
      index.add(card);
    });
    index.finish(model.framework->nodes[0]);
  }
  Pass pass(*model.framework, stream, progress, {options.threads});
  Eigen::Index row = 0;
  pass.each_table([&](const IndicatorTable& table) {
    apply(model, table, options, card);
    pass.add(card.diagnostics);
    if (options.details) index.give(card, row);
    row += card.rows.size();
    sink(card);
  });
  return pass.take();
}

}  // namespace tijian
