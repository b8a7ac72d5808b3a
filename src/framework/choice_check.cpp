#include "framework/choice_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/value_text.h"
#include "framework/forms.h"
#include "framework/judgements.h"
#include "framework/years.h"

namespace tijian::framework {
namespace {

using NodeKind = yaml::Node::Kind;

NodeKind kind_of(const Value& value) {
  return value.list() ? NodeKind::list : value.map() ? NodeKind::map : NodeKind::scalar;
}

/// Values of parameters, one kind after the other.
class ValueCheck {
 public:
  ValueCheck(const Parameter& parameter, FaultList& faults)
      : parameter_(parameter), bounds_{parameter.low, parameter.high}, faults_(faults) {}

  void run(const Value& value) {
    using Kind = Parameter::Kind;
    switch (parameter_.kind) {
      case Kind::number:
        return number(value);
      case Kind::boolean:
        if (is(NodeKind::scalar, value) && !value.boolean())
          faults_.report("Y129", {{"found", base::written(value)}});
        return;
      case Kind::text:
        return text(value);
      case Kind::one_of:
        return name(value);
      case Kind::numbers:
        return parameter_.names.empty() ? items(value, &ValueCheck::number) : range(value);
      case Kind::texts:
        return items(value, &ValueCheck::text);
      case Kind::goalposts:
        return goalposts(value);
      case Kind::matrices:
        return entries(value, &ValueCheck::judgements);
      case Kind::points:
        return points(value);
      case Kind::year_value:
        return pair(value, {first_year, last_year}, {}, true);
      case Kind::distance:
        if (is(NodeKind::scalar, value)) bounded(value, {.low = 0, .above_low = true});
    }
  }

 private:
  using Rule = void (ValueCheck::*)(const Value&);

  bool is(NodeKind kind, const Value& value) {
    if (kind_of(value) == kind) return true;
    refuse_kind(value, yaml::title(kind));
    return false;
  }

  void refuse_kind(const Value& value, const Text& wanted) {
    faults_.report("Y123", {{"found", yaml::title(kind_of(value))}, {"kind", wanted}});
  }

  void goalposts(const Value& value) {
    if (value.list()) return range(value);
    if (!value.map()) return refuse_kind(value, forms::goalposts);
    entries(value, &ValueCheck::range);
  }

  void number(const Value& value) {
    if (is(NodeKind::scalar, value)) bounded(value, bounds_, parameter_.whole);
  }

  void bounded(const Value& value, yaml::Bounds bounds, bool whole = false) {
    const double* x = value.number();
    if (!x)
      faults_.report("Y124", {{"found", base::written(value)}});
    else if (whole && std::isfinite(*x) && bounds.hold(*x) && *x != std::floor(*x))
      faults_.report("Y128", {{"found", base::written(value)}});
    else
      check_number(*x, bounds, faults_);
  }

  void text(const Value& value) {
    if (!is(NodeKind::scalar, value)) return;
    if (!value.text())
      faults_.report("Y123", {{"found", base::written(value)}, {"kind", Text("a text", "文字")}});
    else if (value.text()->empty())
      faults_.report("Y134");
  }

  void name(const Value& value) {
    if (!is(NodeKind::scalar, value)) return;
    const std::string found = base::written(value);
    const auto& names = parameter_.names;
    if (value.text() && std::ranges::find(names, found) != names.end()) return;
    base::suggest(faults_.report("Y130", {{"found", found}, {"names", base::joined(names)}}), found,
                  names);
  }

  void items(const Value& value, Rule rule) {
    if (!is(NodeKind::list, value)) return;
    for (std::size_t i = 0; i < value.list()->size(); ++i) {
      const auto item = faults_.enter(i + 1);
      (this->*rule)((*value.list())[i]);
    }
  }

  void entries(const Value& value, Rule rule) {
    if (!is(NodeKind::map, value)) return;
    for (const auto& [key, entry] : *value.map()) {
      const auto inside = faults_.enter(key);
      (this->*rule)(entry);
    }
  }

  /// Two numbers, the lower first.
  void range(const Value& value) {
    if (!is(NodeKind::list, value)) return;
    const ValueList& ends = *value.list();
    if (ends.size() != 2) {
      faults_.report("Y133",
                     {{"found", std::to_string(ends.size())}, {"number", yaml::exactly(2)}});
      return;
    }
    items(value, &ValueCheck::number);
    if (ends[0].number() && ends[1].number() && *ends[0].number() >= *ends[1].number())
      faults_.report("Y131", {{"found", base::written(value)}, {"range", yaml::ascending()}});
  }

