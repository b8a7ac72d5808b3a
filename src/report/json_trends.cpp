#include "report/json_diagnosis_parts.h"

namespace tijian::report {

Json trends_json(const Diagnosis& diagnosis) {
  Json list = Json::array();
  for (const TrendReading& trend : diagnosis.trends) {
    const Indicator& own = diagnosis.framework->indicators[trend.indicator];
    list.push_back({{"place", diagnosis.rows.place_of(trend.row)},
                    {"node", own.id},
                    {"unit", own.unit},
                    {"n", trend.n},
                    {"first", to_string(trend.first)},
                    {"last", to_string(trend.last)},
                    {"sen", number(trend.slope)},
                    {"low", number(trend.low)},
                    {"high", number(trend.high)},
                    {"s", number(trend.s)},
                    {"p", number(trend.p)},
                    {"arrow", to_string(trend.arrow)},
                    {"pace", number(trend.pace)},
                    {"needed", number(trend.needed)},
                    {"percentile", number(trend.percentile)},
                    {"reached", number(trend.reached)},
                    {"earliest", number(trend.earliest)},
                    {"latest", number(trend.latest)}});
  }
  return list;
}

}  // namespace tijian::report
