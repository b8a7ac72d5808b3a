#include "report/finding.h"
#include "report/json_residents.h"
#include "report/json_value.h"
#include "tijian/report/diagnosis.h"

/// JSON of a diagnosis.
namespace tijian::report {
namespace {

Json problem_json(const Diagnosis& diagnosis, const Run& run, const Problem& problem,
                  Language say) {
  const Indicator& own = run.framework->indicators[problem.indicator];
  Json json{{"id", problem.id},
            {"place", diagnosis.rows.place_of(problem.row)},
            {"node", own.id},
            {"title", say(own.title)},
            {"aspect", to_string(problem.aspect)},
            {"kind", to_string(problem.kind)},
            {"severity", to_string(problem.severity)},
            {"value", number(problem.value)},
            {"unit", own.unit},
            {"reference", number(problem.reference)},
            {"reference_kind", reference_kind(problem)},
            {"gap", number(problem.gap)},
            {"since", to_string(problem.since)},
            {"points_lost", number(problem.points_lost)},
            {"share_of_places", number(problem.share_of_places)},
            {"finding", finding(diagnosis, run, problem, say)}};
  if (problem.state != ProblemState::none) json["state"] = to_string(problem.state);
  if (!own.keeper.empty()) json["keeper"] = own.keeper;
  if (!own.advice.empty()) json["advice"] = say(own.advice);
  return json;
}

Json lights_json(const Diagnosis& diagnosis, Index row) {
  const Framework& framework = *diagnosis.framework;
  Json json{{"place", diagnosis.rows.place_of(row)}};
  for (std::size_t k = 0; k < diagnosis.nodes.size(); ++k)
    json["categories"][framework.nodes[diagnosis.nodes[k]].id] =
        to_string(diagnosis.categories(row, static_cast<Index>(k)).light);
  for (Index j = 0; j < diagnosis.indicators.cols(); ++j) {
    const Reading& reading = diagnosis.indicators(row, j);
    Json one{{"light", to_string(reading.light)}, {"arrow", to_string(reading.arrow)}};
    for (int a = 0; a < aspect_count; ++a)
      one["aspects"][std::string(to_string(static_cast<Aspect>(a)))] =
          to_string(reading.aspects[static_cast<std::size_t>(a)]);
    json["indicators"][framework.indicators[j].id] = std::move(one);
  }
  return json;
}

}  // namespace

std::string to_json(const Diagnosis& diagnosis, const Run& run, Language say) {
  Json json{{"period", to_string(diagnosis.period)},
            {"places", Json::array()},
            {"problems", Json::array()}};
  for (Index row = 0; row < diagnosis.rows.size(); ++row)
    if (diagnosis.rows.period[row] == diagnosis.period)
      json["places"].push_back(lights_json(diagnosis, row));
  for (const auto* list : {&diagnosis.problems, &diagnosis.past})
    for (const Problem& problem : *list)
      json["problems"].push_back(problem_json(diagnosis, run, problem, say));
  json["residents"] = residents_json(diagnosis, run);
  return text_of(json);
}

}  // namespace tijian::report
