#include "report/score_words.h"

#include <fmt/format.h>

#include "base/number.h"
#include "model/value_function.h"

namespace tijian::report {
namespace {

/// A number with what stands before it where it is negative: `(−3)`.
std::string n(double x) { return x < 0 ? "(" + base::readable(x) + ")" : base::readable(x); }

/// The parameters as they are written, where an entry has no words of its own.
Text listed(const ValueFunction& function, const Choice& choice,
            const std::function<std::string(double)>& number) {
  std::string parameters;
  for (const Parameter& parameter : function.parameters)
    if (const Value* value = choice.find(parameter.name); value && value->number())
      parameters += fmt::format("{}{} {}", parameters.empty() ? "" : ", ", parameter.name,
                                number(*value->number()));
  return Text{function.title.in("en") + ": " + parameters,
              function.title.in("zh") + "：" + parameters};
}

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

std::string value_function_words(const Indicator& indicator, const MethodTable& methods,
                                 const std::string& mark, Language say) {
  if (!indicator.score)
    return say("relative to the sample, by the method's normaliser",
               "相对得分：由方法的归一化在样本内确定");
  const ValueFunction& function = *model::value_function_of(indicator, methods);
  const Choice choice = resolve(*indicator.score, function);
  const auto number = [&](double x) { return base::readable(x) + mark; };
  return say(function.words ? function.words(choice, number) : listed(function, choice, number));
}

std::string arithmetic_words(const Arithmetic& how, double x, const std::string& mark,
                             Language say) {
  return std::visit(Work{x, mark, say}, how);
}

}  // namespace tijian::report
