#include "report/csv_lines.h"
#include "report/diagnosis_parts.h"
#include "report/score_lines.h"

namespace tijian::report {

std::string weak_points_csv(const Diagnosis& diagnosis, const Run& run, Language say) {
  const auto place = [&](Index row) {
    return row < 0 ? std::string() : diagnosis.rows.place_of(row);
  };
  const auto period = [&](Index row) {
    return row < 0 ? std::string() : to_string(diagnosis.rows.period[row]);
  };
  CsvLines lines =
      CsvLines::for_people({"place", "period", "node", "title", "level", "points_lost", "obstacle",
                            "best_place", "to_best", "last_period", "change"});
  for (const WeakPoints& points : diagnosis.weak)
    for (const WeakPoint& one : points.nodes) {
      const Node& node = run.framework->nodes[one.node];
      lines.add(place(points.row)).add(to_string(diagnosis.period)).add(node.id);
      lines.add(say(node.title))
          .add(level(*run.framework, one.node))
          .add(one.lost)
          .add(one.obstacle);
      lines.add(place(points.best)).add(one.to_best);
      lines.add(period(points.before)).add(one.change).end();
    }
  return lines.text();
}

}  // namespace tijian::report
