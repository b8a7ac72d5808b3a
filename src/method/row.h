#pragma once
#include <algorithm>
#include <span>

#include "method/parameters.h"
#include "method/present.h"

namespace tijian::method {

/// One row's children that count, with what every mean needs to know of them.
struct Row {
  const Children& children;
  Index row;
  double weight = 0;  ///< of those present
  double min = infinity, max = -infinity;

  Row(const Children& c, Index r) : children(c), row(r) {
    each([this](double w, double x) {
      weight += w;
      min = std::min(min, x);
      max = std::max(max, x);
    });
  }
  bool empty() const { return !(weight > 0); }
  double inside(double mean) const { return std::clamp(mean, min, max); }

  /// Calls `f(weight, score)` for every child present with a positive weight, in column order.
  template <class Function>
  void each(Function f) const {
    each_present(children, row, [&](std::size_t, double w, double x) { f(w, x); });
  }
  /// sum of w f(x) over the sum of w.
  template <class Function>
  double average(Function f) const {
    double sum = 0;
    each([&](double w, double x) { sum += w * f(x); });
    return sum / weight;
  }
};

/// `of` every row that has a child; where `positive`, a negative child makes its row missing, and
/// counts.
template <class Function>
long by_row(const Children& children, std::span<double> score, bool positive, Function of) {
  long negative = 0;
  for (Index i = 0; i < children.rows; ++i) {
    const Row row(children, i);
    const bool refused = positive && !row.empty() && row.min < 0;
    score[i] = row.empty() || refused ? missing : of(row);
    negative += refused;
  }
  return negative;
}

}  // namespace tijian::method
