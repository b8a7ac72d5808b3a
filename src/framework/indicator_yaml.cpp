#include "framework/indicator_yaml.h"

#include <algorithm>

#include "framework/confidence.h"
#include "framework/grade_yaml.h"
#include "framework/plausible_yaml.h"
#include "framework/reading_rules_yaml.h"
#include "framework/short_title.h"
#include "framework/value_function_yaml.h"
#include "framework/written.h"
#include "framework/years.h"
#include "yaml/either.h"
#include "yaml/text.h"

namespace tijian::framework {
namespace {

using namespace yaml;
using yaml::Node;

Shape<YearValue> year_value(Need year_need) {
  return record<YearValue>(
      {field<YearValue>("year", &YearValue::year, year(), year_need, "four digits"),
       required<YearValue>("value", &YearValue::value, number(), "in the indicator's unit")});
}

Shape<Basis> basis() {
  return record<Basis>(
      {required<Basis>("source", &Basis::source, text(), "the plan, standard or statistics"),
       optional<Basis>("item", &Basis::item, text(), "chapter, table or number in the source"),
       optional<Basis>("url", &Basis::url, text(), "where it was read"),
       required<Basis>(
           "confidence", &Basis::confidence, confidence(),
           "seed, cited, derived-..., definitional, uncited-..., convention, no-number"),
       optional<Basis>("of", &Basis::of,
                       list(one_of({"baseline", "target", "standard", "score", "definition"}), 1),
                       "what it is the basis of; left out: all")});
}

Shape<Standard> standard() {
  return record<Standard>(
      {optional<Standard>("floor", &Standard::floor, number(), "at least this"),
       optional<Standard>("cap", &Standard::cap, number(), "at most this"),
       optional<Standard>("from", &Standard::from, year(), "first year in force"),
       optional<Standard>("until", &Standard::until, year(), "last year in force")});
}

bool has_limit(const Node& node, Reading& reading, const Standard& standard) {
  const bool some = standard.floor || standard.cap;
  if (!some || (standard.floor && standard.cap && *standard.floor > *standard.cap)) {
    reading.report(some ? "F219" : "F218", node);
    return false;
  }
  if (!standard.from || !standard.until || *standard.from <= *standard.until) return true;
  reading.report("F219", node);
  return false;
}

bool overlap(const Standard& a, const Standard& b) {
  return a.from.value_or(0) <= b.until.value_or(9999) &&
         b.from.value_or(0) <= a.until.value_or(9999);
}

bool apart(const Node& node, Reading& reading, const std::vector<Standard>& standards) {
  for (std::size_t i = 0; i < standards.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (overlap(standards[i], standards[j])) {
        reading.report("F220", *node.entries[i].value)
            .also.push_back(node.entries[j].value->where());
        return false;
      }
  return true;
}

bool leads_on(const Node& node, Reading& reading, const Plan& plan) {
  const bool years = plan.baseline && plan.target && plan.target->year;
  if (!years || *plan.baseline->year < *plan.target->year) return true;
  reading.report(
      "F221", *node.find("target"),
      {{"from", std::to_string(*plan.baseline->year)}, {"to", std::to_string(*plan.target->year)}});
  return false;
}

Shape<Direction> direction() {
  std::vector<std::pair<const char*, Direction>> names;
  for (const Direction d : {Direction::higher, Direction::lower, Direction::range})
    names.emplace_back(direction_name(d), d);
  return choice<Direction>(std::move(names));
}

Shape<Effort> effort() {
  const Bounds above_zero{.low = 0, .above_low = true};
  return record<Effort>(
      {optional<Effort>("per", &Effort::per, number(above_zero), "so many units of it; default 1"),
       required<Effort>("cost", &Effort::cost, number(above_zero),
                        "what these cost, in one unit of cost for all indicators"),
       required<Effort>("most", &Effort::most, number(above_zero),
                        "how many units can be had in a period")});
}

Shape<IndicatorDraft> indicator_definition(const Shape<Scoring>& scoring) {
  using I = IndicatorDraft;
  return written(record<I>(
      {required<I>("id", &I::id, identifier(), "unique among categories and indicators"),
       required<I>("title", &I::title, localized(),
                   "one text, or a map by language: {zh: ..., en: ...}"),
       optional<I>("short", &I::short_title, short_title(), short_title_words),
       required<I>("unit", &I::unit, text(), "unit of measure, such as 平方米/人; \"1\": a number"),
       optional<I>("direction", &I::direction, direction(), "what is better; default higher"),
       optional<I>("formula", &I::formula, text(),
                   "over variables; left out: the variable of the same id"),
       optional<I>("transform", &I::transform, text(),
                   "a formula of x, the value, before it is normalised: log(x), x^(1/3)"),
       optional<I>("range", &I::range, plausible_range_shape(),
                   "[low, high]: a value outside is told; ~: no limit on that side"),
       optional<I>("breaks", &I::breaks, breaks_shape(), "years in which a new series begins"),
       optional<I>("kind", &I::kind, one_of({"bottom_line", "guide"}),
                   "whether it must hold or leads the way"),
       optional<I>("light", &I::light, light_shape(),
                   "{green, red}: where its light turns; default: by the verdict"),
       optional<I>("trend", &I::trend, trend_shape(), "from when to when its change is read"),
       optional<I>("interval", &I::interval, interval_shape(),
                   "{share_of: variable}: a survey's share of that many answers"),
       optional<I>("advice", &I::advice, localized(),
                   "what is done where it is ill; one text, or a map by language"),
       optional<I>("effort", &I::effort, effort(),
                   "what it takes to change it, for `tijian prescribe`"),
       optional<I>("weight", &I::weight, weight_shape(), "within its category; default 1"),
       optional<I>("score", &I::scoring, scoring, "value function; default relative"),
       optional<I>("plan", &I::planning, planning_shape(), "the plan's path"),
       optional<I>("standard", &I::standards,
                   checked(one_or_more(checked(standard(), has_limit)), apart),
                   "a limit, or several with years"),
       optional<I>("binding", &I::binding, boolean(), "a hard limit, never averaged away"),
       optional<I>("basis", &I::basis, list(basis(), 1), "where definition and numbers come from"),
       optional<I>("definition", &I::definition, localized(),
                   "what is counted, of whom, when; one text, or a map by language"),
       optional<I>("note", &I::note, localized(),
                   "what readers must know; one text, or a map by language"),
       optional<I>("only_for", &I::only_for, map(text(), list(text(), 1)),
                   "attribute: values where the indicator applies"),
       optional<I>("tags", &I::tags, list(text()),
                   "free; other frameworks take indicators by them"),
       optional<I>("keeper", &I::keeper, text(), "the department that keeps the statistic"),
       optional<I>("grades", &I::grading, grading_shape(),
                   "classes of its scores, best first, or of its ranks")}));
}

Shape<Plan> plan_definition() {
  return checked(
      record<Plan>(
          {optional<Plan>("baseline", &Plan::baseline, year_value(Need::required),
                          "where the path begins"),
           optional<Plan>("target", &Plan::target, year_value(Need::optional),
                          "where it should lead, by the year where one is set"),
           optional<Plan>("scope", &Plan::scope,
                          one_of({"district", "city", "national", "region", "definitional"}),
                          "whose target it is")}),
      leads_on);
}

}  // namespace

const char* direction_name(Direction direction) {
  if (direction == Direction::range) return "range";
  return direction == Direction::higher ? "higher" : "lower";
}

Shape<double> weight_shape() { return number({.low = 0}); }

Shape<Planning> planning_shape() {
  return written(converted<Planning>(named("plan", plan_definition()),
                                     [](Plan plan, Planning& out) { out.plan = plan; }));
}

Shape<IndicatorDraft> indicator_shape(const Shape<Scoring>& scoring) {
  return named("indicator", indicator_definition(scoring));
}

}  // namespace tijian::framework
