#include "report/explanation_json.h"

#include <cmath>

#include "report/score_words.h"
#include "report/verdict_words.h"

namespace tijian::report {
namespace {

void add_source(Json& json, const Run& run, int number) {
  if (number < 0) return;
  const Source& source = run.data.sources[number];
  json["source"] = source.text;
  if (!source.confidence.empty()) json["confidence"] = source.confidence;
  if (source.synthetic) json["synthetic"] = true;
}

Json inputs_json(const Explanation& e, const Run& run) {
  Json all = Json::array();
  for (const Input& input : e.inputs) {
    const Variable& variable = run.framework->variables[input.variable];
    Json json{{"variable", variable.id}, {"value", to_json(input.value)}, {"unit", variable.unit}};
    add_source(json, run, input.source);
    all.push_back(std::move(json));
  }
  return all;
}

void add_judgement(Json& json, const Indicator& indicator, const Judgement& judgement,
                   const Period& period) {
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

void add_leaf(Json& json, const Explanation& e, const Run& run, const Indicator& indicator,
              Language say) {
  json["value"] = to_json(e.value);
  json["unit"] = indicator.unit;
  if (!(e.flags & (flag_imputed | flag_not_applicable)))
    add_judgement(json, indicator, e.judgement, run.card.rows.period[e.row]);
  json["formula"] = indicator.formula;
  const std::string how = arithmetic_words(e.how, std::isnan(e.treated) ? e.value : e.treated,
                                           indicator.uncited("score") ? uncited_mark : "", say);
  if (!how.empty()) json["how"] = how;
  if (!e.normaliser.empty()) json["normaliser"] = e.normaliser;
  if (e.direct) add_source(json, run, e.source);
  if (!e.direct) json["inputs"] = inputs_json(e, run);
  for (const Basis& basis : indicator.basis) json["basis"].push_back(basis_json(basis));
  if (!indicator.note.empty()) json["note"] = say(indicator.note);
}

void add_children(Json& json, const Explanation& e, const Run& run, Language say) {
  json["mean"] = e.aggregator;
  if (!e.normaliser.empty()) json["normaliser"] = e.normaliser;
  if (e.adds_up || !std::isnan(e.worked_out))
    json[e.adds_up ? "sum" : "mean_score"] = to_json(e.worked_out);
  json["share_of_children"] = e.share;
  json["children"] = Json::array();
  for (const Explanation& child : e.children) json["children"].push_back(to_json(child, run, say));
}

}  // namespace

Json to_json(const Explanation& e, const Run& run, Language say) {
  const Node& node = e.of(run);
  Json json{{"node", node.id}, {"title", say(node.title)}, {"score", to_json(e.score)}};
  if (const Grade* grade = std::isnan(e.score) ? nullptr : node.grade(e.score))
    json["grade"] = grade->id;
  json["coverage"] = to_json(e.coverage);
  if (e.weight > 0 || !std::isnan(e.contribution)) json["weight"] = e.weight;
  if (!std::isnan(e.contribution)) json["contribution"] = e.contribution;
  if (e.flags != 0) json["flags"] = flags_to_string(e.flags);
  if (node.indicator >= 0)
    add_leaf(json, e, run, run.framework->indicators[node.indicator], say);
  else
    add_children(json, e, run, say);
  return json;
}

}  // namespace tijian::report
