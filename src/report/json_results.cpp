#include <cmath>

#include "report/check_extent.h"
#include "report/json_value.h"
#include "report/method_families.h"
#include "report/score_lines.h"
#include "report/score_words.h"
#include "report/words.h"
#include "tijian/report/data_flags.h"
#include "tijian/report/explanation.h"
#include "tijian/report/json.h"
#include "tijian/report/methods.h"
#include "tijian/report/scores.h"
#include "tijian/report/summary.h"

/// JSON of frameworks, scores, explanations and messages.
namespace tijian::report {
namespace {

Json place_json(const Citation& where) {
  Json json{{"file", where.file}};
  if (!where.sheet.empty()) json["sheet"] = where.sheet;
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
  add(json, "keeper", indicator.keeper);
  if (card.verdict.size() > 0) add(json, "verdict", std::string(to_string(card.verdict(row, i))));
}

void add_category(Json& json, const Scorecard& card, Eigen::Index row, int covered) {
  if (card.scored.size() > 0) {
    json["scored"] = card.scored(row, covered);
    json["of"] = card.of(row, covered);
  }
  if (card.uncapped.size() > 0) add(json, "uncapped", card.uncapped(row, covered));
}

Json score_json(const Scorecard& card, Eigen::Index row, int column, Language titles) {
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
  if (const Grade* grade = card.grade(row, column)) json["grade"] = grade->id;
  if (card.coverage_column[column] >= 0)
    add_category(json, card, row, card.coverage_column[column]);
  add(json, "title", titles(node.title));
  if (const Node* category = category_of(*card.framework, index))
    add(json, "category", titles(category->title));
  return json;
}

Json node_json(const Explanation&, const Run&, Language);

void add_source(Json& json, const Run& run, int number) {
  if (number < 0) return;
  const Source& source = run.data.sources[number];
  json["source"] = source.text;
  if (!source.confidence.empty()) json["confidence"] = source.confidence;
  if (source.synthetic) json["synthetic"] = true;
}

/// What made the value: the data gave none.
void add_rollup(Json& json, const Rollup& rollup, int parts) {
  json["rollup"] = rollup.by == Rollup::By::sum ? "sum" : "mean";
  if (!rollup.weights.empty()) json["rollup_weights"] = rollup.weights;
  json["places_below"] = parts;
}

Json inputs_json(const Explanation& e, const Run& run) {
  Json all = Json::array();
  for (const Input& input : e.inputs) {
    const Variable& variable = run.framework->variables[input.variable];
    Json json{{"variable", variable.id}, {"value", number(input.value)}, {"unit", variable.unit}};
    if (input.parts > 0) add_rollup(json, variable.rollup, input.parts);
    if (input.parts == Dataset::by_formula) json["formula"] = variable.formula;
    add_source(json, run, input.source);
    all.push_back(std::move(json));
  }
  return all;
}

void add_judgement(Json& json, const Indicator& indicator, const Judgement& judgement) {
  json["verdict"] = to_string(judgement.verdict);
  if (!std::isnan(judgement.limit)) {
    json["limit"] = judgement.limit;
    json["limit_by"] = judgement.by == Judgement::By::standard ? "standard" : "target";
    json["gap"] = judgement.gap;
    if (limit_uncited(indicator, judgement)) json["limit_uncited"] = true;
  }
  if (judgement.limit_year != 0) json["limit_year"] = judgement.limit_year;
  if (!std::isnan(judgement.progress)) json["progress"] = judgement.progress;
  if (!std::isnan(judgement.expected)) json["expected"] = judgement.expected;
}

Json basis_json(const Basis& basis) {
  Json json{{"source", basis.source}};
  if (!basis.item.empty()) json["item"] = basis.item;
  if (!basis.url.empty()) json["url"] = basis.url;
  json["confidence"] = basis.confidence;
  if (!basis.of.empty()) json["of"] = basis.of;
  return json;
}

void add_indicator(Json& json, const Explanation& e, const Run& run, const Indicator& indicator,
                   Language say) {
  json["value"] = number(e.value);
  json["unit"] = indicator.unit;
  if (!(e.flags & (flag_imputed | flag_not_applicable)))
    add_judgement(json, indicator, e.judgement);
  json["formula"] = indicator.formula;
  const std::string how =
      arithmetic_words(e.how, e.scaled(), indicator.uncited("score") ? uncited_mark : "", say);
  if (!how.empty()) json["how"] = how;
  if (!how.empty() && e.adjusted != Adjustment::none) json["worked_out"] = e.worked_out;
  if (!e.normaliser.empty()) json["normaliser"] = e.normaliser;
  if (e.direct) add_source(json, run, e.source);
  if (!e.direct) json["inputs"] = inputs_json(e, run);
  for (const Basis& basis : indicator.basis) json["basis"].push_back(basis_json(basis));
  if (!indicator.note.empty()) json["note"] = say(indicator.note);
}

void add_children(Json& json, const Explanation& e, const Run& run, Language say) {
  json["mean"] = e.aggregator;
  if (!e.parameters.empty()) json["parameters"] = json_of(Value{e.parameters});
  if (!e.normaliser.empty()) json["normaliser"] = e.normaliser;
  if (e.adds_up || !std::isnan(e.worked_out))
    json[e.adds_up ? "sum" : "mean_score"] = number(e.worked_out);
  json["share_of_children"] = e.share;
  json["scored"] = e.scored;
  json["of"] = e.of_indicators;
  add(json, "uncapped", e.uncapped);
  json["children"] = Json::array();
  for (const Explanation& child : e.children)
    json["children"].push_back(node_json(child, run, say));
}

Json node_json(const Explanation& e, const Run& run, Language say) {
  const Node& node = e.of(run);
  Json json{{"node", node.id}, {"title", say(node.title)}, {"score", number(e.score)}};
  if (const Grade* grade = grade_of(run, e)) json["grade"] = grade->id;
  json["coverage"] = number(e.coverage);
  if (e.rank > 0) json["rank"] = e.rank;
  if (e.absence != Absence::none) json["absence"] = to_string(e.absence);
  if (e.counted != e.score && !std::isnan(e.score)) json["counted"] = e.counted;
  if (e.weight > 0 || !std::isnan(e.contribution)) json["weight"] = e.weight;
  if (!std::isnan(e.contribution)) json["contribution"] = e.contribution;
  if (e.flags != 0) json["flags"] = flags_to_string(e.flags);
  if (node.indicator >= 0)
    add_indicator(json, e, run, run.framework->indicators[node.indicator], say);
  else
    add_children(json, e, run, say);
  return json;
}

Json entry_json(const MethodEntry& entry, Language say) {
  Json json{{"name", entry.name}, {"title", say(entry.title)}, {"formula", entry.formula}};
  json["parameters"] = Json::array();
  for (const Parameter& p : entry.parameters)
    json["parameters"].push_back({{"name", p.name},
                                  {"kind", kind_words(p, say)},
                                  {"default", p.fallback},
                                  {"required", p.required()},
                                  {"about", say(p.about)}});
  json["literature"] = entry.literature;
  json["misleads"] = say(entry.misleads);
  return json;
}

/// The keys beside the methods' parameters, and an example.
Json keys_json(const MethodFamily& family, Language say) {
  Json keys = Json::array();
  for (const MethodKey& key : family.keys)
    keys.push_back({{"name", key.name},
                    {"kind", say(key.value)},
                    {"default", say(key.fallback)},
                    {"about", say(key.about)}});
  return {{"title", say(family.title)},
          {"about", say(family.about)},
          {"keys", keys},
          {"example", family.example}};
}

/// One level further in.
std::string indented(const std::string& json) {
  std::string out;
  for (const char c : json) {
    out += c;
    if (c == '\n') out += ' ';
  }
  return out;
}

}  // namespace

Json number(double x) { return std::isnan(x) ? Json() : Json(x); }

Json count_or_null(int n) { return n > 0 ? Json(n) : Json(); }

std::string text_of(const Json& json) {
  return json.dump(1, ' ', false, Json::error_handler_t::replace);
}

JsonObject& JsonObject::add(std::string_view key, std::string_view text) {
  return add_json(key, text_of(text));
}

JsonObject& JsonObject::add(std::string_view key, const std::vector<std::string>& texts) {
  return add_json(key, text_of(texts));
}

JsonObject& JsonObject::add(std::string_view key, int number) {
  return add_json(key, std::to_string(number));
}

JsonObject& JsonObject::add_json(std::string_view key, std::string json) {
  members_.emplace_back(text_of(key), std::move(json));
  return *this;
}

std::string JsonObject::text() const {
  std::string out;
  for (const auto& [key, json] : members_)
    out += (out.empty() ? "{\n " : ",\n ") + key + ": " + indented(json);
  return out.empty() ? "{}" : out + "\n}";
}

std::string to_json(const std::vector<Diagnostic>& diagnostics, Language say) {
  Json all = Json::array();
  for (const Diagnostic& d : diagnostics) {
    Json json{{"code", d.code}, {"severity", d.severity == Severity::error ? "error" : "warning"}};
    json["where"] = place_json(d.where);
    json["message"] = say(d.message);
    add(json, "in", d.in);
    add(json, "expected", say(d.expected));
    add(json, "hint", say(d.hint));
    for (const Citation& also : d.also) json["also"].push_back(place_json(also));
    if (d.count > 1) json["count"] = d.count;
    all.push_back(std::move(json));
  }
  return text_of(all);
}

std::string to_json(const Scorecard& card, std::span<const Index> rows, Language titles) {
  Json all = Json::array();
  for (const Index row : rows)
    for (int column = 0; column < static_cast<int>(card.nodes.size()); ++column)
      all.push_back(score_json(card, row, column, titles));
  return text_of(all);
}

std::string to_json(const Explanation& e, const Run& run, Language say) {
  return text_of(node_json(e, run, say));
}

std::string summary_json(const Framework& framework, Language say) {
  return text_of({{"id", framework.id},
                  {"version", framework.version},
                  {"title", say(framework.title)},
                  {"categories", categories(framework)},
                  {"indicators", framework.indicators.size()},
                  {"variables", framework.variables.size()},
                  {"uncited", uncited_indicators(framework)}});
}

std::string summary_json(const Framework&, const Dataset& data, const IndicatorTable& table) {
  const Extent extent = extent_of(data, table);
  Json periods = Json::array();
  for (const Period& period : extent.periods) periods.push_back(to_string(period));
  return text_of({{"rows", data.rows.size()},
                  {"places", data.rows.places.size()},
                  {"periods", periods},
                  {"indicators_with_values", extent.indicators},
                  {"coverage", extent.coverage()},
                  {"data_flags", flags_to_string(data_flags(table))}});
}

std::string to_json(const MethodTable& methods, Language say) {
  Json all;
  for (const MethodFamily& family : method_families(methods)) {
    if (!family.entries.empty()) all[family.key] = Json::array();
    for (const MethodEntry* entry : family.entries)
      all[family.key].push_back(entry_json(*entry, say));
    all["keys"][family.key] = keys_json(family, say);
  }
  return text_of(all);
}

}  // namespace tijian::report
