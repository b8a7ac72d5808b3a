#include "framework/reading_rules_yaml.h"

#include "framework/years.h"
#include "yaml/record.h"
#include "yaml/text.h"

namespace tijian::framework {
namespace {

using namespace yaml;
using yaml::Node;

bool two_limits(const Node& node, Reading& reading, const LightLimits& light) {
  if (light.green != light.red) return true;
  reading.report("F263", node);
  return false;
}

bool forwards(const Node& node, Reading& reading, const TrendRule& rule) {
  if (!rule.from || !rule.to || *rule.from < *rule.to) return true;
  reading.report("F264", node,
                 {{"from", std::to_string(*rule.from)}, {"to", std::to_string(*rule.to)}});
  return false;
}

/// `first`, `last` or a year.
bool read_base(const Node& node, Reading& reading, TrendRule& out) {
  using Base = TrendRule::Base;
  const bool last = node.text == "last";
  out.base = last ? Base::last : node.text == "first" ? Base::first : Base::year;
  return out.base != Base::year || year().read(node, reading, out.base_year);
}

Field<TrendRule> base_field() {
  return {"base",
          Need::optional,
          "from when on the way to green counts: first (default), last, or a year",
          {read_base, [](Definitions&) {
             return keywords({{"type", names_value({"string", "integer"})}});
           }}};
}

}  // namespace

Shape<LightLimits> light_shape() {
  using L = LightLimits;
  return checked(record<L>({required<L>("green", &L::green, number(), "green at it or beyond"),
                            required<L>("red", &L::red, number(), "red beyond it")}),
                 two_limits);
}

Shape<TrendRule> trend_shape() {
  using T = TrendRule;
  Fields<T> fields{
      optional<T>("from", &T::from, year(), "default: the first year with a value"),
      optional<T>("to", &T::to, year(), "default: the last year with a value"),
      optional<T>("until", &T::until, year(), "by when it should be green; default: the target's")};
  fields.add(base_field());
  return checked(record<T>(fields), forwards);
}

Shape<IntervalRule> interval_shape() {
  using I = IntervalRule;
  return record<I>({required<I>("share_of", &I::share_of, identifier(),
                                "the variable that counts the answers it is a share of")});
}

Shape<TrendRule> diagnosis_shape() {
  struct Diagnosis {
    TrendRule trend;
  };
  return converted<TrendRule>(
      record<Diagnosis>({optional<Diagnosis>("trend", &Diagnosis::trend, trend_shape(),
                                             "how changes are read, unless an indicator says "
                                             "otherwise")}),
      [](Diagnosis read, TrendRule& out) { out = read.trend; });
}

}  // namespace tijian::framework
