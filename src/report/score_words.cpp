#include "report/score_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/number.h"
#include "base/value_text.h"
#include "model/value_function.h"

namespace tijian::report {
namespace {

/// How many digits of two numbers, and of what their difference over another is multiplied by, make
/// the result come out to three decimals.
int digits_of(double a, double b, double result) {
  const auto order = [](double ratio) {
    return ratio > 0 && std::isfinite(ratio) ? static_cast<int>(std::ceil(std::log10(ratio))) : 0;
  };
  const int lost = order(std::max(std::abs(a), std::abs(b)) / std::abs(a - b)) - 1;
  return std::min(std::max(6, 4 + order(std::abs(result))) + std::max(lost, 0), 15);
}

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

  int digits = 6;

  /// A number with what stands before it where it is negative: `(−3)`.
  std::string n(double number) const {
    const std::string text = base::readable(number, digits);
    return number < 0 ? "(" + text + ")" : text;
  }
  std::string m(double number) const {
    const std::string text = base::readable(number, digits) + mark;
    return number < 0 ? "(" + text + ")" : text;
  }
  /// With what the sum starts from.
  std::string from(double start, const std::string& rest) const {
    return start == 0 ? rest : fmt::format("{} + {}", n(start), rest);
  }

  std::string operator()(std::monostate) const { return ""; }
  std::string operator()(const ByLine& by) {
    digits = digits_of(x, by.from, by.rise * (x - by.from) / (by.to - by.from));
    return from(by.start, fmt::format("{} × ({} − {}) / ({} − {})", n(by.rise), n(x), m(by.from),
                                      m(by.to), m(by.from)));
  }
  std::string operator()(const ByDistance& by) {
    digits = digits_of(x, by.limit, 100 * (x - by.limit) / by.tolerance);
    const std::string more = by.above ? n(x) : m(by.limit), less = by.above ? m(by.limit) : n(x);
    return fmt::format("100 × (1 − ({} − {}) / {})", more, less, m(by.tolerance));
  }
  std::string operator()(const ByProgress& by) const {
    return say("100 × progress {} / expected {}", "100 × 已完成 {} / 应完成 {}",
               base::readable(by.progress, 4) + mark, base::readable(by.expected, 4));
  }
  std::string operator()(const ByScale& by) {
    digits = digits_of(x, by.shift, by.factor * (x - by.shift));
    return from(by.offset, fmt::format("{} × ({} − {})", n(by.factor), n(x), n(by.shift)));
  }
  std::string operator()(const ByComparison& by) const {
    return say("compared with {} reference values", "与 {} 个参照值比较", by.values);
  }
};

}  // namespace

std::string value_function_words(const Indicator& indicator, const MethodTable& methods,
                                 const std::string& mark, Language say) {
  if (!indicator.score && indicator.normalise) {
    const Choice& own = *indicator.normalise;
    const Normaliser* entry = find_method(methods.normalisers, own.name);
    return say("relative to the sample, by its own normaliser: {} ({})",
               "相对得分：由自己的归一化在样本内确定：{}（{}）",
               entry ? say(entry->title) : own.name, base::written(own));
  }
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
