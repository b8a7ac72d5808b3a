#include <algorithm>
#include <set>

#include "formula/formula.h"
#include "report/html/page_parts.h"
#include "report/score_lines.h"
#include "report/score_words.h"
#include "report/words.h"

namespace tijian::report {
namespace {

void add_year_value(std::string_view key, const std::optional<YearValue>& number,
                    JsonWriter& json) {
  if (!number) {
    json.add(key, missing);
    return;
  }
  json.key(key).open('{').add("value", number->value);
  json.add_count("year", number->year.value_or(0)).close('}');
}

void add_benchmarks(const Indicator& own, int year, JsonWriter& json) {
  if (const Standard* standard = own.standard_in(year))
    json.key("standard")
        .open('{')
        .add("floor", standard->floor.value_or(missing))
        .add("cap", standard->cap.value_or(missing))
        .close('}');
  else
    json.add("standard", missing);
  add_year_value("target", own.plan ? own.plan->target : std::nullopt, json);
  add_year_value("baseline", own.plan ? own.plan->baseline : std::nullopt, json);
  if (own.light)
    json.key("light")
        .open('{')
        .add("green", own.light->green)
        .add("red", own.light->red)
        .close('}');
  else
    json.add("light", missing);
}

void add_uncited(const Indicator& own, int year, JsonWriter& json) {
  json.key("uncited").open('[');
  if (own.standard_in(year) && own.uncited("standard")) json.add_text("standard");
  if (own.plan && own.plan->target && own.uncited("target")) json.add_text("target");
  if (own.plan && own.plan->baseline && own.uncited("baseline")) json.add_text("baseline");
  json.close(']');
}

/// The upper variable of a formula that is one figure over another, times a number perhaps; -1.
int upper_variable(const Indicator& own) {
  using Op = formula::Instruction::Op;
  if (!own.compiled) return -1;
  std::vector<formula::Instruction> code;
  for (const formula::Instruction& step : own.compiled->code())
    if (step.op != Op::convert) code.push_back(step);
  const bool ratio = code.size() == 3 && code[0].op == Op::variable && code[1].op == Op::variable &&
                     code[2].op == Op::divide;
  return ratio ? code[0].index : -1;
}

/// What is counted, where the indicator is a share or a density of it: readers ask how many.
void add_ratio(const PageContent& page, const Indicator& own, JsonWriter& json) {
  const int upper = upper_variable(own);
  const Dataset& data = page.run().data;
  const Index column = data.column_of_variable(upper);
  if (column < 0) return;
  const Variable& variable = page.framework().variables[static_cast<std::size_t>(upper)];
  json.key("ratio").open('{').add("title", page.say(variable.title)).add("unit", variable.unit);
  json.key("tops").open('[');
  for (const Index row : page.rows.rows()) json.add_number(data.values(row, column));
  json.close(']').close('}');
}

std::string formula_of(const PageContent& page, const Indicator& own) {
  const bool given = own.compiled && own.compiled->bare_variable() >= 0;
  return given ? "" : formula_words(own.formula, page.framework(), page.say);
}

constexpr const char* names_of_directions[] = {"higher", "lower", "range"};

void add_indicator(const PageContent& page, const Indicator& own, JsonWriter& json) {
  const int year = page.diagnosis().period.year;
  json.key(own.id).open('{');
  json.add("direction", names_of_directions[static_cast<std::size_t>(own.direction)]);
  json.add("binding", own.binding).add("kind", own.kind).add("unit", own.unit);
  add_benchmarks(own, year, json);
  add_uncited(own, year, json);
  json.key("breaks").open('[');
  for (const int one : own.breaks) json.add_number(one);
  json.close(']').add("formula", formula_of(page, own));
  json.add("score", value_function_words(own, *page.run().model.methods,
                                         own.uncited("score") ? uncited_mark : "", page.say));
  json.add("definition", page.say(own.definition)).add("note", page.say(own.note));
  json.add("keeper", own.keeper).add("basis", bases_words(own, page.say));
  json.key("only_for").open('[');
  if (const auto only = own.only_for.find(page.framework().peers.attribute);
      only != own.only_for.end())
    for (const std::string& type : only->second) json.add_text(type);
  json.close(']');
  add_ratio(page, own, json);
  json.close('}');
}

void add_node(const PageContent& page, int index, JsonWriter& json) {
  const Framework& framework = page.framework();
  const Node& node = framework.nodes[index];
  const Scorecard& card = page.run().card;
  json.open('{').add("id", node.id).add("title", page.say(node.title));
  json.add("short", page.say(node.short_title.empty() ? node.title : node.short_title));
  json.add("level", level(framework, index));
  json.add("parent", node.parent < 0 ? "" : framework.nodes[node.parent].id);
  json.add("weight", card.weight[static_cast<std::size_t>(card.column(index))]);
  json.key("grades").open('[');
  for (const Grade& grade : node.grades)
    json.open('{')
        .add("id", grade.id)
        .add("title", page.say(grade.title))
        .add("from", grade.at_least)
        .close('}');
  json.close(']').close('}');
}

}  // namespace

void add_page_nodes(const PageContent& page, JsonWriter& json) {
  json.key("nodes").open('[');
  for (int node = 0; node < static_cast<int>(page.framework().nodes.size()); ++node)
    add_node(page, node, json);
  json.close(']');
}

void add_page_indicators(const PageContent& page, JsonWriter& json) {
  json.key("indicators").open('{');
  for (const Indicator& own : page.framework().indicators) add_indicator(page, own, json);
  json.close('}').key("variables").open('{');
  std::set<int> causes;
  for (const Problem& problem : page.diagnosis().problems)
    if (problem.same_cause >= 0) causes.insert(problem.same_cause);
  for (const int cause : causes) {
    const Variable& variable = page.framework().variables[static_cast<std::size_t>(cause)];
    json.key(variable.id)
        .open('{')
        .add("title", page.say(variable.title))
        .add("keeper", variable.keeper)
        .close('}');
  }
  json.close('}');
}

}  // namespace tijian::report
