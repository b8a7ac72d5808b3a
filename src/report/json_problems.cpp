#include "report/finding.h"
#include "report/json_diagnosis_parts.h"
#include "report/residents_file.h"
#include "report/score_lines.h"
#include "report/words.h"

namespace tijian::report {
namespace {

Json problem_json(const Diagnosis& diagnosis, const Run& run, const Residents& felt,
                  const Problem& problem, Language say) {
  const Framework& framework = *run.framework;
  const Indicator& own = framework.indicators[problem.indicator];
  const int leaf = framework.node_of(problem.indicator);
  const Node* category = category_of(framework, leaf);
  return {{"id", problem.id},
          {"place", diagnosis.rows.place_of(problem.row)},
          {"node", own.id},
          {"title", say(own.title)},
          {"category", category ? say(category->title) : ""},
          {"aspect", to_string(problem.aspect)},
          {"kind", to_string(problem.kind)},
          {"severity", to_string(problem.severity)},
          {"value", number(problem.value)},
          {"unit", own.unit},
          {"reference", number(problem.reference)},
          {"reference_kind", reference_kind(problem)},
          {"gap", number(problem.gap)},
          {"since", to_string(problem.since)},
          {"state", to_string(problem.state)},
          {"trend", to_string(diagnosis.indicators(problem.row, problem.indicator).arrow)},
          {"points_lost", number(problem.points_lost)},
          {"share_of_places", number(problem.share_of_places)},
          {"same_cause", problem.same_cause < 0 ? "" : framework.variables[problem.same_cause].id},
          {"residents", to_string(quadrant_at(felt, framework, problem))},
          {"keeper", own.keeper},
          {"advice", own.advice.empty() ? "" : say(own.advice)},
          {"finding", finding(diagnosis, run, problem, say)},
          {"flags", flags_to_string(run.flags(problem.row, run.card.column(leaf)))},
          {"basis", bases_words(own, say)}};
}

}  // namespace

Json problems_json(const Diagnosis& diagnosis, const Run& run, const Residents& felt,
                   Language say) {
  Json list = Json::array();
  for (const auto* problems : {&diagnosis.problems, &diagnosis.past})
    for (const Problem& problem : *problems)
      list.push_back(problem_json(diagnosis, run, felt, problem, say));
  return list;
}

}  // namespace tijian::report
