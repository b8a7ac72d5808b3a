#include "framework/own_numbers.h"

#include <algorithm>
#include <optional>

#include "base/catalogue.h"
#include "base/value_text.h"
#include "framework/value_function_yaml.h"

namespace tijian::framework {
namespace {

using Own = Parameter::Own;

/// One of the indicator's own numbers, and where it was written.
struct OwnNumber {
  Value value;
  const yaml::Node* node = nullptr;  ///< null where it came from elsewhere
};

const yaml::Node* key_of(const yaml::Node* map, const char* key) {
  return map ? map->find(key) : nullptr;
}

std::optional<OwnNumber> from_plan(const IndicatorDraft& indicator, Own own) {
  const Plan plan = indicator.plan.value_or(Plan{});
  const bool baseline = own == Own::baseline;
  const auto& point = baseline ? plan.baseline : plan.target;
  if (!point) return {};
  const yaml::Node* node = key_of(indicator.planning.node, baseline ? "baseline" : "target");
  if (own != Own::baseline && own != Own::target) return OwnNumber{{point->value}, node};
  if (!point->year) return {};
  return OwnNumber{{ValueList{{static_cast<double>(*point->year)}, {point->value}}}, node};
}

/// The latest standard's limit on that side.
std::optional<OwnNumber> from_standard(const IndicatorDraft& indicator, Direction better) {
  if (indicator.standards.empty()) return {};
  const auto limit = indicator.standards.back().limit(better);
  if (!limit) return {};
  return OwnNumber{{*limit}, key_of(indicator.node, "standard")};
}

/// Which way is better, of a limit or of the indicator.
Direction better_of(const IndicatorDraft& indicator, Own own) {
  if (own == Own::standard) return indicator.direction;
  return own == Own::upper_limit ? Direction::lower : Direction::higher;
}

/// What stands for a parameter that is left out, or should agree with one that is written; nothing
/// where plan and standard do not have it.
std::optional<OwnNumber> own_number(const IndicatorDraft& indicator, Own own) {
  switch (own) {
    case Own::none:
      return {};
    case Own::baseline:
    case Own::target:
    case Own::goal:
      return from_plan(indicator, own);
    case Own::standard:
      return from_standard(indicator, better_of(indicator, own));
    case Own::upper_limit:
    case Own::lower_limit: {
      const auto limit = from_standard(indicator, better_of(indicator, own));
      return limit ? limit : from_plan(indicator, own);
    }
  }
  return {};
}

/// Of several editions of a standard, a value function may go by any.
bool of_an_edition(const IndicatorDraft& indicator, Own own, const Value& value) {
  if (own != Own::standard && own != Own::upper_limit && own != Own::lower_limit) return false;
  return std::ranges::any_of(indicator.standards, [&](const Standard& edition) {
    const auto limit = edition.limit(better_of(indicator, own));
    return limit && value.number() && *limit == *value.number();
  });
}

class Completion {
 public:
  Completion(IndicatorDraft& indicator, const ValueFunction& entry,
             std::vector<Diagnostic>& diagnostics)
      : indicator_(indicator), entry_(entry), diagnostics_(diagnostics) {}

  void run() {
    Choice& function = *indicator_.score;
    const bool waits = any_left_out(function, entry_);
    const bool good = indicator_.scoring.good && indicator_.planning.good;
    if (waits) indicator_.scoring.good = good;
    if (!good) return;
    for (const Parameter& parameter : entry_.parameters) {
      if (parameter.kind == Parameter::Kind::points) look_for_own(*function.find(parameter.name));
      if (parameter.own == Own::none) continue;
      const auto number = own_number(indicator_, parameter.own);
      if (!left_out(function, parameter))
        compare(function, parameter, number);
      else if (number)
        take(function, parameter, *number);
      else
        return refuse("F213", parameter.name);
    }
    function = settled(std::move(function), entry_);
    if (!waits) return;
    if (const std::string code = fault_of(function, entry_); !code.empty()) refuse(code, {});
  }

 private:
  /// Of several editions a value function goes by the latest, whatever the year.
  void take(Choice& function, const Parameter& parameter, const OwnNumber& number) {
    function.parameters[parameter.name] = number.value;
    const auto& editions = indicator_.standards;
    const Direction better = better_of(indicator_, parameter.own);
    const bool differ = std::ranges::any_of(editions, [&](const Standard& edition) {
      return edition.limit(better) != editions.back().limit(better);
    });
    if (!differ || number.node != key_of(indicator_.node, "standard")) return;
    report("F266", indicator_.scoring.node,
           {{"parameter", parameter.name}, {"own", base::written(number.value)}});
    if (number.node) diagnostics_.back().also.push_back(number.node->where());
  }

  /// A curve turns where the plan or a standard says; else one was changed and the other not.
  void look_for_own(const Value& points) {
    for (const Own own : {Own::goal, Own::standard}) {
      const auto number = own_number(indicator_, own);
      const auto is_at = [&](const Value& point) {
        return point.list()->at(0) == number->value ||
               of_an_edition(indicator_, own, point.list()->at(0));
      };
      if (!number || std::ranges::any_of(*points.list(), is_at)) continue;
      const yaml::Node* at = key_of(indicator_.scoring.node, "points");
      report("F261", at ? at : indicator_.scoring.node,
             {{"own", base::written(number->value)}, {"key", key_of_number(*number, own)}});
      if (number->node) diagnostics_.back().also.push_back(number->node->where());
    }
  }

  /// Where the plan or the standard has it, as YAML names the place.
  const char* key_of_number(const OwnNumber& number, Own own) const {
    if (own == Own::baseline) return "plan.baseline";
    return number.node == key_of(indicator_.node, "standard") ? "standard" : "plan.target";
  }

  void compare(const Choice& function, const Parameter& parameter,
               const std::optional<OwnNumber>& number) {
    const Value& written = *function.find(parameter.name);
    if (!number || number->value == written || of_an_edition(indicator_, parameter.own, written))
      return;
    const yaml::Node* at = key_of(indicator_.scoring.node, parameter.name.c_str());
    report("F242", at ? at : indicator_.scoring.node,
           {{"parameter", parameter.name},
            {"found", base::written(written)},
            {"own", base::written(number->value)},
            {"key", key_of_number(*number, parameter.own)}});
    if (number->node) diagnostics_.back().also.push_back(number->node->where());
  }

  void refuse(std::string_view code, const std::string& parameter) {
    indicator_.scoring.good = false;
    report(code, indicator_.scoring.node,
           {{"shape", entry_.name}, {"formula", entry_.formula}, {"parameter", parameter}});
    // An override may have put in a plan that the sibling's trajectory cannot follow.
    const yaml::Node* plan = indicator_.planning.node;
    if (plan && plan->where().file != indicator_.scoring.node->where().file)
      diagnostics_.back().also.push_back(plan->where());
  }

  void report(std::string_view code, const yaml::Node* at,
              std::initializer_list<base::Argument> arguments) {
    diagnostics_.push_back(
        base::make_diagnostic(code, at->where(), arguments, indicator_.scoring.path));
  }

  IndicatorDraft& indicator_;
  const ValueFunction& entry_;
  std::vector<Diagnostic>& diagnostics_;
};

}  // namespace

void complete_score(IndicatorDraft& indicator, const ValueFunction& entry,
                    std::vector<Diagnostic>& diagnostics) {
  Completion(indicator, entry, diagnostics).run();
}

}  // namespace tijian::framework
