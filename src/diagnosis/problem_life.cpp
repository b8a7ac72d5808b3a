#include "diagnosis/problem_life.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/catalogue.h"
#include "diagnosis/problems.h"

namespace tijian::diagnosis {
namespace {

using Subject = std::pair<std::string, std::string>;  ///< place and indicator

bool open(ProblemState state) { return state != ProblemState::solved; }

class Lives {
 public:
  Lives(const Run& run, Diagnosis& diagnosis, const std::vector<KnownProblem>& previous)
      : run_(run), diagnosis_(diagnosis), previous_(previous) {}

  std::vector<Problem> compare() {
    std::map<std::string, ProblemState> known;
    std::set<Subject> was_ill;
    for (const KnownProblem& one : previous_) {
      known[one.id] = one.state;
      if (open(one.state)) was_ill.emplace(one.place, one.node);
    }
    for (Problem& problem : diagnosis_.problems) {
      const Subject subject = subject_of(problem);
      is_ill_.insert(subject);
      const auto before = known.find(problem.id);
      problem.state = was_ill.contains(subject) ? ProblemState::continuing
                      : before != known.end()   ? ProblemState::relapsed
                                                : ProblemState::fresh;
    }
    std::vector<Problem> past;
    for (const KnownProblem& one : previous_)
      if (!is_ill_.contains({one.place, one.node})) add(one, past);
    return past;
  }

 private:
  Subject subject_of(const Problem& problem) const {
    return {diagnosis_.rows.place_of(problem.row),
            run_.framework->indicators[problem.indicator].id};
  }

  /// Of places and indicators that are still there.
  void add(const KnownProblem& known, std::vector<Problem>& past) const {
    const Index row = diagnosis_.rows.find(known.place, diagnosis_.period);
    const int j = run_.framework->find_indicator(known.node);
    if (j < 0) return;
    const bool measured = row >= 0 && !std::isnan(run_.table.values(row, j));
    Problem problem{known.id,   row,
                    j,          aspect_of(known.kind),
                    known.kind, Light::no_data,
                    missing,    missing,
                    missing,    {},
                    {},         {}};
    problem.state =
        !open(known.state) || measured ? ProblemState::solved : ProblemState::not_checked;
    problem.finding = measured            ? Finding::solved
                      : open(known.state) ? Finding::not_checked
                                          : Finding::solved_before;
    if (measured) {
      problem.severity = diagnosis_.indicators(row, j).light;
      problem.value = run_.table.values(row, j);
    }
    if (row >= 0) past.push_back(std::move(problem));
  }

  const Run& run_;
  Diagnosis& diagnosis_;
  const std::vector<KnownProblem>& previous_;
  std::set<Subject> is_ill_;
};

}  // namespace

std::optional<Diagnostic> report_lost_problems(const Diagnosis& diagnosis,
                                               const std::vector<KnownProblem>& previous) {
  const std::set<std::string> places(diagnosis.rows.places.begin(), diagnosis.rows.places.end());
  std::vector<std::string> lost;
  for (const KnownProblem& one : previous)
    if (!places.contains(one.place) || diagnosis.framework->find_indicator(one.node) < 0)
      lost.push_back(one.id);
  if (lost.empty()) return {};
  return base::make_diagnostic("N590", {},
                               {{"count", std::to_string(lost.size())},
                                {"all", std::to_string(previous.size())},
                                {"names", base::some_of(lost)}});
}

std::vector<Problem> compare_with_previous(const Run& run, Diagnosis& diagnosis,
                                           const std::vector<KnownProblem>& previous) {
  return Lives(run, diagnosis, previous).compare();
}

}  // namespace tijian::diagnosis
