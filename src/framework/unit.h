#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tijian {

/// How numbers in one unit become numbers in another: x * multiply / divide. Both are exact where
/// the factor is a power of ten, so that 36.2 % stays 0.362.
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
  /// stacking), then UDUNITS-2 under the one mutex of the process. Nothing where it is not known.
  static std::optional<Unit> parse(std::string_view text);

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
  // representation: yours to choose
};

}  // namespace tijian
