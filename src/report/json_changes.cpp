#include "report/json_diagnosis_parts.h"

namespace tijian::report {

Json changes_json(const Diagnosis& diagnosis, Language say) {
  Json list = Json::array();
  for (const IndicatorChange& one : diagnosis.changes) {
    const Indicator& own = diagnosis.framework->indicators[one.indicator];
    list.push_back({{"place", diagnosis.rows.place_of(one.row)},
                    {"node", own.id},
                    {"title", say(own.title)},
                    {"unit", own.unit},
                    {"before_period", to_string(one.before_period)},
                    {"light_before", to_string(one.light_before)},
                    {"light", to_string(one.light)},
                    {"before", number(one.before)},
                    {"after", number(one.after)},
                    {"reference_before", number(one.reference_before)},
                    {"reference", number(one.reference)},
                    {"data", number(one.data)},
                    {"revision", number(one.revision)},
                    {"definition", number(one.definition)},
                    {"threshold", number(one.threshold)},
                    {"because", to_string(one.because)},
                    {"reason", say(title(one.because))}});
  }
  return list;
}

}  // namespace tijian::report
