#include "dataset/binding.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/catalogue.h"
#include "base/spelling.h"
#include "framework/title.h"

namespace tijian::dataset {
namespace {

struct NameAndUnit {
  std::string_view name, unit;
  bool square = false;  ///< the brackets that are for units alone
};

/// The unit in 单位：万人.
std::string_view bare_unit(std::string_view text) {
  using namespace std::string_view_literals;
  text = base::trimmed(text);
  for (const std::string_view word : {"单位："sv, "单位:"sv, "unit:"sv, "Unit:"sv})
    if (text.starts_with(word)) return base::trimmed(text.substr(word.size()));
  return text;
}

/// Cuts `常住人口 [万人]`; no unit where the name does not end in brackets.
NameAndUnit split_unit(std::string_view text) {
  using namespace std::string_view_literals;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> brackets{
      {{"["sv, "]"sv}, {"［"sv, "］"sv}, {"【"sv, "】"sv}, {"("sv, ")"sv}, {"（"sv, "）"sv}}};
  for (std::size_t i = 0; i < brackets.size(); ++i) {
    const auto& [open, close] = brackets[i];
    const std::size_t begin = text.rfind(open);
    if (!text.ends_with(close) || begin == text.npos || begin == 0) continue;
    const std::string_view unit =
        text.substr(begin + open.size(), text.size() - begin - open.size() - close.size());
    return {base::trimmed(text.substr(0, begin)), bare_unit(unit), i < 3};
  }
  return {text, {}, false};
}

/// Cuts 常住人口/万人.
NameAndUnit split_slash(std::string_view text) {
  const std::size_t slash = text.rfind('/');
  if (slash == text.npos || slash == 0) return {text, {}, false};
  return {base::trimmed(text.substr(0, slash)), base::trimmed(text.substr(slash + 1)), false};
}

/// How many ones a ratio's unit is: `what` per `one`.
std::optional<double> parts_of_one(std::string_view unit) {
  const std::string plain = base::half_width(base::trimmed(unit));
  if (plain == "1") return 1;
  if (plain == "%") return 100;
  if (plain == "‰") return 1000;
  return std::nullopt;
}

std::optional<formula::Conversion> ratio(std::optional<double> to, double from) {
  if (!to) return std::nullopt;
  return *to >= from ? formula::Conversion{*to / from, 1} : formula::Conversion{1, from / *to};
}

}  // namespace

std::string_view unit_in_brackets(std::string_view name) {
  const std::string_view unit = split_unit(name).unit;
  return formula::Unit::parse(unit) ? unit : std::string_view{};
}

std::string_view unit_behind_slash(std::string_view name) {
  const std::string_view unit = split_slash(name).unit;
  return formula::Unit::parse(unit) ? unit : std::string_view{};
}

std::string name_without_unit(std::string_view name) {
  const NameAndUnit parts = split_unit(name);
  return std::string(parts.square || formula::Unit::parse(parts.unit) ? parts.name : name);
}

Binder::Binder(const Framework& framework) : framework_(&framework) {
  const auto add_all = [&](const std::string& id, const Text& title, Target target) {
    add_name(id, target, true);
    for (const auto& [language, text] : title.by_language()) add_name(text, target, false);
  };
  for (int i = 0; i < static_cast<int>(framework.variables.size()); ++i)
    add_all(framework.variables[i].id, framework.variables[i].title, {i, -1});
  for (int i = 0; i < static_cast<int>(framework.indicators.size()); ++i)
    add_all(framework.indicators[i].id, framework.indicators[i].title, {-1, i});
}

void Binder::add_name(std::string_view name, Target target, bool id) {
  if (base::trimmed(name).empty()) return;
  Entry& entry = entries_[base::folded(name)];
  auto& targets = id ? entry.by_id : entry.by_title;
  if (std::ranges::find(targets, target) != targets.end()) return;
  targets.push_back(target);
  names_.emplace_back(name);
}

const Binder::Entry* Binder::find(std::string_view name) const {
  const auto found = entries_.find(base::folded(name));
  return found == entries_.end() ? nullptr : &found->second;
}

Binder::Found Binder::look_up(std::string_view name) const {
  if (const Entry* entry = find(name)) return {entry};
  for (const NameAndUnit& parts : {split_unit(name), split_slash(name)}) {
    if (parts.unit.empty()) continue;
    // 常住人口(女) is another column, 常住人口[女] a unit that nobody knows.
    const Entry* entry = find(parts.name);
    if (entry && (parts.square || formula::Unit::parse(parts.unit))) return {entry, parts.unit};
  }
  return {};
}

bool Binder::same(std::string_view name, std::string_view other) const {
  const Answer one = bind(name_without_unit(name), {}, {});
  const Answer two = bind(name_without_unit(other), {}, {});
  return one.binding && two.binding && one.binding->same_target(*two.binding);
}

Binder::Answer Binder::bind(std::string_view name, std::string_view unit,
                            const Citation& where) const {
  const Found found = look_up(name);
  if (!found.entry) return {};
  return bind_target(*found.entry, name, unit.empty() ? found.unit : unit, where);
}

/// Ids come before titles, variables before indicators; two of a kind are ambiguous.
Binder::Answer Binder::bind_target(const Entry& entry, std::string_view name, std::string_view unit,
                                   const Citation& where) const {
  for (const auto& targets : {entry.by_id, entry.by_title})
    for (const bool variables : {true, false}) {
      std::vector<Target> fitting;
      for (const Target& target : targets)
        if ((target.variable >= 0) == variables) fitting.push_back(target);
      if (fitting.size() == 1) return convert(fitting[0], name, unit, where);
      if (fitting.empty()) continue;
      std::vector<std::string> all;
      for (const Target& target : fitting) all.push_back(describe(target));
      return {{},
              base::make_diagnostic("B403", where,
                                    {{"name", base::excerpt(name)}, {"all", base::some_of(all)}})};
    }
  return {};
}

Text Binder::title_of(const Binding& binding) const {
  return binding.variable >= 0 ? framework::title_of(framework_->variables[binding.variable])
                               : framework::title_of(framework_->indicators[binding.indicator]);
}

std::string Binder::describe(const Target& target) const {
  return target.variable >= 0 ? framework_->variables[target.variable].id
                              : framework_->indicators[target.indicator].id;
}

Binder::Answer Binder::convert(const Target& target, std::string_view name, std::string_view unit,
                               const Citation& where) const {
  const bool variable = target.variable >= 0;
  const std::string& own = variable ? framework_->variables[target.variable].unit
                                    : framework_->indicators[target.indicator].unit;
  const Citation& declared = variable ? framework_->variables[target.variable].where
                                      : framework_->indicators[target.indicator].where;
  Binding binding;
  binding.variable = target.variable;
  binding.indicator = target.indicator;
  binding.name = name;
  binding.called = base::excerpt(name);
  binding.percent = ratio(parts_of_one(own), 100);
  binding.per_mille = ratio(parts_of_one(own), 1000);
  if (unit.empty() || unit == own) return {binding, {}};
  const auto from = formula::Unit::parse(unit);
  const auto to = formula::Unit::parse(own);
  const auto conversion = from && to ? from->to(*to) : std::nullopt;
  if (conversion) {
    binding.conversion = *conversion;
    return {binding, {}};
  }
  Diagnostic fault = base::make_diagnostic(from ? "B405" : "B404", where,
                                           {{"name", base::excerpt(name)},
                                            {"unit", base::excerpt(unit)},
                                            {"own", own},
                                            {"id", title_of(binding)}});
  fault.also.push_back(declared);
  return {{}, fault, true};
}

std::string Binder::nearest(std::string_view name) const {
  const std::string near = nearest_of_any_unit(name);
  // 人口密度（人/平方公里） is no 人口 in 人.
  const std::string_view unit = unit_in_brackets(name);
  if (near.empty() || unit.empty() || bind(near, unit, {}).fault == std::nullopt) return near;
  return {};
}

std::string Binder::nearest_of_any_unit(std::string_view name) const {
  const std::string_view base = split_unit(name).name;
  std::string best;
  for (const std::string& known : names_) {
    const bool part = std::min(base.size(), known.size()) >= 6 &&
                      (known.find(base) != known.npos || base.find(known) != base.npos);
    if (part && (best.empty() || known.size() < best.size())) best = known;
  }
  return best.empty() ? tijian::base::nearest(base, names_) : best;
}

}  // namespace tijian::dataset
