#include "framework/indicator_checks.h"

#include <algorithm>
#include <optional>

#include "base/catalogue.h"
#include "framework/indicator_yaml.h"
#include "framework/value_function_yaml.h"

namespace tijian::framework {
namespace {

Direction rising(bool up) { return up ? Direction::higher : Direction::lower; }

/// What a value function takes for better; nothing where it does not say.
std::optional<Direction> tendency(const Relative&) { return {}; }
std::optional<Direction> tendency(const Linear& f) { return rising(f.full > f.zero); }
std::optional<Direction> tendency(const Efficacy& f) { return rising(f.full > f.pass); }
std::optional<Direction> tendency(const Range&) { return Direction::range; }
std::optional<Direction> tendency(const Cap&) { return Direction::lower; }
std::optional<Direction> tendency(const Floor&) { return Direction::higher; }
std::optional<Direction> tendency(const Trajectory& f) { return rising(f.to > f.from); }
std::optional<Direction> tendency(const Piecewise& f) {
  const auto falls = [](const auto& a, const auto& b) { return a.second > b.second; };
  const auto rises = [](const auto& a, const auto& b) { return a.second < b.second; };
  const bool up = std::ranges::adjacent_find(f.points, rises) != f.points.end();
  const bool down = std::ranges::adjacent_find(f.points, falls) != f.points.end();
  if (up == down) return up ? std::optional(Direction::range) : std::nullopt;
  return rising(up);
}

class IndicatorChecker {
 public:
  IndicatorChecker(IndicatorDraft& indicator, std::vector<Diagnostic>& diagnostics)
      : indicator_(indicator), diagnostics_(diagnostics) {}

  void resolve() {
    Scoring& scoring = indicator_.scoring;
    indicator_.plan = indicator_.planning.plan;
    if (scoring.from_plan || scoring.to_plan) follow_plan(std::get<Trajectory>(scoring.function));
    indicator_.score = scoring.function;
  }

  void check_direction() {
    const auto tendency_of = [](const auto& f) { return tendency(f); };
    const auto better = std::visit(tendency_of, indicator_.scoring.function);
    const Direction stated = indicator_.direction;
    if (!indicator_.scoring.good) return;
    const bool relative = std::holds_alternative<Relative>(indicator_.scoring.function);
    if (relative && stated == Direction::range)
      report("F216", indicator_.node->find("direction"), "direction");
    if (better && *better != stated)
      report_score("F215",
                   {{"stated", direction_name(stated)}, {"better", direction_name(*better)}});
  }

  void check_binding() {
    const auto& plan = indicator_.plan;
    // A target limits one side, and a range does not say which.
    const bool target = plan && plan->target && indicator_.direction != Direction::range;
    const bool limited = !indicator_.standards.empty() || target;
    if (indicator_.binding && !limited && indicator_.planning.good)
      report("F217", indicator_.node->find("binding"), "binding");
  }

  void check_attributes(const std::vector<std::string>& attributes) {
    const yaml::Node* only_for = indicator_.node->find("only_for");
    if (!only_for) return;
    for (const auto& [attribute, values] : only_for->entries)
      if (attribute && std::ranges::find(attributes, attribute->text) == attributes.end())
        report("F206", attribute, "only_for", {{"found", attribute->text}});
  }

 private:
  // A trajectory without its own path takes the plan's.
  void follow_plan(Trajectory& path) {
    const Scoring& scoring = indicator_.scoring;
    const Plan plan = indicator_.plan.value_or(Plan{});
    indicator_.scoring.good = scoring.good && indicator_.planning.good;
    if (!scoring.good) return;
    const bool known = (!scoring.from_plan || plan.baseline) &&
                       (!scoring.to_plan || (plan.target && plan.target->year));
    if (!known) return refuse_score("F213");
    if (scoring.from_plan) path.from_year = *plan.baseline->year, path.from = plan.baseline->value;
    if (scoring.to_plan) path.to_year = *plan.target->year, path.to = plan.target->value;
    if (!fault_of(path).empty()) refuse_score(fault_of(path));
  }

  void refuse_score(std::string_view code) {
    indicator_.scoring.good = false;
    report_score(code);
  }

  void report_score(std::string_view code, std::initializer_list<base::Argument> arguments = {}) {
    diagnostics_.push_back(base::make_diagnostic(code, indicator_.scoring.node->where(), arguments,
                                                 indicator_.scoring.path));
    // An override may have put in a plan that the sibling's trajectory cannot follow.
    const yaml::Node* plan = indicator_.planning.node;
    if (plan && plan->where().file != indicator_.scoring.node->where().file)
      diagnostics_.back().also.push_back(plan->where());
  }

  void report(std::string_view code, const yaml::Node* at, const std::string& key,
              std::initializer_list<base::Argument> arguments = {}) {
    diagnostics_.push_back(base::make_diagnostic(code, (at ? at : indicator_.node)->where(),
                                                 arguments, indicator_.path + "." + key));
  }

  IndicatorDraft& indicator_;
  std::vector<Diagnostic>& diagnostics_;
};

}  // namespace

void check_indicator(IndicatorDraft& indicator, const std::vector<std::string>& attributes,
                     std::vector<Diagnostic>& diagnostics) {
  IndicatorChecker checker(indicator, diagnostics);
  checker.resolve();
  checker.check_direction();
  checker.check_binding();
  checker.check_attributes(attributes);
}

}  // namespace tijian::framework
