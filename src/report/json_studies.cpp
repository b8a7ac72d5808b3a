#include "report/json_value.h"
#include "report/study_words.h"
#include "tijian/report/apportionment.h"
#include "tijian/report/audit.h"
#include "tijian/report/comparison.h"
#include "tijian/report/prescription.h"
#include "tijian/report/robustness.h"

/// JSON of audits, comparisons, studies of robustness, totals shared out and prescriptions.
namespace tijian::report {
namespace {

const std::string& id_of(const Audit& audit, int node) { return audit.framework->nodes[node].id; }

Json numbers(std::span<const double> values) {
  Json all = Json::array();
  for (const double x : values) all.push_back(number(x));
  return all;
}

Json statistics_json(const Audit& audit, std::size_t j) {
  const IndicatorStatistics& own = audit.indicators[j];
  return {{"indicator", audit.framework->indicators[j].id},
          {"rows", own.rows},
          {"present", own.present},
          {"nonzero", own.nonzero},
          {"distinct", own.distinct},
          {"min", number(own.min)},
          {"max", number(own.max)},
          {"mean", number(own.mean)},
          {"median", number(own.median)},
          {"sd", number(own.sd)},
          {"skewness", number(own.skewness)},
          {"kurtosis", number(own.kurtosis)},
          {"share_missing", number(own.share_missing)},
          {"share_equal", number(own.share_equal)}};
}

Json move_json(const Move& move, Language say) {
  Json json{{"place", move.place}};
  if (move.period_before != Period{}) json["period_before"] = to_string(move.period_before);
  if (move.period_after != Period{}) json["period_after"] = to_string(move.period_after);
  json["before"] = number(move.before);
  json["after"] = number(move.after);
  json["change"] = number(move.change());
  if (move.rank_before > 0) json["rank_before"] = move.rank_before;
  if (move.rank_after > 0) json["rank_after"] = move.rank_after;
  json["coverage_before"] = number(move.coverage_before.values);
  json["coverage_after"] = number(move.coverage_after.values);
  json["contributions"] = Json::array();
  for (const Contribution& c : move.contributions) {
    Json one{{"node", c.node},     {"title", say(c.title)},      {"cause", to_string(c.cause)},
             {"amount", c.amount}, {"before", number(c.before)}, {"after", number(c.after)}};
    if (!c.unit.empty()) one["unit"] = c.unit;
    json["contributions"].push_back(std::move(one));
  }
  for (const CategoryMove& c : move.categories)
    json["categories"].push_back({{"node", c.node},
                                  {"title", say(c.title)},
                                  {"before", number(c.before)},
                                  {"after", number(c.after)},
                                  {"contribution", c.contribution}});
  return json;
}

Json json_of(const Distribution& d) {
  return {{"nominal", number(d.nominal)},
          {"mean", number(d.mean)},
          {"5", number(d.low)},
          {"50", number(d.median)},
          {"95", number(d.high)}};
}

Json json_of(const Estimate& e) {
  return {{"value", number(e.value)}, {"2.5", number(e.low)}, {"97.5", number(e.high)}};
}

Json json_of(const Robustness& study, const std::vector<Neighbour>& side) {
  Json all = Json::array();
  for (const Neighbour& neighbour : side)
    all.push_back(
        {{"place", study.rows.place_of(neighbour.row)}, {"probability", neighbour.probability}});
  return all;
}

Json place_json(const Robustness& study, Eigen::Index row) {
  Json json{{"place", study.rows.place_of(row)}};
  if (const std::string when = to_string(study.rows.period[row]); !when.empty())
    json["period"] = when;
  return json;
}

Json row_json(const Robustness& study, Eigen::Index row) {
  const RowRobustness& own = study.by_row[row];
  Json json = place_json(study, row);
  json["score"] = json_of(own.score);
  json["rank"] = json_of(own.rank);
  json["rank_shift"] = number(own.rank_shift);
  json["top"] = number(own.top);
  const Node& node = study.framework->nodes[study.node];
  for (std::size_t k = 0; k < own.grades.size(); ++k)
    json["grades"][node.grades[k].id] = own.grades[k];
  if (!own.grades.empty()) json["no_grade"] = own.no_grade;
  json["above"] = json_of(study, own.above);
  json["below"] = json_of(study, own.below);
  return json;
}

Json sensitivity_json(const Robustness& study, const Sensitivity& result) {
  Json json = result.row < 0 ? Json::object() : place_json(study, result.row);
  json["of"] = name_of(result.of);
  json["variance"] = number(result.variance);
  for (const SobolIndex& index : result.factors)
    json["factors"][index.factor] = {{"first", json_of(index.first)},
                                     {"total", json_of(index.total)}};
  return json;
}

Json steps_json(const Run& run, const std::vector<PrescribedStep>& steps) {
  Json all = Json::array();
  for (const PrescribedStep& step : steps) {
    const Indicator& own = run.framework->indicators[step.indicator];
    all.push_back({{"node", own.id},
                   {"from", step.from},
                   {"to", step.to},
                   {"unit", own.unit},
                   {"gain", step.gain},
                   {"cost", step.cost},
                   {"keeper", own.keeper}});
  }
  return all;
}

}  // namespace

Json json_of(const Value& value) {
  if (const auto* list = std::get_if<ValueList>(&value.data)) {
    Json all = Json::array();
    for (const Value& one : *list) all.push_back(json_of(one));
    return all;
  }
  if (const auto* map = std::get_if<ValueMap>(&value.data)) {
    Json all = Json::object();
    for (const auto& [key, one] : *map) all[key] = json_of(one);
    return all;
  }
  if (const double* x = value.number()) return number(*x);
  if (const auto* flag = std::get_if<bool>(&value.data)) return *flag;
  return std::get<std::string>(value.data);
}

std::string to_json(const Audit& audit, std::uint16_t data_flags) {
  Json json{{"data_flags", flags_to_string(data_flags)}, {"flags", Json::array()}};
  for (const AuditFlag& flag : audit.flags)
    json["flags"].push_back({{"flag", name_of(flag.kind)},
                             {"node", id_of(audit, flag.node)},
                             {"other", id_of(audit, flag.other)},
                             {"r", number(flag.r)},
                             {"rows", flag.rows}});
  json["scarce"] = audit.scarce;
  for (const CategoryStructure& own : audit.categories)
    json["categories"].push_back({{"category", id_of(audit, own.node)},
                                  {"alpha", number(own.alpha)},
                                  {"no_alpha", name_of(own.no_alpha)},
                                  {"rows", own.rows},
                                  {"eigenvalues", numbers(own.eigenvalues)},
                                  {"loadings", numbers(own.loadings)}});
  for (const Influence& own : audit.influence)
    json["influence"].push_back({{"node", id_of(audit, own.node)},
                                 {"weight", number(own.stated)},
                                 {"influence", number(own.actual)},
                                 {"r_parent", number(own.with_parent)},
                                 {"r_index", number(own.with_index)}});
  for (std::size_t j = 0; j < audit.indicators.size(); ++j)
    json["indicators"].push_back(statistics_json(audit, j));
  for (Eigen::Index node = 0; node < audit.correlation.rows(); ++node)
    json["correlations"][id_of(audit, static_cast<int>(node))] =
        numbers(audit.correlation.column(node));
  return text_of(json);
}

std::string to_json(const Comparison& comparison, std::uint16_t data_flags, Language say) {
  Json json{{"data_flags", flags_to_string(data_flags)}, {"moves", Json::array()}};
  for (const Move& move : comparison.moves) json["moves"].push_back(move_json(move, say));
  json["indicators_before_only"] = comparison.indicators_before_only;
  json["indicators_after_only"] = comparison.indicators_after_only;
  json["places_before_only"] = comparison.places_before_only;
  json["places_after_only"] = comparison.places_after_only;
  return text_of(json);
}

std::string to_json(const Robustness& study, std::uint16_t data_flags, Language say) {
  Json json{{"node", study.framework->nodes[study.node].id},
            {"data_flags", flags_to_string(data_flags)},
            {"runs", study.runs}};
  for (std::size_t k = 0; k < study.factors.size(); ++k)
    json["varied"][study.factors[k]] = say(study.variations[k]);
  json["failed"] = Json::array();
  for (const FailedRuns& failed : study.failed)
    json["failed"].push_back({{"reason", say(failed.reason)}, {"count", failed.count}});
  json["rank_shift"] = json_of(study.rank_shift);
  json["top"] = study.top;
  json["places"] = Json::array();
  for (Eigen::Index row = 0; row < study.rows.size(); ++row)
    json["places"].push_back(row_json(study, row));
  for (const Sensitivity& result : study.sensitivity)
    json["sensitivity"].push_back(sensitivity_json(study, result));
  for (const Removal& removal : study.removal)
    json["removal"].push_back({{"without", study.framework->nodes[removal.node].id},
                               {"rank_shift", number(removal.rank_shift)}});
  return text_of(json);
}

std::string to_json(const Framework& framework, const Claimants& who, const Apportionment& result,
                    std::uint16_t data_flags) {
  Json json{{"node", framework.nodes[who.node].id}};
  if (who.period != Period{}) json["period"] = to_string(who.period);
  json["data_flags"] = flags_to_string(data_flags);
  json["total"] = result.total;
  if (result.unit) json["unit"] = *result.unit;
  json["lambda"] = result.lambda;
  json["shares"] = Json::array();
  for (std::size_t i = 0; i < result.shares.size(); ++i) {
    const Claim& claim = who.claims[i];
    Json one{{"place", claim.place},
             {"score", claim.score},
             {"low", claim.low},
             {"share", result.shares[i].amount},
             {"high", std::isinf(claim.high) ? Json() : Json(claim.high)}};
    if (result.shares[i].at != Share::At::between) one["at"] = name_of(result.shares[i].at);
    json["shares"].push_back(std::move(one));
  }
  json["left_out"] = Json::array();
  for (const Claimants::LeftOut& one : who.left_out)
    json["left_out"].push_back({{"place", one.place}, {"why", name_of(one.why)}});
  return text_of(json);
}

std::string to_json(const Run& run, const Prescription& found, std::uint16_t data_flags) {
  Json json{{"node", run.framework->nodes[found.node].id},
            {"place", run.table.rows.place_of(found.row)}};
  const Period& period = run.table.rows.period[found.row];
  if (period != Period{}) json["period"] = to_string(period);
  json["data_flags"] = flags_to_string(data_flags);
  json["before"] = number(found.before);
  json["goal"] = number(found.goal);
  json["after"] = number(found.after);
  json["reached"] = found.reached;
  json["optimal"] = found.optimal;
  json["cost"] = found.cost;
  json["steps"] = steps_json(run, found.steps);
  json["breaches"] = Json::array();
  for (const int j : found.breaches) json["breaches"].push_back(run.framework->indicators[j].id);
  json["second"] = nullptr;
  if (found.second)
    json["second"] = {{"steps", steps_json(run, found.second->steps)},
                      {"after", found.second->after},
                      {"cost", found.second->cost},
                      {"optimal", found.second->optimal}};
  json["robust"] = number(found.robust);
  json["not_moved"] = Json::array();
  for (const Prescription::NotMoved& one : found.not_moved)
    json["not_moved"].push_back(
        {{"node", run.framework->indicators[one.indicator].id}, {"why", name_of(one.why)}});
  return text_of(json);
}

}  // namespace tijian::report
