#include <fmt/format.h>

#include <algorithm>

#include "base/number.h"
#include "method/curve.h"
#include "method/families.h"
#include "method/parameters.h"
#include "method/value_lines.h"

namespace tijian::method {
namespace {

Curve::Points points_of(const Choice& choice) {
  Curve::Points points;
  for (const Value& point : *choice.find("points")->list())
    points.emplace_back(*point.list()->at(0).number(), *point.list()->at(1).number());
  return points;
}

bool is_curved(const Choice& choice) { return choice.text("interpolation") == "pchip"; }

std::optional<Direction> tendency_of(const Curve::Points& points) {
  const auto falls = [](const auto& a, const auto& b) { return a.second > b.second; };
  const auto rises = [](const auto& a, const auto& b) { return a.second < b.second; };
  const bool up = std::ranges::adjacent_find(points, rises) != points.end();
  const bool down = std::ranges::adjacent_find(points, falls) != points.end();
  if (up == down) return up ? std::optional(Direction::range) : std::nullopt;
  return rising(up);
}

std::string fault_of_points(const Choice& choice) {
  const Curve::Points points = points_of(choice);
  for (std::size_t i = 1; i < points.size(); ++i)
    if (!(points[i - 1].first < points[i].first)) return "F210";
  return is_curved(choice) && points.size() < 4 ? "F234" : "";
}

/// On the straight piece between two points; beyond them and on a curve there is none.
WorkedOut on_piece(const Choice& choice, double x, double) {
  const Curve::Points points = points_of(choice);
  const auto right = std::ranges::upper_bound(points, x, {}, &std::pair<double, double>::first);
  if (right == points.begin() || right == points.end() || is_curved(choice)) return {};
  const auto left = right - 1;
  return by_line(x, left->second, right->second - left->second, left->first, right->first);
}

Text words_of_points(const Choice& choice, const std::function<std::string(double)>& number) {
  std::string en, zh;
  for (const auto& [x, score] : points_of(choice)) {
    en +=
        fmt::format("{}{} points at {}", en.empty() ? "" : ", ", base::readable(score), number(x));
    zh += fmt::format("{}{} 得 {} 分", zh.empty() ? "" : "，", number(x), base::readable(score));
  }
  return is_curved(choice)
             ? Text{en + "; a monotone curve between, flat outside",
                    zh + "；其间为单调曲线，之外持平"}
             : Text{en + "; straight between, flat outside", zh + "；其间按直线，之外持平"};
}

ValueFunction piecewise_value() {
  ValueFunction f;
  f.name = "piecewise";
  f.title = {"Through points", "分段"};
  Parameter points = of_kind(Parameter::Kind::points, "points", "",
                             {"points [value, score], values ascending", "[值, 得分]，值逐点递增"});
  points.low = 0;
  points.high = 100;
  f.parameters = {points, one_of("interpolation", {"linear", "pchip"}, "linear",
                                 {"between the points: linear (default) or pchip",
                                  "各点之间：直线，或单调曲线 pchip"})};
  f.formula =
      "through the points, values ascending, flat outside; pchip: a monotone cubic, four points or "
      "more";
  f.literature =
      "Keeney & Raiffa (1976), Decisions with Multiple Objectives; pchip: Fritsch & Butland "
      "(1984), A method for constructing local monotone piecewise cubic interpolants, SIAM J. Sci. "
      "Stat. Comput. 5";
  f.misleads = {"Where the points come from decides all; between far points a curve is a guess.",
                "一切取决于各点的来历；相距很远的两点之间，曲线只是猜测。"};
  f.fault = fault_of_points;
  f.tendency = [](const Choice& choice) { return tendency_of(points_of(choice)); };
  f.score = [](const Choice& choice) {
    return [curve = Curve(points_of(choice), is_curved(choice))](double x, double) {
      return curve(x);
    };
  };
  f.working = on_piece;
  f.words = words_of_points;
  return f;
}

struct Plateau {
  double low, high, zero_below, zero_above;
  explicit Plateau(const Choice& choice)
      : low(choice.number("low")),
        high(choice.number("high")),
        zero_below(choice.number("zero_below")),
        zero_above(choice.number("zero_above")) {}
};

ValueFunction range_value() {
  ValueFunction f;
  f.name = "range";
  f.title = {"Best within a range", "适宜区间"};
  f.parameters = {number("low", "", {"100 from here", "从此处起得 100 分"}),
                  number("high", "", {"100 to here", "到此处止得 100 分"}),
                  number("zero_below", "", {"0 at and below", "不高于此处得 0 分"}),
                  number("zero_above", "", {"0 at and above", "不低于此处得 0 分"})};
  f.formula = "100 from low to high, straight down to 0 at zero_below and at zero_above";
  f.literature = "Keeney & Raiffa (1976), Decisions with Multiple Objectives";
  f.misleads = {"Inside the range nothing counts, and both sides are taken for equally bad.",
                "区间以内的变化看不见，偏高与偏低被看作同样不好。"};
  f.fault = [](const Choice& choice) {
    const Plateau p(choice);
    return std::string(p.zero_below < p.low && p.low <= p.high && p.high < p.zero_above ? ""
                                                                                        : "F211");
  };
  f.tendency = [](const Choice&) { return std::optional(Direction::range); };
  f.score = [](const Choice& choice) {
    const Plateau p(choice);
    return [curve = Curve({{p.zero_below, 0}, {p.low, 100}, {p.high, 100}, {p.zero_above, 0}},
                          false)](double x, double) { return curve(x); };
  };
  f.working = [](const Choice& choice, double x, double) -> WorkedOut {
    const Plateau p(choice);
    if (x < p.low) return by_line(x, 0, 100, p.zero_below, p.low);
    return x > p.high ? by_line(x, 0, 100, p.zero_above, p.high) : WorkedOut{};
  };
  f.words = [](const Choice& choice, const auto& number) {
    const Plateau p(choice);
    const auto filled = [&](const char* text) {
      return fmt::format(fmt::runtime(text), number(p.low), number(p.high), number(p.zero_below),
                         number(p.zero_above));
    };
    return Text{filled("100 points from {} to {}, falling to 0 at {} and at {}"),
                filled("{} 至 {} 得 100 分，向两侧降至 {} 和 {} 得 0 分")};
  };
  return f;
}

}  // namespace

Family<ValueFunction> curved_values() { return {piecewise_value(), range_value()}; }

}  // namespace tijian::method
