#include <algorithm>
#include <cmath>

#include "model/value_function.h"
#include "tijian/missing.h"
#include "tijian/scorecard.h"

namespace tijian {
namespace {

struct Limit {
  std::optional<double> floor, cap;
  int year = 0;
};

/// The plan's target as a limit, by the direction of the indicator.
Limit target_limit(const Indicator& indicator) {
  Limit limit;
  const YearValue& target = *indicator.plan->target;
  limit.year = target.year.value_or(0);
  (indicator.direction == Direction::lower ? limit.cap : limit.floor) = target.value;
  return limit;
}

/// A limit that is met but for the rounding of a unit's conversion is met.
constexpr double slack = 1e-12;
bool under(double value, double limit) { return value < limit - slack * std::abs(limit); }
bool over(double value, double limit) { return value > limit + slack * std::abs(limit); }

bool fails(const Limit& limit, double value) {
  return (limit.floor && under(value, *limit.floor)) || (limit.cap && over(value, *limit.cap));
}

double shown(const Limit& limit, double value) {
  if (limit.floor && (under(value, *limit.floor) || !limit.cap)) return *limit.floor;
  return limit.cap ? *limit.cap : missing;
}

bool reached(const Indicator& indicator, double value) {
  const Plan& plan = *indicator.plan;
  if (indicator.direction == Direction::range && plan.baseline)
    return plan.target->value >= plan.baseline->value ? !under(value, plan.target->value)
                                                      : !over(value, plan.target->value);
  return !fails(target_limit(indicator), value);
}

/// How far the value has come from the baseline to the target; NaN where that is no way.
double progress_of(const Plan& plan, double value) {
  if (!plan.baseline || plan.baseline->value == plan.target->value) return missing;
  return (value - plan.baseline->value) / (plan.target->value - plan.baseline->value);
}

/// At the target when the plan began, and not any more.
bool left_target(const Plan& plan) {
  return plan.baseline && plan.baseline->value == plan.target->value;
}

/// Progress against the share of time gone by: match M = p / tau (time-progress match).
Verdict by_schedule(const Plan& plan, double now, Judgement& judgement) {
  judgement.expected = (now - *plan.baseline->year) / (*plan.target->year - *plan.baseline->year);
  const double match = judgement.progress / judgement.expected;
  if (match < 0.8) return Verdict::behind;
  return match <= 1 + 1e-9 ? Verdict::on_course : Verdict::ahead;
}

/// What the plan says of a value: without a schedule, none is invented.
Verdict by_plan(const Indicator& indicator, double value, const Period& period,
                Judgement& judgement) {
  const Plan& plan = *indicator.plan;
  const double now = model::time_of(period);
  const bool dated = plan.target->year && period != Period{};
  if (reached(indicator, value)) return Verdict::achieved;
  const bool due = dated && now >= *plan.target->year;
  const bool before = period != Period{} && plan.baseline && plan.baseline->year &&
                      now <= *plan.baseline->year;  // nothing is expected yet
  if (before || !plan.baseline)
    return due ? Verdict::behind : dated ? Verdict::not_due : Verdict::in_progress;
  judgement.progress = progress_of(plan, value);
  if (judgement.progress < 0 || left_target(plan)) return Verdict::reversed;
  if (due) return Verdict::behind;
  return dated && plan.baseline->year ? by_schedule(plan, now, judgement) : Verdict::in_progress;
}

/// Collects what a value is judged by.
class Judging {
 public:
  Judging(const Indicator& indicator, double value, const Period& period)
      : indicator_(indicator), value_(value), period_(period) {
    if (const Standard* s = indicator.standard_in(period.year))
      standard_ = Limit{s->floor, s->cap, s->until.value_or(s->from.value_or(0))};
    has_target_ = indicator.plan && indicator.plan->target;
  }

  Judgement run() {
    const bool fails_standard = standard_ && fails(*standard_, value_);
    if (indicator_.binding && (standard_ ? fails_standard : has_target_ && fails_target()))
      return by_limit(Verdict::breach);
    if (fails_standard) return by(Judgement::By::standard, Verdict::not_met);
    if (has_target_) {
      const Verdict planned = by_plan(indicator_, value_, period_, judgement_);
      const bool open = planned == Verdict::in_progress || planned == Verdict::not_due;
      if (!open || !standard_) return by(Judgement::By::target, planned);
    }
    if (standard_) {
      by(Judgement::By::standard, Verdict::met);
      judgement_.limit_year = 0;
      return judgement_;
    }
    judgement_.verdict = Verdict::no_benchmark;
    return judgement_;
  }

 private:
  bool fails_target() const { return fails(target_limit(indicator_), value_); }

  /// The year that belongs to the number: the plan's, where the standard repeats its target.
  Judgement by_limit(Verdict verdict) {
    by(standard_ ? Judgement::By::standard : Judgement::By::target, verdict);
    if (has_target_ && judgement_.limit == indicator_.plan->target->value)
      judgement_.limit_year = indicator_.plan->target->year.value_or(0);
    return judgement_;
  }

  Judgement by(Judgement::By what, Verdict verdict) {
    const bool standard = what == Judgement::By::standard;
    judgement_.verdict = verdict;
    judgement_.by = what;
    judgement_.limit = standard ? shown(*standard_, value_) : indicator_.plan->target->value;
    judgement_.limit_year = standard ? standard_->year : indicator_.plan->target->year.value_or(0);
    judgement_.gap = value_ - judgement_.limit;
    return judgement_;
  }

  const Indicator& indicator_;
  double value_;
  const Period& period_;
  std::optional<Limit> standard_;
  bool has_target_;
  Judgement judgement_;
};

}  // namespace

Judgement judge(const Indicator& indicator, double value, const Period& period) {
  return std::isnan(value) ? Judgement{} : Judging(indicator, value, period).run();
}

}  // namespace tijian
