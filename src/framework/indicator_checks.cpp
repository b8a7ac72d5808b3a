#include "framework/indicator_checks.h"

#include <algorithm>
#include <optional>

#include "base/catalogue.h"
#include "base/number.h"
#include "framework/attributes.h"
#include "framework/indicator_yaml.h"
#include "framework/own_numbers.h"

namespace tijian::framework {
namespace {

class IndicatorChecker {
 public:
  IndicatorChecker(IndicatorDraft& indicator, const MethodTable& methods,
                   std::vector<Diagnostic>& diagnostics)
      : indicator_(indicator), diagnostics_(diagnostics) {
    if (const auto& function = indicator.scoring.function)
      entry_ = find_method(methods.value_functions, function->name);
  }

  void resolve() {
    indicator_.plan = indicator_.planning.plan;
    // The draft stays as written: where it is borrowed, another plan may move it.
    indicator_.score = indicator_.scoring.function;
    indicator_.normalise = indicator_.scoring.normalise;
    if (entry_) complete_score(indicator_, *entry_, diagnostics_);
  }

  void check_direction() {
    const Scoring& scoring = indicator_.scoring;
    const Direction stated = indicator_.direction;
    if (!scoring.good) return;
    if (!scoring.function && stated == Direction::range)
      report("F216", indicator_.node->find("direction"), "direction");
    if (!entry_ || !entry_->tendency) return;
    const auto better = entry_->tendency(tijian::resolve(*indicator_.score, *entry_));
    if (better && *better != stated)
      report_score("F215",
                   {{"stated", direction_name(stated)}, {"better", direction_name(*better)}});
  }

  /// A plan asks for no less than a standard that is in force in its year.
  void check_target() {
    const auto& plan = indicator_.plan;
    if (!plan || !plan->target || !indicator_.planning.good) return;
    const int year = plan->target->year.value_or(9999);
    const Standard* standard = indicator_.standard_in(year);
    if (!standard) return;
    const double target = plan->target->value;
    const bool under = standard->floor && target < *standard->floor;
    if (!under && !(standard->cap && target > *standard->cap)) return;
    const yaml::Node* key = indicator_.node->find("standard");
    report("F262", indicator_.planning.node, "plan",
           {{"target", base::shortest(target)},
            {"standard", base::shortest(under ? *standard->floor : *standard->cap)}});
    if (key) diagnostics_.back().also.push_back(key->where());
  }

  /// The better side of a light is that of the indicator.
  void check_light() {
    if (!indicator_.light) return;
    const Direction stated = indicator_.direction;
    const bool rising = indicator_.light->green > indicator_.light->red;
    if (stated == Direction::range || rising != (stated == Direction::higher))
      report("F263", indicator_.node->find("light"), "light");
  }

  void check_binding() {
    const auto& plan = indicator_.plan;
    // A target limits one side, and a range does not say which.
    const bool target = plan && plan->target && indicator_.direction != Direction::range;
    const bool limited = !indicator_.standards.empty() || target;
    if (indicator_.binding && !limited && indicator_.planning.good)
      report("F217", indicator_.node->find("binding"), "binding");
  }

  /// The attributes that say where it applies, and their values, which become ids.
  void check_attributes(const Framework& framework) {
    const yaml::Node* only_for = indicator_.node->find("only_for");
    if (!only_for) return;
    for (const auto& [key, values] : only_for->entries) {
      const int attribute = key ? framework.find_attribute(key->text) : -1;
      if (attribute >= 0)
        settle_values(framework.attributes[attribute], *values);
      else if (key)
        report("F206", key, "only_for", {{"found", key->text}});
    }
  }

 private:
  void settle_values(const PlaceAttribute& attribute, const yaml::Node& written) {
    std::vector<std::string>& values = indicator_.only_for[attribute.id];
    for (std::size_t i = 0; i < std::min(values.size(), written.entries.size()); ++i)
      settle_value(attribute, values[i], written.entries[i].value->where(),
                   indicator_.path + ".only_for", diagnostics_);
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
  const ValueFunction* entry_ = nullptr;  ///< of its score; null: relative
  std::vector<Diagnostic>& diagnostics_;
};

}  // namespace

void check_indicator(IndicatorDraft& indicator, const Framework& framework,
                     const MethodTable& methods, std::vector<Diagnostic>& diagnostics) {
  IndicatorChecker checker(indicator, methods, diagnostics);
  checker.resolve();
  checker.check_direction();
  checker.check_target();
  checker.check_light();
  checker.check_binding();
  checker.check_attributes(framework);
}

}  // namespace tijian::framework
