#include "report/score_words.h"

#include <fmt/format.h>

#include "base/number.h"

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
  const std::string& mark;
  Language say;

  std::string m(double number) const {
    return number < 0 ? "(" + base::readable(number) + mark + ")" : base::readable(number) + mark;
  }
  /// With what the sum starts from.
  static std::string from(double start, const std::string& rest) {
    return start == 0 ? rest : fmt::format("{} + {}", n(start), rest);
  }

  std::string operator()(std::monostate) const { return ""; }
  std::string operator()(const ByLine& by) const {
    return from(by.start, fmt::format("{} × ({} − {}) / ({} − {})", n(by.rise), n(x), m(by.from),
                                      m(by.to), m(by.from)));
  }
  std::string operator()(const ByDistance& by) const {
    const std::string more = by.above ? n(x) : m(by.limit), less = by.above ? m(by.limit) : n(x);
    return fmt::format("100 × (1 − ({} − {}) / {})", more, less, m(by.tolerance));
  }
  std::string operator()(const ByProgress& by) const {
    return say("100 × progress {} / expected {}", "100 × 已完成 {} / 应完成 {}",
               base::readable(by.progress, 4) + mark, base::readable(by.expected, 4));
  }
  std::string operator()(const ByScale& by) const {
    return from(by.offset, fmt::format("{} × ({} − {})", n(by.factor), n(x), n(by.shift)));
  }
  std::string operator()(const ByComparison& by) const {
    return say("compared with {} reference values", "与 {} 个参照值比较", by.values);
  }
};

}  // namespace

std::string value_function_words(const ValueFunction& function, const std::string& mark,
                                 Language say) {
  return std::visit(Describe{mark, say}, function);
}

std::string arithmetic_words(const Arithmetic& how, double x, const std::string& mark,
                             Language say) {
  return std::visit(Work{x, mark, say}, how);
}

}  // namespace tijian::report
