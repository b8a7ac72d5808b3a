#pragma once
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace tijian {

/// Parameters of a method by name, as YAML writes them. Plain data.
struct Value;
using ValueList = std::vector<Value>;
using ValueMap = std::map<std::string, Value>;

struct Value {
  std::variant<bool, double, std::string, ValueList, ValueMap> data;
  bool operator==(const Value&) const = default;

  const double* number() const { return std::get_if<double>(&data); }
  const bool* boolean() const { return std::get_if<bool>(&data); }
  const std::string* text() const { return std::get_if<std::string>(&data); }
  const ValueList* list() const { return std::get_if<ValueList>(&data); }
  const ValueMap* map() const { return std::get_if<ValueMap>(&data); }
};

/// A method chosen from a family, with its parameters: {method: winsorise, skewness: 2}.
/// Parameters that are left out have the default that the method's entry in the table states.
struct Choice {
  std::string name;
  ValueMap parameters;
  bool operator==(const Choice&) const = default;

  /// The value of a parameter, or null where it is left out.
  const Value* find(const std::string& parameter) const;
  /// The same of a choice that `resolve` completed. std::logic_error where it is absent or of
  /// another kind, which is the program's fault and not the user's.
  double number(const std::string& parameter) const;
  bool boolean(const std::string& parameter) const;
  const std::string& text(const std::string& parameter) const;
  std::vector<double> numbers(const std::string& parameter) const;
};

}  // namespace tijian
