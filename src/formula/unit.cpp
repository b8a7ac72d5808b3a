#include "formula/unit.h"

#include <fmt/format.h>

#include <cmath>
#include <numeric>

namespace tijian::formula {
namespace {

constexpr double exact_integers = 9007199254740992.0;  // 2^53: up to here every integer is a double

double power_of_ten(int exponent) {
  double power = 1;  // exact up to 10^22
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

bool integer(double x) { return x <= exact_integers && x == std::floor(x); }

// The digits of a number that people would write down (at most 12 of them), as integer * 10^ten.
bool as_decimal(double x, double& mantissa, int& ten) {
  const std::string text = fmt::format("{:.11e}", x);  // d.ddddddddddde+xx
  const double written = std::stod(text);
  if (std::abs(written - x) > 4e-16 * x) return false;
  mantissa = std::stod(text.substr(0, 1) + text.substr(2, 11));
  ten = std::stoi(text.substr(text.find('e') + 1)) - 11;
  return true;
}

std::string written(const std::string& name, int doubled_power) {
  if (doubled_power == 2) return name;
  if (doubled_power % 2 == 0) return fmt::format("{}^{}", name, doubled_power / 2);
  return fmt::format("{}^({}/2)", name, doubled_power);
}

double integer_power(double x, int n) {
  double power = 1;
  for (int i = 0; i < n; ++i) power *= x;
  return power;
}

// x^exponent for exponents that are whole or half; others go through libm.
double raised(double x, double exponent) {
  const double doubled = 2 * exponent;
  if (doubled == std::floor(doubled) && doubled <= 64) {
    const int n = static_cast<int>(doubled);
    return n % 2 == 0 ? integer_power(x, n / 2) : std::sqrt(integer_power(x, n));
  }
  return std::pow(x, exponent);
}

}  // namespace

Unit Unit::base(std::string name) {
  Unit unit;
  unit.powers_[std::move(name)] = 2;
  return unit;
}

Unit Unit::of_factor(double factor) {
  Unit unit;
  if (as_decimal(factor, unit.numerator_, unit.ten_)) {
    unit.shorten();
  } else if (as_decimal(1 / factor, unit.denominator_, unit.ten_)) {
    unit.ten_ = -unit.ten_;
    unit.shorten();
  } else {
    unit.numerator_ = factor;
    unit.denominator_ = 1;
    unit.ten_ = 0;
  }
  return unit;
}

void Unit::shorten() {
  if (!integer(numerator_) || !integer(denominator_)) {
    numerator_ /= denominator_;
    denominator_ = 1;
    return;
  }
  auto top = static_cast<long long>(numerator_), bottom = static_cast<long long>(denominator_);
  const long long common = std::gcd(top, bottom);
  top /= common;
  bottom /= common;
  for (; top % 10 == 0; top /= 10) ++ten_;
  for (; bottom % 10 == 0; bottom /= 10) --ten_;
  numerator_ = static_cast<double>(top);
  denominator_ = static_cast<double>(bottom);
}

Unit Unit::operator*(const Unit& other) const {
  Unit product = *this;
  product.numerator_ *= other.numerator_;
  product.denominator_ *= other.denominator_;
  product.ten_ += other.ten_;
  product.shorten();
  for (const auto& [name, power] : other.powers_)
    if ((product.powers_[name] += power) == 0) product.powers_.erase(name);
  return product;
}

Unit Unit::operator/(const Unit& other) const { return *this * *other.power(-1); }

std::optional<Unit> Unit::power(double exponent) const {
  Unit result;
  for (const auto& [name, power] : powers_) {
    const double raised_power = power * exponent;
    if (raised_power != std::floor(raised_power) || std::abs(raised_power) > 64) return {};
    if (raised_power != 0) result.powers_[name] = static_cast<int>(raised_power);
  }
  const double size = std::abs(exponent);
  const double tens = ten_ * size;
  const double whole_tens = std::floor(tens);
  if (std::abs(tens) > 600) return {};
  result.numerator_ = raised(numerator_, size) * std::pow(10, tens - whole_tens);
  result.denominator_ = raised(denominator_, size);
  result.ten_ = static_cast<int>(whole_tens);
  if (exponent < 0) {
    std::swap(result.numerator_, result.denominator_);
    result.ten_ = -result.ten_;
  }
  if (!std::isfinite(result.numerator_) || !std::isfinite(result.denominator_)) return {};
  result.shorten();
  return result;
}

bool Unit::plain() const { return powers_.empty(); }

std::optional<Conversion> Unit::to(const Unit& other) const {
  if (powers_ != other.powers_) return {};
  const Unit quotient = *this / other;
  const Conversion conversion{quotient.numerator_ * power_of_ten(quotient.ten_),
                              quotient.denominator_ * power_of_ten(-quotient.ten_)};
  if (!std::isfinite(conversion.multiply) || !std::isfinite(conversion.divide)) return {};
  return conversion;
}

std::string Unit::to_string() const {
  std::string above, below;
  int factors_below = 0;
  for (const auto& [name, power] : powers_) {
    std::string& side = power > 0 ? above : below;
    if (!side.empty()) side += "·";
    side += written(name, std::abs(power));
    factors_below += power < 0;
  }
  if (above.empty()) above = "1";
  if (below.empty()) return above;
  return above + (factors_below > 1 ? "/(" + below + ")" : "/" + below);
}

}  // namespace tijian::formula
