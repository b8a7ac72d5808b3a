#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>

#include "base/spelling.h"
#include "tijian/method_table.h"

namespace tijian {
namespace {

using Kind = Parameter::Kind;

[[noreturn]] void refuse(const Parameter& parameter, std::string_view text) {
  throw std::logic_error("'" + std::string(text) + "' cannot be the default of '" + parameter.name +
                         "'");
}

double number(const Parameter& parameter, std::string_view text) {
  double value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{} || end != text.data() + text.size()) refuse(parameter, text);
  return value;
}

bool boolean(const Parameter& parameter, std::string_view text) {
  if (text != "true" && text != "false") refuse(parameter, text);
  return text == "true";
}

/// `[0, 100]`, `[]`
ValueList numbers(const Parameter& parameter, std::string_view text) {
  if (!text.starts_with('[') || !text.ends_with(']')) refuse(parameter, text);
  std::string_view rest = base::trimmed(text.substr(1, text.size() - 2));
  ValueList list;
  while (!rest.empty()) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    list.push_back({number(parameter, base::trimmed(rest.substr(0, comma)))});
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
  return list;
}

/// What the fallback says, as YAML would read it.
Value value_of(const Parameter& parameter) {
  const std::string_view text = parameter.fallback;
  switch (parameter.kind) {
    case Kind::number:
    case Kind::distance: {
      const double value = number(parameter, text);
      if (parameter.whole && value != std::floor(value)) refuse(parameter, text);
      return {value};
    }
    case Kind::boolean:
      return {boolean(parameter, text)};
    case Kind::text:
      return {std::string(text == "\"\"" ? "" : text)};
    case Kind::one_of:
      if (std::ranges::find(parameter.names, text) == parameter.names.end())
        refuse(parameter, text);
      return {std::string(text)};
    case Kind::numbers:
      return {numbers(parameter, text)};
    case Kind::texts:
      if (text != "[]") refuse(parameter, text);
      return {ValueList{}};
    case Kind::goalposts:
    case Kind::matrices:
      if (text != "{}") refuse(parameter, text);
      return {ValueMap{}};
    case Kind::points:
    case Kind::year_value:
      break;  // have no default
  }
  refuse(parameter, text);
}

}  // namespace

Choice resolve(Choice choice, const MethodEntry& entry) {
  for (const Parameter& parameter : entry.parameters)
    if (!parameter.fallback.empty() && !choice.find(parameter.name))
      choice.parameters.emplace(parameter.name, value_of(parameter));
  return choice;
}

}  // namespace tijian
