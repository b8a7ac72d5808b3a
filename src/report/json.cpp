#include "report/json.h"

#include <cmath>

#include "report/score_lines.h"

namespace tijian::report {
namespace {

Json to_json(const Citation& where) {
  Json json{{"file", where.file}};
  if (where.line > 0) json["line"] = where.line;
  if (where.column > 0) json["column"] = where.column;
  return json;
}

void add(Json& json, const char* key, double x) {
  if (!std::isnan(x)) json[key] = x;
}

void add(Json& json, const char* key, const std::string& text) {
  if (!text.empty()) json[key] = text;
}

void add_leaf(Json& json, const Scorecard& card, Eigen::Index row, const Indicator& indicator,
              int i) {
  if (card.value.size() > 0) add(json, "value", card.value(row, i));
  add(json, "unit", indicator.unit);
  if (card.verdict.size() > 0) add(json, "verdict", std::string(to_string(card.verdict(row, i))));
}

Json score_json(const Scorecard& card, Eigen::Index row, int column) {
  const int index = card.nodes[column];
  const Node& node = card.framework->nodes[index];
  Json json{{"place", card.rows.place_of(row)}};
  add(json, "period", to_string(card.rows.period[row]));
  json["node"] = node.id;
  json["level"] = level(*card.framework, index);
  add(json, "score", card.score(row, column));
  if (card.rank.size() > 0 && card.rank(row, column) > 0) json["rank"] = card.rank(row, column);
  add(json, "coverage", card.coverage_of(row, column));
  json["weight"] = card.weight[column];
  if (node.indicator >= 0)
    add_leaf(json, card, row, card.framework->indicators[node.indicator], node.indicator);
  if (card.flags.size() > 0) add(json, "flags", flags_to_string(card.flags(row, column)));
  return json;
}

}  // namespace

Json to_json(double x) { return std::isnan(x) ? Json() : Json(x); }

Json to_json(const std::vector<Diagnostic>& diagnostics, Language say) {
  Json all = Json::array();
  for (const Diagnostic& d : diagnostics) {
    Json json{{"code", d.code}, {"severity", d.severity == Severity::error ? "error" : "warning"}};
    json["where"] = to_json(d.where);
    json["message"] = say(d.message);
    add(json, "in", d.in);
    add(json, "expected", say(d.expected));
    add(json, "hint", say(d.hint));
    for (const Citation& also : d.also) json["also"].push_back(to_json(also));
    if (d.count > 1) json["count"] = d.count;
    all.push_back(std::move(json));
  }
  return all;
}

Json to_json(const Scorecard& card) {
  Json all = Json::array();
  for (Eigen::Index row = 0; row < card.rows.size(); ++row)
    for (int column = 0; column < static_cast<int>(card.nodes.size()); ++column)
      all.push_back(score_json(card, row, column));
  return all;
}

}  // namespace tijian::report
