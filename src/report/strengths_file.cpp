#include "report/csv_lines.h"
#include "report/peer_study_parts.h"

namespace tijian::report {

std::string strengths_csv(const std::vector<Strength>& all, const Run& run) {
  CsvLines lines = CsvLines::for_people({"place", "period", "node", "kind", "value", "unit",
                                         "median", "lower_quartile", "upper_quartile", "best",
                                         "rank", "of", "gap_to_median", "gap_to_best"});
  const Rows& rows = run.table.rows;
  for (const Strength& one : all) {
    const Indicator& own = run.framework->indicators[one.indicator];
    lines.add(rows.place_of(one.row)).add(to_string(rows.period[one.row])).add(own.id);
    lines.add(one.weak ? "weakness" : "strength").add(one.value).add(own.unit).add(one.median);
    lines.add(one.quartile[0]).add(one.quartile[1]).add(one.best);
    lines.add_count(one.rank).add_count(one.of).add(one.gap_to_median).add(one.gap_to_best).end();
  }
  return lines.text();
}

}  // namespace tijian::report
