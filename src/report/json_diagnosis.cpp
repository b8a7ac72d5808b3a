#include "base/output_file.h"
#include "report/json_diagnosis_parts.h"
#include "report/json_peer_study.h"
#include "tijian/report/diagnosis.h"

namespace tijian::report {
namespace {

Json diagnosed_json(const Framework& framework, Language say) {
  return {{"id", framework.id}, {"version", framework.version}, {"title", say(framework.title)}};
}

void add_places(const Diagnosis& diagnosis, const Run& run, JsonWriter& json) {
  json.key("places").open('[');
  for (Index row = 0; row < diagnosis.rows.size(); ++row)
    if (diagnosis.rows.period[row] == diagnosis.period) add_readings(diagnosis, run, row, json);
  json.close(']');
}

void write(const Diagnosis& diagnosis, const PeerStudy& peers, const Run& run, Language say,
           JsonWriter& json) {
  const Residents felt = residents(run, diagnosis);
  json.open('{').add("period", to_string(diagnosis.period));
  json.add_json("framework", text_of(diagnosed_json(*run.framework, say)));
  json.add_json("categories", text_of(categories_json(diagnosis, say)));
  json.add_json("indicators", text_of(indicators_json(diagnosis, say)));
  add_places(diagnosis, run, json);
  add_trends(diagnosis, json);
  json.add_json("limits", text_of(hard_limits_json(diagnosis, run, say)));
  add_weak_points(diagnosis, say, json);
  add_problems(diagnosis, run, felt, say, json);
  json.add("compared", diagnosis.compared);
  json.add_json("changes", text_of(changes_json(diagnosis, say)));
  json.add_json("residents", text_of(residents_json(felt, diagnosis, say)));
  json.add_json("shares", text_of(shares_json(diagnosis, run, say)));
  json.add_json("peer_study", text_of(peer_study_json(peers, run, say))).close('}');
  json.finish();
}

}  // namespace

std::string to_json(const Diagnosis& diagnosis, const PeerStudy& peers, const Run& run,
                    Language say) {
  JsonWriter json;
  write(diagnosis, peers, run, say, json);
  return json.text();
}

void write_json(const Diagnosis& diagnosis, const PeerStudy& peers, const Run& run, Language say,
                const std::string& path) {
  base::OutputFile file(path);
  JsonWriter json([&](std::string_view bytes) { file.write(bytes); });
  write(diagnosis, peers, run, say, json);
  file.write("\n");
  file.close();
}

}  // namespace tijian::report
