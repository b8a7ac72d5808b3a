#include "report/json_diagnosis_parts.h"
#include "report/score_lines.h"

namespace tijian::report {
namespace {

Json weak_point_json(const Diagnosis& diagnosis, const WeakPoints& points, const WeakPoint& one,
                     Language say) {
  const Rows& rows = diagnosis.rows;
  const Node& node = diagnosis.framework->nodes[one.node];
  return {{"place", rows.place_of(points.row)},
          {"node", node.id},
          {"title", say(node.title)},
          {"level", level(*diagnosis.framework, one.node)},
          {"points_lost", number(one.lost)},
          {"obstacle", number(one.obstacle)},
          {"best_place", points.best < 0 ? "" : rows.place_of(points.best)},
          {"to_best", number(one.to_best)},
          {"last_period", points.before < 0 ? "" : to_string(rows.period[points.before])},
          {"change", number(one.change)}};
}

}  // namespace

Json weak_points_json(const Diagnosis& diagnosis, Language say) {
  Json list = Json::array();
  for (const WeakPoints& points : diagnosis.weak)
    for (const WeakPoint& one : points.nodes)
      list.push_back(weak_point_json(diagnosis, points, one, say));
  return list;
}

}  // namespace tijian::report
