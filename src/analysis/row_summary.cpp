#include "analysis/row_summary.h"

#include <algorithm>
#include <cmath>

#include "model/parallel.h"

namespace tijian {
namespace {

constexpr std::size_t most_neighbours = 3;

/// One row's results over the replications that succeeded.
class RowSummary {
 public:
  RowSummary(const Experiment& e, const Runs& runs, const std::vector<Eigen::Index>& good,
             Eigen::Index row)
      : e_(e) {
    for (const Eigen::Index run : good) {
      scores_.push_back(runs.scores(row, run));
      ranks_.push_back(runs.ranks(row, run));
      above_.push_back(runs.above(row, run));
    }
  }

  RowRobustness summarise(double score, double rank) const {
    RowRobustness out;
    out.score = distribution(scores_, score);
    out.rank = distribution(ranks_, rank);
    double shift = 0, top = 0;
    for (const double r : ranks_) {
      shift += std::abs(r - rank);
      top += r <= e_.options.top;
    }
    out.rank_shift = shift / count();
    out.top = top / count();
    add_grades(out);
    return out;
  }

  /// Every row that ever stood just above, and how often. `counts` is zero, one a row, and is left
  /// so.
  std::vector<Neighbour> neighbours_above(std::vector<int>& counts) const {
    std::vector<Neighbour> out;
    for (const std::int32_t above : above_)
      if (above >= 0 && counts[above]++ == 0) out.push_back({above, 0});
    for (Neighbour& neighbour : out) {
      neighbour.probability = counts[neighbour.row] / count();
      counts[neighbour.row] = 0;
    }
    std::ranges::sort(out, {}, &Neighbour::row);
    return out;
  }

 private:
  double count() const { return static_cast<double>(scores_.size()); }

  void add_grades(RowRobustness& out) const {
    const Node& node = e_.framework->nodes[e_.node];
    std::vector<long> counts(node.grades.size(), 0);
    long none = 0;
    for (const double score : scores_) {
      const Grade* grade = node.grade(score);
      ++(grade ? counts[grade - node.grades.data()] : none);
    }
    for (const long n : counts) out.grades.push_back(static_cast<double>(n) / count());
    out.no_grade = static_cast<double>(none) / count();
  }

  const Experiment& e_;
  std::vector<double> scores_, ranks_;
  std::vector<std::int32_t> above_;
};

/// The likeliest first; as many as are worth telling.
void keep_likeliest(std::vector<Neighbour>& neighbours) {
  std::ranges::stable_sort(neighbours, std::ranges::greater{}, &Neighbour::probability);
  if (neighbours.size() > most_neighbours) neighbours.resize(most_neighbours, Neighbour{-1, 0});
}

}  // namespace

void summarise_rows(const Experiment& e, const Runs& runs, const Ranker& ranker,
                    Robustness& result) {
  std::vector<Eigen::Index> good;
  std::vector<double> shifts;
  const std::size_t kept = runs.failed.size() / e.options.samples;
  const std::size_t all = runs.rank_shift.size() / e.options.samples;
  for (std::size_t run = 0; run < runs.failed.size(); ++run) {
    if (runs.failed[run]) continue;
    good.push_back(static_cast<Eigen::Index>(run));
    shifts.push_back(runs.rank_shift[run / kept * all + run % kept]);
  }
  result.rank_shift = distribution(shifts, 0);
  const Eigen::Index rows = e.table.rows.size();
  Eigen::ArrayXi ranks = Eigen::ArrayXi::Zero(rows), above(rows);
  ranker.rank(e.nominal.data(), ranks.data(), above.data());
  result.by_row.resize(rows);
  const auto& ranked = ranker.ranked();
  constexpr std::size_t chunk = 64;  // rows that share one list of counts
  parallel_for((ranked.size() + chunk - 1) / chunk, e.options.threads, [&](std::size_t c) {
    std::vector<int> counts(rows, 0);
    for (std::size_t k = c * chunk; k < std::min(ranked.size(), (c + 1) * chunk); ++k) {
      const Eigen::Index row = ranked[k];
      const RowSummary summary(e, runs, good, row);
      result.by_row[row] = summary.summarise(e.nominal[row], ranks[row]);
      result.by_row[row].above = summary.neighbours_above(counts);
    }
  });
  for (const Eigen::Index row : ranked)
    for (const Neighbour& above_row : result.by_row[row].above)
      result.by_row[above_row.row].below.push_back({row, above_row.probability});
  for (const Eigen::Index row : ranked) {
    keep_likeliest(result.by_row[row].above);
    keep_likeliest(result.by_row[row].below);
  }
}

}  // namespace tijian
