#include "diagnosis/verdict_light.h"

namespace tijian::diagnosis {
namespace {

/// An indicator's numbers without its texts.
Indicator numbers_of(const Indicator& indicator) {
  Indicator out;
  out.direction = indicator.direction;
  out.plan = indicator.plan;
  out.standards = indicator.standards;
  out.binding = indicator.binding;
  return out;
}

}  // namespace

Light light_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::achieved:
    case Verdict::ahead:
    case Verdict::met:
      return Light::green;
    case Verdict::on_course:
    case Verdict::in_progress:
    case Verdict::not_due:
      return Light::yellow;
    case Verdict::behind:
      return Light::orange;
    case Verdict::breach:
    case Verdict::not_met:
    case Verdict::reversed:
      return Light::red;
    case Verdict::not_applicable:
      return Light::not_applicable;
    case Verdict::no_benchmark:
      return Light::no_standard;
    default:
      return Light::no_data;
  }
}

Yardsticks::Yardsticks(const Indicator& indicator)
    : planned_(numbers_of(indicator)), standard_(planned_) {
  planned_.binding = indicator.binding && indicator.standards.empty();  // whose limit it is
  planned_.standards.clear();
  standard_.plan.reset();
}

Judgement Yardsticks::by_plan(double value, const Period& period) const {
  return judge(planned_, value, period);
}

Judgement Yardsticks::by_standard(double value, const Period& period) const {
  return judge(standard_, value, period);
}

}  // namespace tijian::diagnosis
