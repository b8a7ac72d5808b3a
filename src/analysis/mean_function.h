#pragma once
#include <cmath>
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
  double operator()(double x) const {
    return p_ == 1 ? x : p_ == 0 ? std::log(x) : std::pow(x, p_);
  }
  double inverse(double y) const {
    return p_ == 1 ? y : p_ == 0 ? std::exp(y) : std::pow(y, 1 / p_);
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
  double p_;
};

}  // namespace tijian::analysis
