#include "report/score_words.h"

#include <algorithm>
#include <cmath>

#include "base/number.h"
#include "model/value_function.h"
#include "tijian/missing.h"

namespace tijian::report {
namespace {

/// A number with what stands before it where it is negative: `(−3)`.
std::string n(double x) { return x < 0 ? "(" + base::readable(x) + ")" : base::readable(x); }

struct Describe {
  const std::string& mark;
  Language say;

  std::string m(double x) const { return base::readable(x) + mark; }

  std::string operator()(const Relative&) const {
    return say("relative to the sample, by the method's normaliser",
               "相对得分：由方法的归一化在样本内确定");
  }
  std::string operator()(const Linear& f) const {
    return say("0 points at {}, 100 points at {}, straight between",
               "{} 得 0 分，{} 得 100 分，其间按直线", m(f.zero), m(f.full));
  }
  std::string operator()(const Efficacy& f) const {
    return say("60 points at {}, 100 points at {}, straight through both, within 0 and 100",
               "{} 得 60 分，{} 得 100 分，按两点直线，限于 0 至 100", m(f.pass), m(f.full));
  }
  std::string operator()(const Piecewise& f) const {
    std::string points;
    for (const auto& [x, score] : f.points)
      points += (points.empty() ? "" : say(", ", "，")) +
                say("{} points at {}", "{1} 得 {0} 分", base::readable(score), m(x));
    return points +
           (f.pchip ? say("; a monotone curve between, flat outside", "；其间为单调曲线，之外持平")
                    : say("; straight between, flat outside", "；其间按直线，之外持平"));
  }
  std::string operator()(const Range& f) const {
    return say("100 points from {} to {}, falling to 0 at {} and at {}",
               "{} 至 {} 得 100 分，向两侧降至 {} 和 {} 得 0 分", m(f.low), m(f.high),
               m(f.zero_below), m(f.zero_above));
  }
  std::string operator()(const Cap& f) const {
    return say("100 points up to {}, falling to 0 at {}",
               "不高于 {} 得 100 分，超过后降至 {} 得 0 分", m(f.limit), m(f.limit + f.tolerance));
  }
  std::string operator()(const Floor& f) const {
    return say("100 points from {} on, falling to 0 at {}",
               "不低于 {} 得 100 分，不足时降至 {} 得 0 分", m(f.limit), m(f.limit - f.tolerance));
  }
  std::string operator()(const Trajectory& f) const {
    return say(
        "100 points on the path from {} in {} to {} in {} or ahead of it; else the share of the "
        "progress expected by then",
        "从 {1} 年的 {0} 到 {3} 年的 {2}，达到或超过路径得 100 分，否则按已完成占应完成的份额",
        m(f.from), f.from_year, m(f.to), f.to_year);
  }
};

struct Work {
  double x;
  const Period& period;
  const std::string& mark;
  Language say;

  std::string m(double number) const {
    return number < 0 ? "(" + base::readable(number) + mark + ")" : base::readable(number) + mark;
  }

  Arithmetic line(double start, double rise, double from, double to) const {
    const std::string fraction =
        fmt::format("{} × ({} − {}) / ({} − {})", n(rise), n(x), m(from), m(to), m(from));
    return {start == 0 ? fraction : fmt::format("{} + {}", n(start), fraction),
            start + rise * (x - from) / (to - from)};
  }

  Arithmetic operator()(const Relative&) const { return {}; }
  Arithmetic operator()(const Linear& f) const { return line(0, 100, f.zero, f.full); }
  Arithmetic operator()(const Efficacy& f) const { return line(60, 40, f.pass, f.full); }
  Arithmetic operator()(const Piecewise& f) const {
    const auto right = std::ranges::upper_bound(f.points, x, {}, &std::pair<double, double>::first);
    if (right == f.points.begin() || right == f.points.end() || f.pchip) return {};
    const auto left = right - 1;
    return line(left->second, right->second - left->second, left->first, right->first);
  }
  Arithmetic operator()(const Range& f) const {
    if (x < f.low) return line(0, 100, f.zero_below, f.low);
    return x > f.high ? line(0, 100, f.zero_above, f.high) : Arithmetic{};
  }
  Arithmetic operator()(const Cap& f) const {
    return x <= f.limit ? Arithmetic{} : beyond(n(x), m(f.limit), x - f.limit, f.tolerance);
  }
  Arithmetic operator()(const Floor& f) const {
    return x >= f.limit ? Arithmetic{} : beyond(m(f.limit), n(x), f.limit - x, f.tolerance);
  }
  Arithmetic operator()(const Trajectory& f) const {
    const double progress = (x - f.from) / (f.to - f.from);
    const double expected =
        std::clamp((model::time_of(period) - f.from_year) / (f.to_year - f.from_year), 0.0, 1.0);
    return {say("100 × progress {} / expected {}", "100 × 已完成 {} / 应完成 {}",
                base::readable(progress, 4) + mark, base::readable(expected, 4)),
            expected > 0 ? 100 * progress / expected : missing};
  }

  Arithmetic beyond(const std::string& more, const std::string& less, double distance,
                    double tolerance) const {
    return {fmt::format("100 × (1 − ({} − {}) / {})", more, less, m(tolerance)),
            100 * (1 - distance / tolerance)};
  }
};

}  // namespace

std::string value_function_words(const ValueFunction& function, const std::string& mark,
                                 Language say) {
  return std::visit(Describe{mark, say}, function);
}

Arithmetic arithmetic(const ValueFunction& function, double x, const Period& period,
                      const std::string& mark, Language say) {
  return std::visit(Work{x, period, mark, say}, function);
}

Arithmetic arithmetic(const Scale& scale, bool straight, double x, Language say) {
  if (!straight)
    return {say("compared with {} reference values", "与 {} 个参照值比较", scale.knots.size())};
  const std::string product = fmt::format("{} × ({} − {})", n(scale.factor), n(x), n(scale.shift));
  return {scale.offset == 0 ? product : fmt::format("{} + {}", n(scale.offset), product),
          scale.offset + scale.factor * (x - scale.shift)};
}

}  // namespace tijian::report
