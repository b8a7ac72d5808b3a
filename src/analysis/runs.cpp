#include "analysis/runs.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/fast_scorer.h"
#include "base/huge_pages.h"
#include "base/threads.h"
#include "tijian/missing.h"

namespace tijian::analysis {
namespace {

constexpr int batch_points = 256;  // enough to fill the products, few enough for the cache
constexpr Eigen::Index product_columns = 64;

class Runner {
 public:
  Runner(const Experiment& experiment, const Sampler& sampler, const Ranker& ranker,
         const std::vector<Eigen::Index>& watched)
      : e_(experiment), sampler_(sampler), ranker_(ranker), watched_(watched) {
    const Eigen::Index rows = e_.table.rows.size(), samples = e_.options.samples;
    per_sample_ = sampler.points_per_sample();
    kept_per_sample_ = std::min(per_sample_, 2);
    const Eigen::Index kept = samples * kept_per_sample_;
    base::resize_large(runs_.scores, rows, kept);
    base::resize_large(runs_.ranks, rows, kept);
    base::resize_large(runs_.above, rows, kept);
    runs_.scores.fill(missing);
    runs_.ranks.fill(0);
    runs_.above.fill(-1);
    runs_.failed.assign(kept, 0);
    runs_.rank_shift.assign(samples * per_sample_, missing);
    runs_.watched_scores.assign(watched.size(), samples * per_sample_, missing);
    runs_.watched_ranks = runs_.watched_scores;
    nominal_ranks_.setZero(rows);
    Runs::Ranks above(rows, 1);
    ranker.rank(e_.nominal, nominal_ranks_.data(), above.data());
    prepare();
  }

  Runs run() {
    const std::int64_t samples = e_.options.samples;
    const std::int64_t size = std::max(1, batch_points / per_sample_);
    const std::size_t batches = (samples + size - 1) / size;
    reasons_.resize(batches);
    base::parallel_for(batches, e_.options.threads, [&](std::size_t batch) {
      const std::int64_t first = static_cast<std::int64_t>(batch) * size;
      run_batch(first, std::min(size, samples - first), reasons_[batch]);
    });
    collect_reasons();
    return std::move(runs_);
  }

 private:
  using Reasons = std::map<std::string, FailedRuns>;

  int key_of(const Point& point) const {
    return e_.scenario_of(point) * static_cast<int>(e_.variation.aggregate.size()) +
           e_.means_of(point);
  }

  void prepare() {
    fast_.resize(e_.scenarios.size() * e_.variation.aggregate.size());
    base::parallel_for(fast_.size(), e_.options.threads, [&](std::size_t key) {
      const std::size_t means = e_.variation.aggregate.size();
      const Scenario& scenario = e_.scenarios[key / means];
      Method method = scenario.method;
      method.aggregate = e_.variation.aggregate[key % means];
      fast_[key] =
          FastScorer::make(e_, scenario, model::plan_scoring(*e_.framework, method, *e_.methods));
    });
  }

  void run_batch(std::int64_t first, std::int64_t count, Reasons& reasons) {
    const std::vector<Point> points = sampler_.points(first, count);
    std::map<int, std::vector<std::size_t>> by_key;
    for (std::size_t p = 0; p < points.size(); ++p) by_key[key_of(points[p])].push_back(p);
    std::vector<NodeScores> scores(points.size());
    std::vector<char> slow(points.size(), 1);
    for (const auto& [key, members] : by_key)
      if (!fast_.empty() && fast_[key])
        for (std::size_t from = 0; from < members.size(); from += product_columns) {
          const auto n = std::min<std::size_t>(product_columns, members.size() - from);
          run_fast(*fast_[key], points, {members.data() + from, n}, scores, slow);
        }
    const std::int64_t run = first * per_sample_;
    for (std::size_t p = 0; p < points.size(); ++p)
      finish(run + static_cast<std::int64_t>(p), points[p], slow[p], scores[p], reasons);
  }

