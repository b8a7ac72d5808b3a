#include "framework/reading_rules_yaml.h"

#include <algorithm>

#include "base/catalogue.h"
#include "framework/years.h"
#include "yaml/collection.h"
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

/// The names in braces of a template, without the braces.
std::vector<std::string> names_in(std::string_view text) {
  std::vector<std::string> names;
  for (std::size_t open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
    const std::size_t close = text.find('}', open);
    names.emplace_back(text.substr(open + 1, close - open - 1));
    if (close == text.npos) break;
  }
  return names;
}

using Templates = std::array<Text, finding_count>;

bool read_template(const Node& node, Reading& reading, Finding which, Templates& out) {
  Text& text = out[static_cast<std::size_t>(which)];
  if (!localized().read(node, reading, text)) return false;
  const std::vector<std::string> known = placeholders(which);
  bool good = true;
  for (const auto& [language, words] : text.by_language())
    for (const std::string& name : names_in(words)) {
      if (std::ranges::find(known, name) != known.end()) continue;
      reading.report("F267", node, {{"found", name}, {"names", base::joined(known)}});
      good = false;
    }
  return good;
}

Shape<Templates> findings_shape() {
  Fields<Templates> fields{};
  for (int k = 0; k < finding_count; ++k) {
    const auto which = static_cast<Finding>(k);
    fields.add({to_string(which),
                Need::optional,
                "names in braces: " + base::joined(placeholders(which)),
                {[which](const Node& node, Reading& reading, Templates& out) {
                   return read_template(node, reading, which, out);
                 },
                 described_as(localized())}});
  }
  return record<Templates>(fields);
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

Shape<DiagnosisRules> diagnosis_shape() {
  using D = DiagnosisRules;
  return record<D>(
      {optional<D>("trend", &D::trend, trend_shape(),
                   "how changes are read, unless an indicator says otherwise"),
       optional<D>("context", &D::context, list(identifier(), 1),
                   "indicators or variables by which places are statistical neighbours"),
       optional<D>("findings", &D::findings, findings_shape(),
                   "templates of the sentences of findings, where the default does not fit")});
}

}  // namespace tijian::framework
