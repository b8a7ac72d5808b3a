#include "diagnosis/same_cause.h"

#include <cmath>
#include <map>

namespace tijian::diagnosis {
namespace {

class CauseFinder {
 public:
  CauseFinder(const Run& run, model::Probe& probe, Diagnosis& diagnosis)
      : run_(run), probe_(probe), diagnosis_(diagnosis) {}

  void find() {
    std::map<int, std::vector<Problem*>> of_indicator;
    for (Problem& problem : diagnosis_.problems)
      of_indicator[problem.indicator].push_back(&problem);
    for (const auto& [indicator, problems] : of_indicator) look(indicator, problems);
    std::map<std::pair<Index, int>, int> shared;
    for (const Problem& problem : diagnosis_.problems) ++shared[{problem.row, problem.same_cause}];
    for (Problem& problem : diagnosis_.problems)
      if (shared[{problem.row, problem.same_cause}] < 2) problem.same_cause = -1;
  }

 private:
  /// The worst variable of an indicator, of each of its problems.
  void look(int indicator, const std::vector<Problem*>& problems) {
    const Indicator& own = run_.framework->indicators[indicator];
    if (own.direction == Direction::range) return;
    const double better = own.direction == Direction::lower ? -1 : 1;
    const std::vector<double> now = probe_.values(indicator);
    std::vector<double> worst(problems.size(), 0.0);
    for (const int column : probe_.columns(indicator)) {
      const std::vector<double> unmoved =
          probe_.values_with(indicator, column, as_before(indicator, column, problems));
      for (std::size_t k = 0; k < problems.size(); ++k) {
        const double effect = better * (now[problems[k]->row] - unmoved[problems[k]->row]);
        if (!(effect < worst[k])) continue;
        worst[k] = effect;
        problems[k]->same_cause = probe_.data().columns[column].variable;
      }
    }
  }

  /// The column with the value before in the rows of the problems.
  std::vector<double> as_before(int indicator, int column,
                                const std::vector<Problem*>& problems) const {
    const std::span<const double> values = probe_.data().values.column(column);
    std::vector<double> out(values.begin(), values.end());
    for (const Problem* problem : problems) {
      const Period& before = diagnosis_.indicators(problem->row, indicator).last_period;
      const Index row = row_of(problem->row, before);
      if (row >= 0) out[problem->row] = values[row];
    }
    return out;
  }

  Index row_of(Index row, const Period& period) const {
    if (row_of_.empty())
      for (Index r = 0; r < diagnosis_.rows.size(); ++r)
        row_of_[{diagnosis_.rows.place[r], diagnosis_.rows.period[r]}] = r;
    const auto found = row_of_.find({diagnosis_.rows.place[row], period});
    return found == row_of_.end() ? -1 : found->second;
  }

  const Run& run_;
  model::Probe& probe_;
  Diagnosis& diagnosis_;
  mutable std::map<std::pair<int, Period>, Index> row_of_;
};

}  // namespace

void add_same_causes(const Run& run, model::Probe& probe, Diagnosis& diagnosis) {
  CauseFinder(run, probe, diagnosis).find();
}

}  // namespace tijian::diagnosis
