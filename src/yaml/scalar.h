#pragma once
#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include "yaml/shape.h"

namespace tijian::yaml {

/// What a scalar without quotes is to YAML 1.2.
enum class ScalarKind { text, number, boolean };
ScalarKind kind_of(const Node& scalar);

/// Any scalar but nothing: text, or a number or a truth value as it is written. Not empty.
Shape<std::string> text();
/// The same, or nothing between quotes.
Shape<std::string> any_text();
/// An identifier: letters, digits and underscores of ASCII, no digit in front.
Shape<std::string> identifier();
Shape<bool> boolean();

/// Which numbers are allowed.
struct Bounds {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  bool above_low = false;  ///< `low` itself is not allowed
  bool hold(double x) const { return x >= low && x <= high && !(above_low && x == low); }
};
/// `a number from 0 to 1`
Text expected_range(Bounds);
/// Of two numbers.
Text ascending();
/// A finite number, not in quotes and without a leading zero (`010` is 8 to some, 10 to others).
Shape<double> number(Bounds = {});
/// The same without a fraction, point or exponent.
Shape<double> whole_number(Bounds = {});
Shape<int> integer(int low, int high);

/// One of these names, else a diagnostic of that code with {found}, {names} and a hint where one
/// is near.
Shape<std::string> one_of(std::vector<std::string> names, std::string_view code = "Y130");

/// The same for the values of an enumeration.
template <class E>
Shape<E> choice(std::vector<std::pair<const char*, E>> values, std::string_view code = "Y130") {
  std::vector<std::string> names;
  for (const auto& [name, value] : values) names.push_back(name);
  return converted<E>(
      one_of(names, code),
      [values](const std::string& found, E& out) {
        for (const auto& [name, value] : values)
          if (name == found) out = value;
      },
      [values](const E& chosen) {
        const auto found =
            std::ranges::find(values, chosen, [](const auto& named) { return named.second; });
        return found == values.end() ? std::string{} : found->first;
      });
}

/// Anything, as plain data.
Shape<Value> anything();

/// Reports an unknown name: {found}, {names}, {family}; its hint is "did you mean ...?" where one
/// is near.
void report_unknown(Reading&, std::string_view code, const Node& at, const std::string& found,
                    const std::vector<std::string>& names, const Text& family = {});

}  // namespace tijian::yaml
