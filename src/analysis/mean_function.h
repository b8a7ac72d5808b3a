#pragma once
#include <Eigen/Core>
#include <cmath>
#include <limits>
#include <optional>

#include "tijian/method_table.h"

namespace tijian::analysis {

/// The function whose weighted arithmetic mean a power mean is: x^p, and ln x for p = 0.
class MeanFunction {
 public:
  /// Nothing for a method that is no power mean.
  static std::optional<MeanFunction> of(const Aggregator& aggregator, const Choice& choice) {
    const std::optional<double> p = aggregator.exponent(choice);
    return p ? std::optional(MeanFunction(*p)) : std::nullopt;
  }

  bool defined(double x) const { return std::isfinite(x) && (p_ == 1 || x > 0); }
  double operator()(double x) const { return p_ == 0 ? std::log(x) : raised(x, p_); }
  double inverse(double y) const { return p_ == 0 ? std::exp(y) : raised(y, 1 / p_); }
  /// The same of a whole table, in place.
  void apply(Eigen::ArrayXXd& x) const { p_ == 0 ? void(x = x.log().eval()) : raise(x, p_); }
  void invert(Eigen::ArrayXXd& y) const { p_ == 0 ? void(y = y.exp().eval()) : raise(y, 1 / p_); }

  bool takes_negative() const { return p_ == 1; }
  /// Whether a single zero makes the mean zero, and what the sum then is.
  bool zero_rules() const { return p_ <= 0; }
  double sum_with_zero() const {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    return p_ == 0 ? -infinity : infinity;
  }

  /// (f(b) - f(a))/(b - a) without cancellation; the derivative where both are alike.
  double secant(double a, double b) const {
    if (p_ == 1) return 1;
    const double h = b - a;
    if (h == 0) return p_ == 0 ? 1 / a : p_ * std::pow(a, p_ - 1);
    const double log_ratio = std::log1p(h / a);
    return p_ == 0 ? log_ratio / h : std::pow(a, p_) * std::expm1(p_ * log_ratio) / h;
  }
  bool operator==(const MeanFunction&) const = default;

 private:
  explicit MeanFunction(double p) : p_(p) {}

  static double raised(double x, double p) { return p == 1 ? x : p == -1 ? 1 / x : std::pow(x, p); }
  static void raise(Eigen::ArrayXXd& x, double p) {
    if (p == -1)
      x = x.inverse().eval();
    else if (p != 1)
      x = x.pow(p).eval();
  }

  double p_;
};

}  // namespace tijian::analysis
