#include "report/json_residents.h"

#include "tijian/residents.h"

namespace tijian::report {
namespace {

Json reading_json(const Diagnosis& diagnosis, const FeltReading& reading) {
  const Framework& framework = *diagnosis.framework;
  const Indicator& survey = framework.indicators[reading.indicator];
  Json json{{"place", diagnosis.rows.place_of(reading.row)},
            {"node", framework.nodes[reading.node].id},
            {"survey", survey.id},
            {"value", number(reading.value)},
            {"unit", survey.unit},
            {"low", number(reading.low)},
            {"high", number(reading.high)},
            {"answers", number(reading.answers)},
            {"felt", to_string(reading.felt)},
            {"objective", to_string(reading.objective)},
            {"importance", number(reading.importance)}};
  if (reading.quadrant != Quadrant::unknown) json["quadrant"] = to_string(reading.quadrant);
  if (reading.priority != Priority::none) json["priority"] = to_string(reading.priority);
  return json;
}

}  // namespace

Json residents_json(const Diagnosis& diagnosis, const Run& run) {
  Json list = Json::array();
  for (const FeltReading& reading : residents(run, diagnosis).readings)
    list.push_back(reading_json(diagnosis, reading));
  return list;
}

}  // namespace tijian::report
