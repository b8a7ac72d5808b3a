#include <fmt/format.h>

#include "method/families.h"
#include "method/parameters.h"
#include "method/value_lines.h"

namespace tijian::method {
namespace {

/// A line through the points where the score is `at_first` and 100.
ValueFunction through(const char* first, double at_first, const char* fault) {
  ValueFunction f;
  const auto ends_of = [first](const Choice& choice) {
    return std::pair{choice.number(first), choice.number("full")};
  };
  f.fault = [=](const Choice& choice) {
    const auto [from, full] = ends_of(choice);
    return std::string(from == full ? fault : "");
  };
  f.tendency = [=](const Choice& choice) {
    const auto [from, full] = ends_of(choice);
    return std::optional(rising(full > from));
  };
  f.line = [=](const Choice& choice) {
    const auto [from, full] = ends_of(choice);
    return line_within(from, full, at_first, 100);
  };
  f.working = [=](const Choice& choice, double x, double) {
    const auto [from, full] = ends_of(choice);
    return by_line(x, at_first, 100 - at_first, from, full);
  };
  return f;
}

ValueFunction linear_value() {
  ValueFunction f = through("zero", 0, "F208");
  f.name = "linear";
  f.title = {"Straight line", "直线"};
  f.parameters = {
      number("zero", "", {"score 0", "得 0 分处"}),
      own(Parameter::Kind::number, "full", Parameter::Own::goal, {"score 100", "得 100 分处"})};
  f.formula = "100 clip((x - zero)/(full - zero), 0, 1), either direction";
  f.literature = "UNDP, Human Development Report, technical note 1: fixed minimum and maximum";
  f.misleads = {
      "Both ends are a choice and act like weights; what happens beyond them is not seen.",
      "两端是人为选定的，等于给指标加了一次权；两端以外的进步与退步都看不见。"};
  f.words = [](const Choice& choice, const auto& number) {
    const std::string zero = number(choice.number("zero")), full = number(choice.number("full"));
    return Text{fmt::format("0 points at {}, 100 points at {}, straight between", zero, full),
                fmt::format("{} 得 0 分，{} 得 100 分，其间按直线", zero, full)};
  };
  return f;
}

ValueFunction efficacy_value() {
  ValueFunction f = through("pass", 60, "F209");
  f.name = "efficacy";
  f.title = {"Efficacy coefficient", "功效系数法"};
  f.parameters = {
      own(Parameter::Kind::number, "pass", Parameter::Own::standard, {"score 60", "得 60 分处"}),
      own(Parameter::Kind::number, "full", Parameter::Own::goal, {"score 100", "得 100 分处"})};
  f.formula = "clip(60 + 40 (x - pass)/(full - pass), 0, 100)";
  f.literature = "功效系数法, e.g. 财政部等 (1999) 国有资本金效绩评价规则";
  f.misleads = {"Below pass the line goes on: how far from pass to full decides what a miss costs.",
                "不及格处直线照样延伸：pass 与 full 相距多远，决定了差多少扣多少分。"};
  f.words = [](const Choice& choice, const auto& number) {
    const std::string pass = number(choice.number("pass")), full = number(choice.number("full"));
    return Text{fmt::format("60 points at {}, 100 points at {}, straight through both, within 0 "
                            "and 100",
                            pass, full),
                fmt::format("{} 得 60 分，{} 得 100 分，按两点直线，限于 0 至 100", pass, full)};
  };
  return f;
}

}  // namespace

Family<ValueFunction> straight_values() { return {linear_value(), efficacy_value()}; }

}  // namespace tijian::method
