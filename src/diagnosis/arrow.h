#pragma once
#include <optional>
#include <span>

#include "diagnosis/level.h"
#include "tijian/framework.h"
#include "tijian/light.h"
#include "tijian/missing.h"
#include "tijian/period.h"

namespace tijian::diagnosis {

/// A measured value of a place's indicator; time in years.
struct Point {
  double time, value;
  Period period = {};
};

/// Where an indicator is going.
struct Heading {
  Arrow arrow = Arrow::none;
  Point from{}, to{};       ///< between which the change is read
  double pace = missing;    ///< a year, in its unit
  double needed = missing;  ///< a year, to be green in time; missing without a green or a year
};

/// What would be green: its light's limit, else the plan's target, else the standard's limit in
/// that year; nothing where it has none.
std::optional<double> green_of(const Indicator&, int year);

/// Those points of a series, ascending in time, that the rule asks for, none of them before the
/// last break.
std::span<const Point> unbroken(std::span<const Point>, const TrendRule&,
                                std::span<const int> breaks);

/// The arrow of a series, ascending in time, of one indicator and place: a = (x1 - x0)/(t1 - t0)
/// against need = (green - x0)/(until - base), both on the scale of worst and best where there is
/// one: up where x1 reaches green; else down where a < 0; else up where need <= 0 or a/need >= 1,
/// slow_up where a/need >= 0.5, else flat. Without a green to reach in time: up, flat or down by
/// the sign. Only values of the last unbroken series up to `to` count.
Heading heading_of(std::span<const Point>, const Indicator&, const TrendRule&,
                   const std::optional<ScaleEnds>&, std::span<const int> breaks);

}  // namespace tijian::diagnosis
