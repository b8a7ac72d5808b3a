#include "report/json_peer_study.h"

namespace tijian::report {
namespace {

class PeerStudyJson {
 public:
  PeerStudyJson(const PeerStudy& study, const Run& run, Language say)
      : study_(study), run_(run), say_(say) {}

  Json make() const {
    Json json{{"coordination", Json::array()},
              {"inequality", Json::array()},
              {"strengths", Json::array()},
              {"statistical_neighbours", Json::array()}};
    for (const Coordination& one : study_.balance.rows) json["coordination"].push_back(of(one));
    for (const Inequality& one : study_.balance.nodes) json["inequality"].push_back(of(one));
    for (const Strength& one : study_.strengths) json["strengths"].push_back(of(one));
    for (const StatisticalNeighbour& one : study_.like.pairs)
      json["statistical_neighbours"].push_back(of(one));
    if (study_.space) json["spatial"] = of(*study_.space);
    return json;
  }

 private:
  const std::string& place(Index row) const { return run_.table.rows.place_of(row); }
  const std::string& node(int node) const { return run_.framework->nodes[node].id; }
  std::string grade(int grade) const { return grade < 0 ? "" : say_(coordination_title(grade)); }

  Json of(const Coordination& one) const {
    return {{"group", study_.balance.groups[one.group]},
            {"place", place(one.row)},
            {"n", one.categories},
            {"development", number(one.development)},
            {"coupling", number(one.coupling)},
            {"coordination", number(one.coordination)},
            {"grade", grade(one.grade)},
            {"coupling_modified", number(one.coupling_modified)},
            {"coordination_modified", number(one.coordination_modified)},
            {"grade_modified", grade(one.grade_modified)},
            {"note", to_string(one.why)}};
  }

  Json of(const Inequality& one) const {
    Json json{{"group", study_.balance.groups[one.group]},
              {"node", node(one.node)},
              {"n", one.places},
              {"gini", number(one.gini)},
              {"variation", number(one.variation)},
              {"theil", number(one.theil)},
              {"note", to_string(one.why)},
              {"note_variation", to_string(one.why_variation)},
              {"theil_between", Json::object()}};
    for (const TheilBetween& between : one.between)
      json["theil_between"][between.attribute] = {{"n", between.places},
                                                  {"value", number(between.share)},
                                                  {"note", to_string(between.why)}};
    return json;
  }

  Json of(const Strength& one) const {
    const Indicator& own = run_.framework->indicators[one.indicator];
    return {{"place", place(one.row)},
            {"node", own.id},
            {"kind", one.weak ? "weakness" : "strength"},
            {"value", number(one.value)},
            {"unit", own.unit},
            {"median", number(one.median)},
            {"lower_quartile", number(one.quartile[0])},
            {"upper_quartile", number(one.quartile[1])},
            {"best", number(one.best)},
            {"rank", count_or_null(one.rank)},
            {"of", count_or_null(one.of)},
            {"gap_to_median", number(one.gap_to_median)},
            {"gap_to_best", number(one.gap_to_best)}};
  }

  Json of(const StatisticalNeighbour& one) const {
    Json json{{"place", place(one.row)},
              {"neighbour", place(one.neighbour)},
              {"order", one.order},
              {"distance", number(one.distance)},
              {"features", Json::array()}};
    for (const Feature& feature : one.features)
      if (feature.context >= 0)
        json["features"].push_back({{"feature", run_.framework->diagnosis.context[feature.context]},
                                    {"difference", number(feature.difference)}});
    return json;
  }

  Json of(const SpatialPattern& pattern) const {
    Json json{{"nodes", Json::array()}, {"places", Json::array()}};
    for (const GlobalPattern& one : pattern.global)
      json["nodes"].push_back({{"group", pattern.groups[one.group]},
                               {"node", node(one.node)},
                               {"n", one.places},
                               {"islands", one.islands},
                               {"moran", number(one.i)},
                               {"expected", number(one.expected)},
                               {"variance", number(one.variance)},
                               {"z", number(one.z)},
                               {"p", number(one.p)}});
    for (const LocalPattern& one : pattern.local)
      json["places"].push_back({{"group", pattern.groups[pattern.global[one.pattern].group]},
                                {"node", node(pattern.global[one.pattern].node)},
                                {"place", place(one.row)},
                                {"neighbours", one.neighbours},
                                {"local_moran", number(one.i)},
                                {"expected", number(one.expected)},
                                {"z", number(one.z)},
                                {"p", number(one.p)},
                                {"q", number(one.q)},
                                {"cluster", to_string(one.cluster)},
                                {"getis_ord", number(one.getis_z)},
                                {"getis_p", number(one.getis_p)},
                                {"getis_q", number(one.getis_q)},
                                {"getis_cluster", to_string(one.getis_cluster)}});
    return json;
  }

  const PeerStudy& study_;
  const Run& run_;
  Language say_;
};

}  // namespace

Json peer_study_json(const PeerStudy& study, const Run& run, Language say) {
  return PeerStudyJson(study, run, say).make();
}

}  // namespace tijian::report
