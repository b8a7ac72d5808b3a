#include "report/csv_lines.h"
#include "report/peer_study_parts.h"

namespace tijian::report {

std::string statistical_neighbours_csv(const StatisticalNeighbours& all, const Run& run) {
  CsvLines lines = CsvLines::for_people({"period", "place", "neighbour", "order", "distance",
                                         "feature_1", "difference_1", "feature_2", "difference_2",
                                         "feature_3", "difference_3"});
  const std::vector<std::string>& context = run.framework->diagnosis.context;
  const Rows& rows = run.table.rows;
  for (const StatisticalNeighbour& one : all.pairs) {
    lines.add(to_string(all.period)).add(rows.place_of(one.row));
    lines.add(rows.place_of(one.neighbour)).add_count(one.order).add(one.distance);
    for (const Feature& feature : one.features)
      lines.add(feature.context < 0 ? "" : context[feature.context]).add(feature.difference);
    lines.end();
  }
  return lines.text();
}

}  // namespace tijian::report
