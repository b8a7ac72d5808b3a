#include "report/explanation_json.h"

#include <cmath>

#include "report/verdict_words.h"

namespace tijian::report {
namespace {

void add_source(Json& json, const Source* source) {
  if (!source) return;
  json["source"] = source->text;
  if (!source->confidence.empty()) json["confidence"] = source->confidence;
  if (source->synthetic) json["synthetic"] = true;
}

Json inputs_json(const std::vector<Input>& inputs) {
  Json all = Json::array();
  for (const Input& input : inputs) {
    Json json{{"variable", input.variable->id},
              {"value", to_json(input.value)},
              {"unit", input.variable->unit}};
    add_source(json, input.source);
    all.push_back(std::move(json));
  }
  return all;
}

void add_judgement(Json& json, const Indicator& indicator, double value, const Period& period) {
  const Judgement judgement = judge(indicator, value, period);
  json["verdict"] = to_string(judgement.verdict);
  if (!std::isnan(judgement.limit)) {
    json["limit"] = judgement.limit;
    if (limit_uncited(indicator, judgement.limit, period)) json["limit_uncited"] = true;
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

void add_leaf(Json& json, const Explanation& e, const Run& run, Eigen::Index row,
              const Indicator& indicator, Language say) {
  json["value"] = to_json(e.value);
  json["unit"] = indicator.unit;
  if (!(e.flags & (flag_imputed | flag_not_applicable)))
    add_judgement(json, indicator, e.value, run.card.rows.period[row]);
  json["formula"] = indicator.formula;
  if (!e.how.text.empty()) json["how"] = e.how.text;
  if (!e.normaliser.empty()) json["normaliser"] = e.normaliser;
  if (e.direct) add_source(json, e.source);
  if (!e.direct) json["inputs"] = inputs_json(e.inputs);
  for (const Basis& basis : indicator.basis) json["basis"].push_back(basis_json(basis));
  if (!indicator.note.empty()) json["note"] = say(indicator.note);
}

void add_children(Json& json, const Explanation& e, const Run& run, Eigen::Index row,
                  Language say) {
  json["mean"] = e.mean;
  if (!e.normaliser.empty()) json["normaliser"] = e.normaliser;
  if (e.adds_up || !std::isnan(e.sum)) json[e.adds_up ? "sum" : "mean_score"] = to_json(e.sum);
  json["share_of_children"] = e.children_share;
  json["children"] = Json::array();
  for (const Explanation& child : e.children)
    json["children"].push_back(to_json(child, run, row, say));
}

}  // namespace

Json to_json(const Explanation& e, const Run& run, Eigen::Index row, Language say) {
  const Node& node = run.framework().nodes[e.node];
  Json json{{"node", node.id}, {"title", say(node.title)}, {"score", to_json(e.score)}};
  if (const Grade* grade = std::isnan(e.score) ? nullptr : node.grade(e.score))
    json["grade"] = grade->id;
  json["coverage"] = to_json(e.coverage);
  if (e.weight > 0 || !std::isnan(e.contribution)) json["weight"] = e.weight;
  if (!std::isnan(e.contribution)) json["contribution"] = e.contribution;
  if (e.flags != 0) json["flags"] = flags_to_string(e.flags);
  if (node.indicator >= 0)
    add_leaf(json, e, run, row, run.framework().indicators[node.indicator], say);
  else
    add_children(json, e, run, row, say);
  return json;
}

}  // namespace tijian::report
