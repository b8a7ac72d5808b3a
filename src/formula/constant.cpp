#include "formula/constant.h"

#include <cmath>

namespace tijian::formula {
namespace {

std::optional<double> constant_operation(const Expression& e) {
  const auto x = constant_of(e.arguments[0]), y = constant_of(e.arguments[1]);
  if (!x || !y) return {};
  if (e.name == "+") return *x + *y;
  if (e.name == "-") return *x - *y;
  if (e.name == "*") return *x * *y;
  if (e.name == "/") return *x / *y;
  if (e.name == "^") return std::pow(*x, *y);
  return {};
}

}  // namespace

std::optional<double> constant_of(const Expression& e) {
  if (e.kind == Expression::Kind::number && !e.unit.empty()) return {};
  if (e.kind == Expression::Kind::number) return e.number;
  if (e.kind == Expression::Kind::operation) return constant_operation(e);
  if (e.kind != Expression::Kind::negation) return {};
  const auto x = constant_of(e.arguments[0]);
  return x ? std::optional(-*x) : std::nullopt;
}

std::optional<int> whole_number(const Expression& e, int least, int most) {
  const auto x = constant_of(e);
  if (!x || *x != std::floor(*x) || *x < least || *x > most) return {};
  return static_cast<int>(*x);
}

}  // namespace tijian::formula
