#include "tijian/weak_points.h"

#include <cmath>

#include "diagnosis/contributions.h"
#include "diagnosis/series.h"

namespace tijian::diagnosis {
namespace {

class WeakPointReader {
 public:
  WeakPointReader(const Run& run, const Period& period)
      : run_(run), framework_(*run.framework), histories_(run.table.rows) {
    for (const Index row : rows_in(run.table.rows, period))
      if (!std::isnan(run.card.score(row, 0))) rows_.push_back(row);
  }

  std::vector<WeakPoints> read() {
    std::vector<Index> best, before;
    for (const Index row : rows_) {
      best.push_back(best_peer(row));
      before.push_back(row_before(row));
    }
    const Matrix<double> lost = with_parents(points_lost(run_, rows_));
    const Matrix<double> to_best = with_parents(contributions(run_, rows_, best));
    Matrix<double> change = with_parents(contributions(run_, rows_, before));
    for (Index k = 0; k < change.size(); ++k) change.data()[k] *= -1;  // since then, not until then
    std::vector<WeakPoints> out;
    for (Index k = 0; k < std::ssize(rows_); ++k) {
      WeakPoints points{rows_[k], best[k], before[k], {}};
      for (int node = 0; node < static_cast<int>(framework_.nodes.size()); ++node) {
        const WeakPoint one{node, lost(k, node), 100 * lost(k, node) / lost(k, 0), to_best(k, node),
                            change(k, node)};
        if (takes_part(rows_[k], node, one)) points.nodes.push_back(one);
      }
      out.push_back(std::move(points));
    }
    return out;
  }

 private:
  bool takes_part(Index row, int node, const WeakPoint& one) const {
    return !std::isnan(run_.card.score(row, run_.card.column(node))) || std::abs(one.change) > 0 ||
           std::abs(one.to_best) > 0;
  }

  Index best_peer(Index row) const {
    for (const Index other : rows_)
      if (other != row && run_.card.peers[other] == run_.card.peers[row] &&
          run_.card.rank(other, 0) == 1)
        return run_.card.rank(row, 0) == 1 ? -1 : other;
    return -1;
  }

  Index row_before(Index row) const {
    const std::span<const Index> history = histories_.until(row);
    for (std::size_t k = history.size(); k-- > 0;)
      if (run_.table.rows.period[history[k]] != run_.table.rows.period[row] &&
          !std::isnan(run_.card.score(history[k], 0)))
        return history[k];
    return -1;
  }

  /// Adds to each node what those below it have.
  Matrix<double> with_parents(Matrix<double> amounts) const {
    for (int node = static_cast<int>(framework_.nodes.size()); --node > 0;)
      for (Index k = 0; k < amounts.rows(); ++k)
        amounts(k, framework_.nodes[node].parent) += amounts(k, node);
    return amounts;
  }

  const Run& run_;
  const Framework& framework_;
  const Histories histories_;
  std::vector<Index> rows_;
};

}  // namespace
}  // namespace tijian::diagnosis

namespace tijian {

std::vector<WeakPoints> weak_points(const Run& run, const Period& period) {
  check(run);
  if (run.card.verdict.empty() || run.card.peers.empty())
    throw UsageError("weak points need a card of all nodes, with details");
  return diagnosis::WeakPointReader(run, period).read();
}

}  // namespace tijian
