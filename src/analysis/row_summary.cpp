#include "analysis/row_summary.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/threads.h"

namespace tijian::analysis {
namespace {

constexpr std::size_t most_neighbours = 3;

/// One row's results over the replications that succeeded.
class RowSummary {
 public:
  /// `ranked`: rows of its group that have a rank.
  RowSummary(const Experiment& e, std::size_t runs, int ranked)
      : e_(e), ranked_(ranked), scores_(runs), ranks_(runs), above_(runs) {}

  void set(std::size_t run, double score, std::int32_t rank, std::int32_t above) {
    scores_[run] = score;
    ranks_[run] = rank;
    above_[run] = above;
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
    for (std::size_t run = 0; run < scores_.size(); ++run) {
      const Grade* grade =
          node.classes ? class_of(node, static_cast<int>(ranks_[run])) : node.grade(scores_[run]);
      ++(grade ? counts[grade - node.grades.data()] : none);
    }
    for (const long n : counts) out.grades.push_back(static_cast<double>(n) / count());
    out.no_grade = static_cast<double>(none) / count();
  }

  /// Classes count from the highest score, ranks from the best.
  const Grade* class_of(const Node& node, int rank) const {
    const int r = node.direction == Direction::lower ? ranked_ + 1 - rank : rank;
    return &node.grades[node.classes->of_rank(r, ranked_) - 1];
  }

  const Experiment& e_;
  int ranked_;
  std::vector<double> scores_, ranks_;
  std::vector<std::int32_t> above_;
};

/// The summaries of a few rows. A run's results of neighbouring rows lie in one line of the cache:
/// rows one at a time would fetch all lines again for each.
std::vector<RowSummary> summaries_of(const Experiment& e, const Runs& runs,
                                     const std::vector<Eigen::Index>& good,
                                     std::span<const Eigen::Index> rows,
                                     const std::map<int, int>& ranked) {
  std::vector<RowSummary> summaries;
  for (const Eigen::Index row : rows)
    summaries.emplace_back(e, good.size(), ranked.at(e.peers[row]));
  for (std::size_t n = 0; n < good.size(); ++n)
    for (std::size_t k = 0; k < rows.size(); ++k)
      summaries[k].set(n, runs.scores(rows[k], good[n]), runs.ranks(rows[k], good[n]),
                       runs.above(rows[k], good[n]));
  return summaries;
}

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
  ranker.rank(e.nominal, ranks.data(), above.data());
  result.by_row.resize(rows);
  const auto& ranked = ranker.ranked();
  std::map<int, int> of_group;
  for (const Eigen::Index row : ranked) ++of_group[e.peers[row]];
  constexpr std::size_t chunk = 16;
  base::parallel_for((ranked.size() + chunk - 1) / chunk, e.options.threads, [&](std::size_t c) {
    std::vector<int> counts(rows, 0);
    const auto own =
        std::span(ranked).subspan(c * chunk).first(std::min(chunk, ranked.size() - c * chunk));
    const std::vector<RowSummary> summaries = summaries_of(e, runs, good, own, of_group);
    for (std::size_t k = 0; k < own.size(); ++k) {
      result.by_row[own[k]] = summaries[k].summarise(e.nominal.score[own[k]], ranks[own[k]]);
      result.by_row[own[k]].above = summaries[k].neighbours_above(counts);
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

}  // namespace tijian::analysis
