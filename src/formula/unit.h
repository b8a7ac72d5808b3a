#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace tijian::formula {

/// How numbers in one unit become numbers in another: x * multiply / divide. Both are exact where
/// the factor is a power of ten, so that one rounding is all that a conversion costs.
struct Conversion {
  double multiply = 1;
  double divide = 1;
  double operator()(double x) const { return x * multiply / divide; }
};

/// A unit of measure: a factor over base dimensions. A plain value; safe to share between threads.
class Unit {
 public:
  Unit() = default;  ///< a plain number

  /// Reads a unit as people write it: NFKC, the table of whole names, Chinese prefixes (十百千万亿,
  /// stacking), then UDUNITS-2 under the one mutex of the process. Nothing where it is not known,
  /// or where it can be read in two ways (升/人·日: write 升/(人·日) or 升/人/日).
  static std::optional<Unit> parse(std::string_view text);

  /// A base unit: a dimension of its own.
  static Unit base(std::string name);
  /// A plain number as a unit, such as 0.01; it must be positive and finite.
  static Unit of_factor(double factor);

  Unit operator*(const Unit&) const;
  Unit operator/(const Unit&) const;
  /// Nothing where a dimension would not be a whole or half power.
  std::optional<Unit> power(double exponent) const;

  bool plain() const;  ///< without dimension (%, 1, 个 are plain; 人 is not)
  /// Nothing where the quotient is not a plain number.
  std::optional<Conversion> to(const Unit& other) const;
  /// For messages: base units with powers.
  std::string to_string() const;

 private:
  void shorten();

  // The factor is numerator_ / denominator_ * 10^ten_, so that powers of ten stay exact.
  double numerator_ = 1, denominator_ = 1;
  int ten_ = 0;
  std::map<std::string, int> powers_;  ///< base unit: twice its power; never 0
};

}  // namespace tijian::formula
