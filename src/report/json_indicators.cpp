#include "report/json_diagnosis_parts.h"
#include "report/score_lines.h"
#include "report/words.h"

namespace tijian::report {
namespace {

Json definition_json(const Framework& framework, int j, int year, Language say) {
  const Indicator& own = framework.indicators[j];
  const Standard* standard = own.standard_in(year);
  const auto limit = standard ? standard->limit(own.direction) : std::nullopt;
  const bool target = own.plan && own.plan->target;
  const Node* category = category_of(framework, framework.node_of(j));
  return {{"title", say(own.title)},
          {"category", category ? say(category->title) : ""},
          {"kind", own.kind},
          {"unit", own.unit},
          {"standard", number(limit.value_or(missing))},
          {"target", number(target ? own.plan->target->value : missing)},
          {"target_year", count_or_null(target ? own.plan->target->year.value_or(0) : 0)},
          {"formula", own.formula},
          {"green", number(own.light ? own.light->green : missing)},
          {"keeper", own.keeper},
          {"basis", bases_words(own, say)},
          {"note", own.note.empty() ? "" : say(own.note)}};
}

}  // namespace

Json indicators_json(const Diagnosis& diagnosis, Language say) {
  const Framework& framework = *diagnosis.framework;
  Json json = Json::object();
  for (std::size_t j = 0; j < framework.indicators.size(); ++j)
    json[framework.indicators[j].id] =
        definition_json(framework, static_cast<int>(j), diagnosis.period.year, say);
  return json;
}

Json categories_json(const Diagnosis& diagnosis, Language say) {
  Json json = Json::object();
  for (const int node : diagnosis.nodes) {
    const Node& own = diagnosis.framework->nodes[node];
    json[own.id] = {{"title", say(own.title)}, {"level", level(*diagnosis.framework, node)}};
  }
  return json;
}

}  // namespace tijian::report
