#include <fmt/format.h>

#include "method/families.h"
#include "method/parameters.h"
#include "method/value_lines.h"

namespace tijian::method {
namespace {

/// 100 on the right side of the limit, straight down to 0 at the tolerance beyond it; `beyond` is 1
/// above the limit, -1 below.
ValueFunction with_tolerance(int beyond) {
  ValueFunction f;
  f.parameters = {
      own(Parameter::Kind::number, "limit",
          beyond > 0 ? Parameter::Own::upper_limit : Parameter::Own::lower_limit,
          {"the limit, in the indicator's unit", "限值，按指标的单位"}),
      of_kind(Parameter::Kind::distance, "tolerance", "",
              {"how far beyond the limit the score reaches 0: in the indicator's unit, or a share "
               "of the limit such as 10%",
               "超出限值多远得 0 分：按指标的单位，或写限值的百分比如 10%"})};
  f.literature = "Keeney & Raiffa (1976), Decisions with Multiple Objectives";
  f.fault = [](const Choice& choice) {
    return std::string(choice.number("tolerance") > 0 ? "" : "F212");
  };
  f.tendency = [beyond](const Choice&) { return std::optional(rising(beyond < 0)); };
  f.line = [beyond](const Choice& choice) {
    const double limit = choice.number("limit");
    return line_within(limit + beyond * choice.number("tolerance"), limit, 0, 100);
  };
  f.working = [beyond](const Choice& choice, double x, double) -> WorkedOut {
    const double limit = choice.number("limit"), tolerance = choice.number("tolerance");
    const double distance = beyond > 0 ? x - limit : limit - x;
    if (distance <= 0) return {};
    return {ByDistance{limit, tolerance, beyond > 0}, 100 * (1 - distance / tolerance)};
  };
  return f;
}

ValueFunction cap_value() {
  ValueFunction f = with_tolerance(1);
  f.name = "cap";
  f.title = {"Upper limit", "上限"};
  f.formula = "100 to limit, 100 (1 - (x - limit)/tolerance) above it, not below 0";
  f.misleads = {"The tolerance decides how hard a breach counts, and seldom has a source.",
                "容差决定超限扣多少分，却很少有出处。"};
  f.words = [](const Choice& choice, const auto& number) {
    const double limit = choice.number("limit");
    const std::string from = number(limit), to = number(limit + choice.number("tolerance"));
    return Text{fmt::format("100 points up to {}, falling to 0 at {}", from, to),
                fmt::format("不高于 {} 得 100 分，超过后降至 {} 得 0 分", from, to)};
  };
  return f;
}

ValueFunction floor_value() {
  ValueFunction f = with_tolerance(-1);
  f.name = "floor";
  f.title = {"Lower limit", "下限"};
  f.formula = "100 from limit on, 100 (1 - (limit - x)/tolerance) below it, not below 0";
  f.misleads = {"The tolerance decides how hard a shortfall counts, and seldom has a source.",
                "容差决定不足扣多少分，却很少有出处。"};
  f.words = [](const Choice& choice, const auto& number) {
    const double limit = choice.number("limit");
    const std::string from = number(limit), to = number(limit - choice.number("tolerance"));
    return Text{fmt::format("100 points from {} on, falling to 0 at {}", from, to),
                fmt::format("不低于 {} 得 100 分，不足时降至 {} 得 0 分", from, to)};
  };
  return f;
}

}  // namespace

Family<ValueFunction> limited_values() { return {cap_value(), floor_value()}; }

}  // namespace tijian::method
