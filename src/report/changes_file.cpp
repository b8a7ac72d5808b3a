#include "report/csv_lines.h"
#include "report/diagnosis_parts.h"

namespace tijian::report {

std::string changes_csv(const Diagnosis& diagnosis, const Run& run, Language say) {
  CsvLines lines = CsvLines::for_people(
      {"place", "period", "node", "title", "unit", "before_period", "light_before", "light",
       "before", "after", "reference_before", "reference", "data", "revision", "definition",
       "threshold", "because", "reason"});
  for (const IndicatorChange& one : diagnosis.changes) {
    const Indicator& own = run.framework->indicators[one.indicator];
    lines.add(diagnosis.rows.place_of(one.row)).add(to_string(diagnosis.period));
    lines.add(own.id).add(say(own.title)).add(own.unit).add(to_string(one.before_period));
    lines.add(to_string(one.light_before)).add(to_string(one.light));
    lines.add(one.before).add(one.after).add(one.reference_before).add(one.reference);
    lines.add(one.data).add(one.revision).add(one.definition).add(one.threshold);
    lines.add(to_string(one.because)).add(say(title(one.because))).end();
  }
  return lines.text();
}

std::string definitions_csv(const Framework& framework, Language say) {
  CsvLines lines = CsvLines::for_people({"node", "title", "unit", "formula", "green"});
  for (const Indicator& own : framework.indicators) {
    lines.add(own.id).add(say(own.title)).add(own.unit).add(own.formula);
    lines.add(own.light ? own.light->green : missing).end();
  }
  return lines.text();
}

}  // namespace tijian::report
