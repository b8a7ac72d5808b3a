#include "method/two_point.h"

#include <algorithm>
#include <cmath>

#include "method/summary.h"
#include "tijian/missing.h"

namespace tijian::method {
namespace {

struct Points {
  double from, to, at_from, at_to;
};

bool exact(const Scale& s, const Points& p) {
  return on_line(s, p.from) == p.at_from && on_line(s, p.to) == p.at_to;
}

/// The line anchored `part` of the way from `from` to `to`.
Scale anchored(const Points& p, double unit, double factor, double part) {
  Scale s;
  s.unit = unit;
  s.factor = factor;
  s.shift = unit * p.from + (unit * p.to - unit * p.from) * part;
  s.offset = p.at_from - factor * (unit * p.from - s.shift);
  return s;
}

}  // namespace

Scale two_point(double from, double to, double at_from, double at_to) {
  const Points p{from, to, at_from, at_to};
  const double unit = moderating_unit(std::max(std::abs(from), std::abs(to)));
  const double factor = (at_to - at_from) / (unit * to - unit * from);
  const Scale plain = anchored(p, unit, factor, 0);
  if (exact(plain, p)) return plain;
  // One range in eight has no factor that rounds to the far score. Anchored between the ends, the
  // sum rounds once more, and some place soon serves.
  const double inward = std::nextafter(factor, 0.0);
  for (int part = 1; part < 64; ++part)
    for (const double candidate : {factor, inward, std::nextafter(factor, 2 * factor)})
      if (const Scale s = anchored(p, unit, candidate, part / 64.0); exact(s, p)) return s;
  return anchored(p, unit, inward, 0);
}

double affine_score(const Scale& s, double x) {
  if (!(x == x) || !(s.factor == s.factor)) return missing;
  return std::clamp(on_line(s, x), s.low, s.high);
}

}  // namespace tijian::method
