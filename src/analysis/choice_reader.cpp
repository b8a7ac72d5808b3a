#include "analysis/choice_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/value_text.h"
#include "base/catalogue.h"

namespace tijian::analysis {
namespace {

using Kind = Parameter::Kind;

bool inside(const Parameter& parameter, const Value& value) {
  const double* number = value.number();
  return number && *number >= parameter.low && *number <= parameter.high;
}

bool all(const Value& value, const auto& test) {
  return value.list() && std::ranges::all_of(*value.list(), test);
}

bool fits(const Parameter& parameter, const Value& value) {
  switch (parameter.kind) {
    case Kind::number:
      return inside(parameter, value);
    case Kind::boolean:
      return value.boolean() != nullptr;
    case Kind::text:
      return value.text() != nullptr;
    case Kind::one_of:
      return value.text() &&
             std::ranges::find(parameter.names, *value.text()) != parameter.names.end();
    case Kind::numbers:
      return all(value, [&](const Value& one) { return inside(parameter, one); }) &&
             (parameter.names.empty() || value.list()->size() == parameter.names.size());
    case Kind::texts:
      return all(value, [](const Value& one) { return one.text() != nullptr; });
    case Kind::map:
      return value.map() != nullptr;
  }
  return false;
}

Text expected(const Parameter& parameter) {
  const auto bounded = [&](const char* en, const char* zh) {
    std::string range;
    if (std::isfinite(parameter.low) && std::isfinite(parameter.high))
      range = fmt::format(" ({:.6g} .. {:.6g})", parameter.low, parameter.high);
    else if (std::isfinite(parameter.low))
      range = fmt::format(" (>= {:.6g})", parameter.low);
    else if (std::isfinite(parameter.high))
      range = fmt::format(" (<= {:.6g})", parameter.high);
    return Text(en + range, zh + range);
  };
  switch (parameter.kind) {
    case Kind::number:
      return bounded("a number", "一个数");
    case Kind::boolean:
      return {"true or false", "true 或 false"};
    case Kind::text:
      return {"a text", "文字"};
    case Kind::one_of:
      return {"one of " + base::joined(parameter.names), base::joined(parameter.names) + " 之一"};
    case Kind::numbers:
      return parameter.names.empty() ? bounded("a list of numbers", "数的列表")
                                     : bounded("a list of two numbers", "两个数的列表");
    case Kind::texts:
      return {"a list of texts", "文字的列表"};
    case Kind::map:
      return {"a map", "映射"};
  }
  return {};
}

void check_parameters(const Choice& choice, const MethodEntry& entry, const std::string& in,
                      std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> names;
  for (const Parameter& parameter : entry.parameters) names.push_back(parameter.name);
  for (const auto& [name, value] : choice.parameters) {
    const auto parameter = std::ranges::find(entry.parameters, name, &Parameter::name);
    if (parameter == entry.parameters.end())
      diagnostics.push_back(base::make_diagnostic(
          "M663", {},
          {{"method", entry.name},
           {"found", name},
           {"names", names.empty() ? Text("(none)", "（无）") : Text(base::joined(names))}},
          in));
    else if (!fits(*parameter, value))
      diagnostics.push_back(base::make_diagnostic(
          "M661", {}, {{"found", written(value)}, {"expected", expected(*parameter)}},
          in + '.' + entry.name + '.' + name));
  }
  for (const Parameter& parameter : entry.parameters)
    if (parameter.fallback.empty() && !choice.parameters.contains(parameter.name))
      diagnostics.push_back(base::make_diagnostic("M664", {},
                                                  {{"method", entry.name},
                                                   {"parameter", parameter.name},
                                                   {"expected", expected(parameter)}},
                                                  in));
}

}  // namespace

std::optional<Choice> read_choice(const Value& value, const std::vector<const MethodEntry*>& family,
                                  const std::string& in, std::vector<Diagnostic>& diagnostics) {
  Choice choice;
  if (const ValueMap* map = value.map()) {
    choice.parameters = *map;
    if (const auto name = map->find("method"); name != map->end() && name->second.text())
      choice.name = *name->second.text();
    choice.parameters.erase("method");
  } else if (value.text()) {
    choice.name = *value.text();
  }
  std::vector<std::string> names;
  for (const MethodEntry* entry : family) names.push_back(entry->name);
  const auto entry = std::ranges::find(names, choice.name);
  const std::size_t before = diagnostics.size();
  if (entry == names.end()) {
    const std::string found = choice.name.empty() ? written(value) : choice.name;
    diagnostics.push_back(base::make_diagnostic(
        "M655", {}, {{"key", in}, {"found", found}, {"names", base::joined(names)}}, in));
  } else {
    check_parameters(choice, *family[entry - names.begin()], in, diagnostics);
  }
  if (diagnostics.size() > before) return {};
  return choice;
}

}  // namespace tijian::analysis
