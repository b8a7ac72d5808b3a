#include "report/finding.h"
#include "report/json_diagnosis_parts.h"
#include "report/residents_file.h"
#include "report/score_lines.h"
#include "report/words.h"

namespace tijian::report {
namespace {

void add_problem(const Diagnosis& diagnosis, const Run& run, const Residents& felt,
                 const Problem& problem, Language say, JsonWriter& json) {
  const Framework& framework = *run.framework;
  const Indicator& own = framework.indicators[problem.indicator];
  const int leaf = framework.node_of(problem.indicator);
  const Node* category = category_of(framework, leaf);
  json.open('{')
      .add("id", problem.id)
      .add("place", diagnosis.rows.place_of(problem.row))
      .add("node", own.id)
      .add("title", say(own.title))
      .add("category", category ? say(category->title) : "")
      .add("aspect", to_string(problem.aspect))
      .add("kind", to_string(problem.kind))
      .add("severity", to_string(problem.severity))
      .add("value", problem.value)
      .add("unit", own.unit)
      .add("reference", problem.reference)
      .add("reference_kind", reference_kind(problem))
      .add("gap", problem.gap)
      .add("since", to_string(problem.since))
      .add("state", to_string(problem.state))
      .add("trend", to_string(diagnosis.indicators(problem.row, problem.indicator).arrow))
      .add("reach", reach_word(diagnosis, run, problem))
      .add("points_lost", problem.points_lost)
      .add("share_of_places", problem.share_of_places)
      .add("same_cause", problem.same_cause < 0 ? "" : framework.variables[problem.same_cause].id)
      .add("residents", to_string(quadrant_at(felt, framework, problem)))
      .add("keeper", own.keeper)
      .add("advice", own.advice.empty() ? "" : say(own.advice))
      .add("finding", finding(diagnosis, run, problem, say))
      .add("flags", flags_to_string(run.flags(problem.row, run.card.column(leaf))))
      .add("basis", bases_words(own, say))
      .add("note", own.note.empty() ? "" : say(own.note))
      .close('}');
}

}  // namespace

void add_problems(const Diagnosis& diagnosis, const Run& run, const Residents& felt, Language say,
                  JsonWriter& json) {
  json.key("problems").open('[');
  for (const auto* problems : {&diagnosis.problems, &diagnosis.past})
    for (const Problem& problem : *problems) add_problem(diagnosis, run, felt, problem, say, json);
  json.close(']');
}

}  // namespace tijian::report
