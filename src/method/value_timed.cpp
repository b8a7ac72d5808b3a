#include <fmt/format.h>

#include <algorithm>

#include "method/families.h"
#include "method/parameters.h"
#include "method/value_lines.h"

namespace tijian::method {
namespace {

/// A way from one value in one year to another in another.
struct Path {
  double from_year, from, to_year, to;

  explicit Path(const Choice& choice) {
    const std::vector<double> start = choice.numbers("from"), end = choice.numbers("to");
    from_year = start.at(0), from = start.at(1), to_year = end.at(0), to = end.at(1);
  }
  double progress(double x) const { return (x - from) / (to - from); }
  double expected(double time) const {
    return std::clamp((time - from_year) / (to_year - from_year), 0.0, 1.0);
  }
  /// On the path the score is 100 at any time, the start included; after the last year the target
  /// is expected.
  double score(double x, double time) const {
    const double due = expected(time);
    if (due == 0) return progress(x) >= 0 ? 100 : 0;
    return 100 * std::clamp(progress(x) / due, 0.0, 1.0);
  }
};

ValueFunction trajectory_value() {
  ValueFunction f;
  f.name = "trajectory";
  f.title = {"Path over time", "时间进度"};
  f.parameters = {own(Parameter::Kind::year_value, "from", Parameter::Own::baseline,
                      {"[year, value]", "[年, 值]"}),
                  own(Parameter::Kind::year_value, "to", Parameter::Own::target,
                      {"[year, value]", "[年, 值]"})};
  f.formula = "100 clip(progress/expected progress, 0, 1) along the path";
  f.literature =
      "Eurostat (2019), Sustainable Development in the European Union: Monitoring report, annex: "
      "actual against required growth towards a target";
  f.misleads = {
      "It takes even progress for granted; soon after the start little progress is much of what "
      "is expected, and scores jump.",
      "它假定逐年匀速推进；起步不久，微小的进展就占应完成的很大份额，得分起落很大。"};
  f.needs_time = true;
  f.fault = [](const Choice& choice) {
    const Path p(choice);
    return std::string(p.from_year < p.to_year && p.from != p.to ? "" : "F214");
  };
  f.tendency = [](const Choice& choice) {
    const Path p(choice);
    return std::optional(rising(p.to > p.from));
  };
  f.score = [](const Choice& choice) {
    return [path = Path(choice)](double x, double time) { return path.score(x, time); };
  };
  f.working = [](const Choice& choice, double x, double time) -> WorkedOut {
    const Path p(choice);
    const double progress = p.progress(x), expected = p.expected(time);
    return {ByProgress{progress, expected}, expected > 0 ? 100 * progress / expected : missing};
  };
  f.words = [](const Choice& choice, const auto& number) {
    const Path p(choice);
    return Text{
        fmt::format("100 points on the path from {} in {} to {} in {} or ahead of it; else the "
                    "share of the progress expected by then",
                    number(p.from), p.from_year, number(p.to), p.to_year),
        fmt::format("从 {1} 年的 {0} 到 {3} 年的 {2}，达到或超过路径得 100 分，否则按已完成占应"
                    "完成的份额",
                    number(p.from), p.from_year, number(p.to), p.to_year)};
  };
  return f;
}

}  // namespace

Family<ValueFunction> timed_values() { return {trajectory_value()}; }

}  // namespace tijian::method
