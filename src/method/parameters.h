#pragma once
#include <limits>
#include <string>
#include <vector>

#include "tijian/method_table.h"
#include "tijian/missing.h"

/// How methods declare their parameters.
namespace tijian::method {

constexpr double infinity = std::numeric_limits<double>::infinity();
inline Parameter number(std::string name, std::string fallback, Text about, double low = -infinity,
                        double high = infinity) {
  return {std::move(name), Parameter::Kind::number, std::move(fallback), {}, low, high,
          std::move(about)};
}

inline Parameter whole_number(std::string name, std::string fallback, Text about, double low,
                              double high) {
  Parameter parameter = number(std::move(name), std::move(fallback), std::move(about), low, high);
  parameter.whole = true;
  return parameter;
}

/// A number that may be left out, for want of which something is not done.
inline Parameter optional_number(std::string name, Text about) {
  Parameter parameter = number(std::move(name), {}, std::move(about));
  parameter.optional = true;
  return parameter;
}

inline Parameter boolean(std::string name, std::string fallback, Text about) {
  return {std::move(name), Parameter::Kind::boolean, std::move(fallback), {}, -infinity,
          infinity,        std::move(about)};
}

inline Parameter one_of(std::string name, std::vector<std::string> names, std::string fallback,
                        Text about) {
  return {
      std::move(name), Parameter::Kind::one_of, std::move(fallback), std::move(names), -infinity,
      infinity,        std::move(about)};
}

inline Parameter of_kind(Parameter::Kind kind, std::string name, std::string fallback, Text about) {
  return {std::move(name), kind, std::move(fallback), {}, -infinity, infinity, std::move(about)};
}

inline Parameter pair(std::string name, std::vector<std::string> items, std::string fallback,
                      Text about) {
  Parameter parameter =
      of_kind(Parameter::Kind::numbers, std::move(name), std::move(fallback), std::move(about));
  parameter.names = std::move(items);
  return parameter;
}

inline Parameter range(std::string fallback = "[0, 100]") {
  return pair("range", {"worst", "best"}, std::move(fallback),
              {"the scores of the worst and of the best", "最差与最好的得分"});
}

/// Of a value function: where it is left out, the indicator's own number.
inline Parameter own(Parameter::Kind kind, std::string name, Parameter::Own own, Text about) {
  Parameter parameter = of_kind(kind, std::move(name), {}, std::move(about));
  parameter.own = own;
  return parameter;
}

/// The two ends of `range`.
struct Ends {
  double low, high;
};
inline Ends ends(const Choice& choice) {
  const std::vector<double> given = choice.numbers("range");
  return {given.at(0), given.at(1)};
}

}  // namespace tijian::method
