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

  /// The parameter as a number or text; `otherwise` where it is absent or of another kind.
  double number(const std::string& parameter, double otherwise) const;
  bool boolean(const std::string& parameter, bool otherwise) const;
  std::string text(const std::string& parameter, const std::string& otherwise) const;
  std::vector<double> numbers(const std::string& parameter, std::vector<double> otherwise) const;
};

}  // namespace tijian
