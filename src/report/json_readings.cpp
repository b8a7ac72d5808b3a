#include "report/json_diagnosis_parts.h"

namespace tijian::report {
namespace {

void add_category(const Diagnosis& diagnosis, const Run& run, Index row, Index k,
                  JsonWriter& json) {
  const int node = diagnosis.nodes[static_cast<std::size_t>(k)];
  const int column = run.card.column(node), own = run.card.coverage_column[column];
  const CategoryReading& reading = diagnosis.categories(row, k);
  const Grade* grade = run.card.grade(row, column);
  json.key(diagnosis.framework->nodes[node].id).open('{');
  json.add("light", to_string(reading.light)).key("worst").open('[');
  for (const int j : reading.worst)
    if (j >= 0) json.add_text(diagnosis.framework->indicators[j].id);
  json.close(']').add("score", run.card.score(row, column));
  json.add("uncapped", run.card.uncapped_of(row, column));
  json.add("grade", grade ? grade->id : "").add("scored", run.card.scored(row, own));
  json.add("of", run.card.of(row, own)).add("coverage", run.card.coverage(row, own));
  json.add_count("rank", run.card.rank(row, column)).add("last_year", reading.last).close('}');
}

void add_aspects(const Reading& reading, JsonWriter& json) {
  json.key("aspects").open('{');
  for (std::size_t a = 0; a < reading.aspects.size(); ++a)
    json.add(to_string(static_cast<Aspect>(a)), to_string(reading.aspects[a]));
  json.close('}');
}

void add_reading(const Diagnosis& diagnosis, const Run& run, Index row, int j, JsonWriter& json) {
  const Reading& reading = diagnosis.indicators(row, j);
  const Judgement judgement = run.card.judgement(row, j);
  const int column = run.card.column(diagnosis.framework->node_of(j));
  json.key(diagnosis.framework->indicators[j].id).open('{');
  json.add("light", to_string(reading.light)).add("arrow", to_string(reading.arrow));
  add_aspects(reading, json);
  json.add("verdict", to_string(judgement.verdict)).add("value", run.card.value(row, j));
  json.add("unit", diagnosis.framework->indicators[j].unit).add("last_year", reading.last);
  json.add("last_period", to_string(reading.last_period)).add("progress", judgement.progress);
  json.add("expected", judgement.expected).add("first", reading.first);
  json.add("first_period", to_string(reading.first_period)).add("pace", reading.pace);
  json.add("needed", reading.needed).add("low", reading.low).add("high", reading.high);
  json.add("fragile", reading.fragile).add("peers_median", reading.median);
  json.add("lower_quartile", reading.quartile[0]).add("upper_quartile", reading.quartile[1]);
  json.add_count("rank", reading.rank).add_count("of", reading.of);
  json.add("score", run.card.score(row, column));
  json.add("flags", flags_to_string(run.flags(row, column))).close('}');
}

}  // namespace

void add_readings(const Diagnosis& diagnosis, const Run& run, Index row, JsonWriter& json) {
  json.open('{').add("place", diagnosis.rows.place_of(row)).key("categories").open('{');
  for (Index k = 0; k < std::ssize(diagnosis.nodes); ++k)
    add_category(diagnosis, run, row, k, json);
  json.close('}').key("indicators").open('{');
  for (int j = 0; j < static_cast<int>(diagnosis.framework->indicators.size()); ++j)
    add_reading(diagnosis, run, row, j, json);
  json.close('}').close('}');
}

}  // namespace tijian::report
