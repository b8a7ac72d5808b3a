#include "report/json_diagnosis_parts.h"
#include "report/json_peer_study.h"
#include "tijian/report/diagnosis.h"

namespace tijian::report {
namespace {

Json diagnosed_json(const Framework& framework, Language say) {
  return {{"id", framework.id}, {"version", framework.version}, {"title", say(framework.title)}};
}

Json places_json(const Diagnosis& diagnosis, const Run& run) {
  Json list = Json::array();
  for (Index row = 0; row < diagnosis.rows.size(); ++row)
    if (diagnosis.rows.period[row] == diagnosis.period)
      list.push_back(readings_json(diagnosis, run, row));
  return list;
}

}  // namespace

std::string to_json(const Diagnosis& diagnosis, const PeerStudy& peers, const Run& run,
                    Language say) {
  const Residents felt = residents(run, diagnosis);
  return text_of({{"period", to_string(diagnosis.period)},
                  {"framework", diagnosed_json(*run.framework, say)},
                  {"categories", categories_json(diagnosis, say)},
                  {"indicators", indicators_json(diagnosis, say)},
                  {"places", places_json(diagnosis, run)},
                  {"trends", trends_json(diagnosis)},
                  {"limits", hard_limits_json(diagnosis, run, say)},
                  {"weak_points", weak_points_json(diagnosis, say)},
                  {"problems", problems_json(diagnosis, run, felt, say)},
                  {"compared", diagnosis.compared},
                  {"changes", changes_json(diagnosis, say)},
                  {"residents", residents_json(felt, diagnosis, say)},
                  {"shares", shares_json(diagnosis, run, say)},
                  {"peer_study", peer_study_json(peers, run, say)}});
}

}  // namespace tijian::report
