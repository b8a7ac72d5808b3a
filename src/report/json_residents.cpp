#include "report/json_diagnosis_parts.h"

namespace tijian::report {
namespace {

Json felt_json(const Diagnosis& diagnosis, const FeltReading& reading, Language say) {
  const Framework& framework = *diagnosis.framework;
  const Node& node = framework.nodes[reading.node];
  const Indicator& survey = framework.indicators[reading.indicator];
  return {{"place", diagnosis.rows.place_of(reading.row)},
          {"node", node.id},
          {"title", say(node.title)},
          {"survey", survey.id},
          {"value", number(reading.value)},
          {"unit", survey.unit},
          {"low", number(reading.low)},
          {"high", number(reading.high)},
          {"answers", number(reading.answers)},
          {"felt", to_string(reading.felt)},
          {"objective", to_string(reading.objective)},
          {"quadrant", to_string(reading.quadrant)},
          {"importance", number(reading.importance)},
          {"priority", to_string(reading.priority)}};
}

Json share_json(const Diagnosis& diagnosis, const Run& run, const ShareReading& share,
                Language say) {
  const Indicator& own = diagnosis.framework->indicators[share.indicator];
  const Reading& reading = diagnosis.indicators(share.row, share.indicator);
  return {{"place", diagnosis.rows.place_of(share.row)},
          {"node", own.id},
          {"title", say(own.title)},
          {"value", number(run.table.values(share.row, share.indicator))},
          {"unit", own.unit},
          {"low", number(share.low)},
          {"high", number(share.high)},
          {"answers", number(share.answers)},
          {"pooled", number(share.pooled)},
          {"peers", to_string(reading.aspects[static_cast<std::size_t>(Aspect::peers)])}};
}

}  // namespace

Json residents_json(const Residents& felt, const Diagnosis& diagnosis, Language say) {
  Json list = Json::array();
  for (const FeltReading& reading : felt.readings)
    list.push_back(felt_json(diagnosis, reading, say));
  return list;
}

Json shares_json(const Diagnosis& diagnosis, const Run& run, Language say) {
  Json list = Json::array();
  for (const ShareReading& share : diagnosis.shares)
    list.push_back(share_json(diagnosis, run, share, say));
  return list;
}

}  // namespace tijian::report
