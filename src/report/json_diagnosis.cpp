#include "report/json_diagnosis_parts.h"
#include "report/json_peer_study.h"
#include "tijian/report/diagnosis.h"
#include "tijian/report/json.h"

namespace tijian::report {
namespace {

Json diagnosed_json(const Framework& framework, Language say) {
  return {{"id", framework.id}, {"version", framework.version}, {"title", say(framework.title)}};
}

std::string places_json(const Diagnosis& diagnosis, const Run& run) {
  JsonWriter json;
  json.open('[');
  for (Index row = 0; row < diagnosis.rows.size(); ++row)
    if (diagnosis.rows.period[row] == diagnosis.period) add_readings(diagnosis, run, row, json);
  return json.close(']').text();
}

}  // namespace

std::string to_json(const Diagnosis& diagnosis, const PeerStudy& peers, const Run& run,
                    Language say) {
  const Residents felt = residents(run, diagnosis);
  return JsonObject()
      .add("period", to_string(diagnosis.period))
      .add_json("framework", text_of(diagnosed_json(*run.framework, say)))
      .add_json("categories", text_of(categories_json(diagnosis, say)))
      .add_json("indicators", text_of(indicators_json(diagnosis, say)))
      .add_json("places", places_json(diagnosis, run))
      .add_json("trends", trends_json(diagnosis))
      .add_json("limits", text_of(hard_limits_json(diagnosis, run, say)))
      .add_json("weak_points", weak_points_json(diagnosis, say))
      .add_json("problems", problems_json(diagnosis, run, felt, say))
      .add_json("compared", diagnosis.compared ? "true" : "false")
      .add_json("changes", text_of(changes_json(diagnosis, say)))
      .add_json("residents", text_of(residents_json(felt, diagnosis, say)))
      .add_json("shares", text_of(shares_json(diagnosis, run, say)))
      .add_json("peer_study", text_of(peer_study_json(peers, run, say)))
      .text();
}

}  // namespace tijian::report
