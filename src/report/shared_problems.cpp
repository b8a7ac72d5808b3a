#include "report/shared_problems.h"

#include <algorithm>
#include <map>
#include <utility>

namespace tijian::report {

std::vector<SharedProblem> shared_problems(const Diagnosis& diagnosis) {
  std::map<std::pair<int, ProblemKind>, SharedProblem> all;
  for (const Problem& one : diagnosis.problems) {
    SharedProblem& shared =
        all.try_emplace({one.indicator, one.kind},
                        SharedProblem{one.indicator, one.kind, one.severity, one.aspect, {}})
            .first->second;
    shared.severity = std::max(shared.severity, one.severity);
    shared.rows.insert(one.row);
  }
  std::vector<SharedProblem> list;
  for (auto& [key, one] : all) list.push_back(std::move(one));
  std::ranges::stable_sort(list, [](const SharedProblem& a, const SharedProblem& b) {
    if (a.rows.size() != b.rows.size()) return a.rows.size() > b.rows.size();
    return a.severity > b.severity;
  });
  return list;
}

}  // namespace tijian::report
