#include "method/summary.h"

#include <algorithm>
#include <cmath>

#include "tijian/missing.h"

namespace tijian::method {
namespace {

bool present(double x) { return x == x; }

double magnitude(const Summary& s) { return std::max(std::abs(s.min), std::abs(s.max)); }

/// Squared deviations in another unit; multiplied twice, as the square itself may be out of range.
double rescaled(double m2, double from, double to) {
  const double ratio = to / from;
  return from == to ? m2 : m2 * ratio * ratio;
}

void find_bounds(Summary& s, std::span<const double> values) {
  for (const double x : values) {
    if (!present(x)) continue;
    if (s.count == 0) s.min = s.max = x;
    s.min = std::min(s.min, x);
    s.max = std::max(s.max, x);
    s.count += 1;
  }
}

}  // namespace

double moderating_unit(double magnitude) {
  if (magnitude > 0x1p+400) return 0x1p-600;
  if (magnitude > 0 && magnitude < 0x1p-400) return 0x1p+600;
  return 1;
}

Summary summarise(std::span<const double> values) {
  Summary s;
  find_bounds(s, values);
  if (s.count == 0) return s;
  s.unit = moderating_unit(magnitude(s));
  double sum = 0;
  for (const double x : values)
    if (present(x)) sum += s.unit * x;
  const double mean = sum / s.count;
  for (const double x : values)
    if (present(x)) s.m2 += (s.unit * x - mean) * (s.unit * x - mean);
  s.mean = std::clamp(mean / s.unit, s.min, s.max);
  return s;
}

void merge(Summary& whole, const Summary& part) {
  if (part.count == 0) return;
  if (whole.count == 0) {
    whole = part;
    return;
  }
  const double unit = moderating_unit(std::max(magnitude(whole), magnitude(part)));
  const double count = whole.count + part.count;
  const double delta = unit * part.mean - unit * whole.mean;
  whole.m2 = rescaled(whole.m2, whole.unit, unit) + rescaled(part.m2, part.unit, unit) +
             delta * delta * (whole.count * (part.count / count));
  whole.mean = (unit * whole.mean + delta * (part.count / count)) / unit;
  whole.min = std::min(whole.min, part.min);
  whole.max = std::max(whole.max, part.max);
  whole.mean = std::clamp(whole.mean, whole.min, whole.max);
  whole.count = count;
  whole.unit = unit;
}

double moderated_sd(const Summary& s) {
  return s.count > 1 ? std::sqrt(s.m2 / (s.count - 1)) : missing;
}

}  // namespace tijian::method
