#include "report/json_diagnosis_parts.h"
#include "report/score_lines.h"

namespace tijian::report {
namespace {

void add_weak_point(const Diagnosis& diagnosis, const WeakPoints& points, const WeakPoint& one,
                    Language say, JsonWriter& json) {
  const Rows& rows = diagnosis.rows;
  const Node& node = diagnosis.framework->nodes[one.node];
  json.open('{')
      .add("place", rows.place_of(points.row))
      .add("node", node.id)
      .add("title", say(node.title))
      .add("level", level(*diagnosis.framework, one.node))
      .add("points_lost", one.lost)
      .add("obstacle", one.obstacle)
      .add("best_place", points.best < 0 ? "" : rows.place_of(points.best))
      .add("to_best", one.to_best)
      .add("last_period", points.before < 0 ? "" : to_string(rows.period[points.before]))
      .add("change", one.change)
      .close('}');
}

}  // namespace

void add_weak_points(const Diagnosis& diagnosis, Language say, JsonWriter& json) {
  json.key("weak_points").open('[');
  for (const WeakPoints& points : diagnosis.weak)
    for (const WeakPoint& one : points.nodes) add_weak_point(diagnosis, points, one, say, json);
  json.close(']');
}

}  // namespace tijian::report
