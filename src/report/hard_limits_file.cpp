#include "report/csv_lines.h"
#include "report/diagnosis_parts.h"
#include "report/words.h"

namespace tijian::report {

std::string hard_limits_csv(const Diagnosis& diagnosis, const Run& run, Language say) {
  CsvLines lines = CsvLines::for_people({"place", "period", "node", "title", "unit", "value",
                                         "limit", "cap", "due", "verdict", "headroom", "last_year",
                                         "pace", "needed", "years", "keeper", "flags"});
  for (const HardLimit& one : diagnosis.limits) {
    const Indicator& own = run.framework->indicators[one.indicator];
    lines.add(diagnosis.rows.place_of(one.row)).add(to_string(diagnosis.period));
    lines.add(own.id).add(say(own.title)).add(own.unit).add(one.value).add(one.limit);
    lines.add(one.cap ? "most" : "least").add_count(one.due);
    lines.add(to_string(run.card.verdict(one.row, one.indicator)));
    lines.add(one.headroom).add(one.last).add(one.pace).add(one.needed).add(one.years);
    const int column = run.card.column(run.framework->node_of(one.indicator));
    lines.add(own.keeper).add(flags_to_string(run.flags(one.row, column))).end();
  }
  return lines.text();
}

}  // namespace tijian::report
