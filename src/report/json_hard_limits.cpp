#include "report/json_diagnosis_parts.h"

namespace tijian::report {

Json hard_limits_json(const Diagnosis& diagnosis, const Run& run, Language say) {
  Json list = Json::array();
  for (const HardLimit& one : diagnosis.limits) {
    const Indicator& own = run.framework->indicators[one.indicator];
    const int column = run.card.column(run.framework->node_of(one.indicator));
    list.push_back({{"place", diagnosis.rows.place_of(one.row)},
                    {"node", own.id},
                    {"title", say(own.title)},
                    {"unit", own.unit},
                    {"value", number(one.value)},
                    {"limit", number(one.limit)},
                    {"cap", one.cap ? "most" : "least"},
                    {"due", count_or_null(one.due)},
                    {"verdict", to_string(run.card.verdict(one.row, one.indicator))},
                    {"headroom", number(one.headroom)},
                    {"last_year", number(one.last)},
                    {"pace", number(one.pace)},
                    {"needed", number(one.needed)},
                    {"years", number(one.years)},
                    {"keeper", own.keeper},
                    {"flags", flags_to_string(run.flags(one.row, column))}});
  }
  return list;
}

}  // namespace tijian::report