  void run_fast(const FastScorer& fast, const std::vector<Point>& points,
                std::span<const std::size_t> members, std::vector<NodeScores>& scores,
                std::vector<char>& slow) {
    Eigen::MatrixXd slots(fast.slots(), members.size());
    std::vector<double> weights;
    for (std::size_t k = 0; k < members.size(); ++k) {
      const Point& point = points[members[k]];
      weights = e_.scenarios[e_.scenario_of(point)].model->weights;
      e_.weights.vary(e_.layout, point, weights);
      if (e_.variation.drop > 0) drop_indicators(*e_.framework, e_.dropped(point), weights);
      fast.arrange(weights, slots.col(k).data());
    }
    std::vector<char> declined;
    std::vector<NodeScores> result = fast.score(slots, declined);
    for (std::size_t k = 0; k < members.size(); ++k) {
      slow[members[k]] = declined[k] || !complete(result[k].score);
      scores[members[k]] = std::move(result[k]);
    }
  }

  bool complete(const Eigen::ArrayXd& scores) const {
    return std::ranges::all_of(ranker_.ranked(),
                               [&](Eigen::Index row) { return std::isfinite(scores[row]); });
  }

  void finish(std::int64_t run, const Point& point, bool slow, NodeScores& scores,
              Reasons& reasons) {
    const std::int64_t sample = run / per_sample_;
    const auto own = static_cast<int>(run % per_sample_);
    const bool kept = own < kept_per_sample_;
    const std::int64_t column = sample * kept_per_sample_ + own;
    if (slow) {
      std::vector<Diagnostic> problems;
      scores = replicate(e_, point, problems);
      if (!complete(scores.score)) {
        if (!kept) return;
        runs_.failed[column] = 1;
        fail(point, problems, reasons);
        return;
      }
    }
    Runs::Ranks scratch;
    if (!kept) scratch.resize(scores.score.size(), 2);
    std::int32_t* ranks = kept ? runs_.ranks.column(column).data() : scratch.column(0).data();
    std::int32_t* above = kept ? runs_.above.column(column).data() : scratch.column(1).data();
    ranker_.rank(scores, ranks, above);
    if (kept) runs_.scores.array().col(column) = scores.score;
    runs_.rank_shift[run] = ranker_.mean_shift(ranks, nominal_ranks_.data());
    for (std::size_t w = 0; w < watched_.size(); ++w) {
      runs_.watched_scores(w, run) = scores.score[watched_[w]];
      runs_.watched_ranks(w, run) = ranks[watched_[w]];
    }
  }

  void fail(const Point& point, const std::vector<Diagnostic>& problems, Reasons& reasons) const {
    const Text settings = e_.settings_of(point), reason = reason_of(problems);
    const auto told = [&](const char* language, const char* colon) {
      const std::string& setting = settings.in(language);
      return (setting.empty() ? "" : setting + colon) + reason.in(language);
    };
    FailedRuns& own = reasons[told("en", ": ")];
    own.reason = Text(told("en", ": "), told("zh", "："));
    ++own.count;
  }

  void collect_reasons() {
    Reasons all;
    for (const Reasons& batch : reasons_)
      for (const auto& [key, failed] : batch) {
        all[key].reason = failed.reason;
        all[key].count += failed.count;
      }
    for (auto& [key, failed] : all) runs_.reasons.push_back(failed);
    std::ranges::stable_sort(runs_.reasons, std::ranges::greater{}, &FailedRuns::count);
  }

  const Experiment& e_;
  const Sampler& sampler_;
  const Ranker& ranker_;
  const std::vector<Eigen::Index>& watched_;
  int per_sample_, kept_per_sample_;
  Eigen::Array<std::int32_t, Eigen::Dynamic, 1> nominal_ranks_;
  std::vector<std::optional<FastScorer>> fast_;  ///< by scenario and means; empty where values vary
  std::vector<Reasons> reasons_;                 ///< one a batch
  Runs runs_;
};

}  // namespace

Text reason_of(const std::vector<Diagnostic>& problems) {
  if (!problems.empty()) return problems.front().message;
  return {"some places have no score", "部分评价单元没有得分"};
}

Runs run_all(const Experiment& experiment, const Sampler& sampler, const Ranker& ranker,
             const std::vector<Eigen::Index>& watched) {
  return Runner(experiment, sampler, ranker, watched).run();
}

}  // namespace tijian::analysis