  /// Two or more pairs of a value and a score.
  void points(const Value& value) {
    if (!is(NodeKind::list, value)) return;
    if (value.list()->size() < 2)
      faults_.report(
          "Y133", {{"found", std::to_string(value.list()->size())}, {"number", yaml::at_least(2)}});
    items(value, &ValueCheck::point);
  }

  void point(const Value& value) { pair(value, {}, bounds_); }

  void pair(const Value& value, yaml::Bounds first, yaml::Bounds second, bool first_whole = false) {
    if (!is(NodeKind::list, value)) return;
    const ValueList& both = *value.list();
    if (both.size() != 2) {
      faults_.report("Y133",
                     {{"found", std::to_string(both.size())}, {"number", yaml::exactly(2)}});
      return;
    }
    if (is(NodeKind::scalar, both[0])) bounded(both[0], first, first_whole);
    if (is(NodeKind::scalar, both[1])) bounded(both[1], second);
  }

  void judgement(const Value& value) {
    if (value.text() && judgement_of(value)) return;
    const std::size_t before = faults_.size();
    number(value);
    if (faults_.size() > before && kind_of(value) == NodeKind::scalar)
      faults_.expect_last(forms::judgement);
  }
  void row(const Value& value) { items(value, &ValueCheck::judgement); }
  void matrix(const Value& value) { items(value, &ValueCheck::row); }
  /// One matrix, or one an expert.
  void judgements(const Value& value) {
    several_judgements(value) ? items(value, &ValueCheck::matrix) : matrix(value);
  }

  const Parameter& parameter_;
  const yaml::Bounds bounds_;
  FaultList& faults_;
};

/// Reports what another parameter leaves without effect.
void check_beside(const Choice& choice, const MethodEntry& entry, const Parameter& parameter,
                  FaultList& faults) {
  const auto& [other, needed] = parameter.beside;
  if (other.empty()) return;
  const Choice defaults = resolve({entry.name, {}}, entry);
  const Value* by_default = defaults.find(parameter.name);
  if (by_default && *choice.find(parameter.name) == *by_default) return;
  const Value* given = choice.find(other);
  const std::string found = base::written(given ? *given : *defaults.find(other));
  if (found == needed) return;
  faults.report("M653", {{"parameter", parameter.name},
                         {"other", other + ": " + found},
                         {"needed", other + ": " + needed}});
}

}  // namespace

void check_parameters(const Choice& choice, const MethodEntry& entry, const ChoiceKeys& keys,
                      FaultList& faults) {
  std::vector<std::string> names{keys.name};
  for (const Parameter& parameter : entry.parameters) names.push_back(parameter.name);
  for (const auto& [name, value] : choice.parameters) {
    const auto parameter = std::ranges::find(entry.parameters, name, &Parameter::name);
    if (parameter == entry.parameters.end()) {
      base::suggest(
          faults.report_key(name, keys.unknown, {{"found", name}, {"names", base::joined(names)}}),
          name, names);
      continue;
    }
    const auto inside = faults.enter(name);
    const std::size_t before = faults.size();
    ValueCheck(*parameter, faults).run(value);
    if (faults.size() == before) check_beside(choice, entry, *parameter, faults);
  }
  for (const Parameter& parameter : entry.parameters)
    if (parameter.required() && !choice.parameters.contains(parameter.name))
      faults.report("Y121", {{"key", parameter.name}});
}

const MethodEntry* check_name(const std::string& name,
                              const std::vector<const MethodEntry*>& entries, const Text& family,
                              FaultList& faults) {
  std::vector<std::string> names;
  for (const MethodEntry* entry : entries) {
    if (entry->name == name) return entry;
    names.push_back(entry->name);
  }
  base::suggest(
      faults.report("M600", {{"found", name}, {"names", base::joined(names)}, {"family", family}}),
      name, names);
  return nullptr;
}

void check_choice(const Choice& choice, const std::vector<const MethodEntry*>& entries,
                  const Text& family, FaultList& faults) {
  if (const MethodEntry* entry = check_name(choice.name, entries, family, faults))
    check_parameters(choice, *entry, {"method", "M601"}, faults);
}

void check_number(double x, yaml::Bounds bounds, FaultList& faults) {
  const std::string found = fmt::format("{}", x);
  if (!std::isfinite(x))
    faults.report("Y127", {{"found", found}});
  else if (!bounds.hold(x))
    faults.report("Y131", {{"found", found}, {"range", yaml::expected_range(bounds)}});
}

}  // namespace tijian::framework
