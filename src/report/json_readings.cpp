#include "report/json_diagnosis_parts.h"

namespace tijian::report {
namespace {

Json aspects_json(const Reading& reading) {
  Json json;
  for (std::size_t a = 0; a < reading.aspects.size(); ++a)
    json[std::string(to_string(static_cast<Aspect>(a)))] = to_string(reading.aspects[a]);
  return json;
}

Json category_json(const Diagnosis& diagnosis, const Run& run, Index row, Index k) {
  const int node = diagnosis.nodes[static_cast<std::size_t>(k)];
  const int column = run.card.column(node), own = run.card.coverage_column[column];
  const CategoryReading& reading = diagnosis.categories(row, k);
  const Grade* grade = run.card.grade(row, column);
  Json worst = Json::array();
  for (const int j : reading.worst)
    if (j >= 0) worst.push_back(diagnosis.framework->indicators[j].id);
  return {{"light", to_string(reading.light)},
          {"worst", worst},
          {"score", number(run.card.score(row, column))},
          {"uncapped", number(run.card.uncapped.empty() ? missing : run.card.uncapped(row, own))},
          {"grade", grade ? grade->id : ""},
          {"scored", run.card.scored(row, own)},
          {"of", run.card.of(row, own)},
          {"coverage", number(run.card.coverage(row, own))},
          {"rank", count_or_null(run.card.rank(row, column))},
          {"last_year", number(reading.last)}};
}

Json indicator_json(const Diagnosis& diagnosis, const Run& run, Index row, int j) {
  const Reading& reading = diagnosis.indicators(row, j);
  const Judgement judgement = run.card.judgement(row, j);
  const int column = run.card.column(diagnosis.framework->node_of(j));
  return {{"light", to_string(reading.light)},
          {"arrow", to_string(reading.arrow)},
          {"aspects", aspects_json(reading)},
          {"verdict", to_string(judgement.verdict)},
          {"value", number(run.card.value(row, j))},
          {"unit", diagnosis.framework->indicators[j].unit},
          {"last_year", number(reading.last)},
          {"last_period", to_string(reading.last_period)},
          {"progress", number(judgement.progress)},
          {"expected", number(judgement.expected)},
          {"first", number(reading.first)},
          {"first_period", to_string(reading.first_period)},
          {"pace", number(reading.pace)},
          {"needed", number(reading.needed)},
          {"low", number(reading.low)},
          {"high", number(reading.high)},
          {"fragile", reading.fragile},
          {"peers_median", number(reading.median)},
          {"lower_quartile", number(reading.quartile[0])},
          {"upper_quartile", number(reading.quartile[1])},
          {"rank", count_or_null(reading.rank)},
          {"of", count_or_null(reading.of)},
          {"score", number(run.card.score(row, column))},
          {"flags", flags_to_string(run.flags(row, column))}};
}

}  // namespace

Json readings_json(const Diagnosis& diagnosis, const Run& run, Index row) {
  const Framework& framework = *diagnosis.framework;
  Json json{{"place", diagnosis.rows.place_of(row)}};
  for (std::size_t k = 0; k < diagnosis.nodes.size(); ++k)
    json["categories"][framework.nodes[diagnosis.nodes[k]].id] =
        category_json(diagnosis, run, row, static_cast<Index>(k));
  json["indicators"] = Json::object();
  for (std::size_t j = 0; j < framework.indicators.size(); ++j)
    json["indicators"][framework.indicators[j].id] =
        indicator_json(diagnosis, run, row, static_cast<int>(j));
  return json;
}

}  // namespace tijian::report
