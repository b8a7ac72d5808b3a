#include "report/json_diagnosis_parts.h"

namespace tijian::report {

void add_trends(const Diagnosis& diagnosis, JsonWriter& json) {
  json.key("trends").open('[');
  for (const TrendReading& trend : diagnosis.trends) {
    const Indicator& own = diagnosis.framework->indicators[trend.indicator];
    json.open('{')
        .add("place", diagnosis.rows.place_of(trend.row))
        .add("node", own.id)
        .add("unit", own.unit)
        .add("n", trend.n)
        .add("first", to_string(trend.first))
        .add("last", to_string(trend.last))
        .add("sen", trend.slope)
        .add("low", trend.low)
        .add("high", trend.high)
        .add("s", trend.s)
        .add("p", trend.p)
        .add("arrow", to_string(trend.arrow))
        .add("pace", trend.pace)
        .add("needed", trend.needed)
        .add("percentile", trend.percentile)
        .add("reached", trend.reached)
        .add("earliest", trend.earliest)
        .add("latest", trend.latest)
        .close('}');
  }
  json.close(']');
}

}  // namespace tijian::report
