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

bool fails(const Limit& limit, double value) {
  return (limit.floor && value < *limit.floor) || (limit.cap && value > *limit.cap);
}

double shown(const Limit& limit, double value) {
  if (limit.floor && (value < *limit.floor || !limit.cap)) return *limit.floor;
  return limit.cap ? *limit.cap : missing;
}

bool reached(const Indicator& indicator, double value) {
  const Plan& plan = *indicator.plan;
  if (indicator.direction == Direction::range && plan.baseline)
    return plan.target->value >= plan.baseline->value ? value >= plan.target->value
                                                      : value <= plan.target->value;
  return !fails(target_limit(indicator), value);
}

/// Progress against the share of time gone by: match M = p / tau (time-progress match).
std::optional<Verdict> on_path(const Indicator& indicator, double value, const Period& period,
                               Judgement& judgement) {
  const Plan& plan = *indicator.plan;
  const double now = model::time_of(period);
  if (reached(indicator, value)) return Verdict::achieved;
  if (!plan.target->year) return plan.baseline ? std::nullopt : std::optional(Verdict::behind);
  if (now >= *plan.target->year) return Verdict::behind;
  if (!plan.baseline || !plan.baseline->year || !(now > *plan.baseline->year)) return {};
  const double way = plan.target->value - plan.baseline->value;
  judgement.expected = (now - *plan.baseline->year) / (*plan.target->year - *plan.baseline->year);
  if (way == 0) return Verdict::reversed;  // at the target when the plan began, not any more
  judgement.progress = (value - plan.baseline->value) / way;
  const double match = judgement.progress / judgement.expected;
  if (judgement.progress < 0) return Verdict::reversed;
  if (match < 0.8) return Verdict::behind;
  return match <= 1 + 1e-9 ? Verdict::on_course : Verdict::ahead;
}

}  // namespace

Judgement judge(const Indicator& indicator, double value, const Period& period) {
  Judgement judgement;
  if (std::isnan(value)) return judgement;
  std::optional<Limit> standard;
  if (const Standard* s = indicator.standard_in(period.year))
    standard = Limit{s->floor, s->cap, s->until.value_or(s->from.value_or(0))};
  const bool has_target = indicator.plan && indicator.plan->target;
  if (indicator.binding && (standard || has_target)) {
    const Limit limit = standard ? *standard : target_limit(indicator);
    judgement.limit = shown(limit, value);
    // The year that belongs to the number: the plan's, where the standard repeats its target.
    judgement.limit_year =
        has_target && (!standard || judgement.limit == indicator.plan->target->value)
            ? indicator.plan->target->year.value_or(0)
            : limit.year;
    if (fails(limit, value)) {
      judgement.verdict = Verdict::breach;
      return judgement;
    }
  }
  if (standard && fails(*standard, value)) {
    judgement.verdict = Verdict::not_met;
    judgement.limit = shown(*standard, value);
    judgement.limit_year = standard->year;
    return judgement;
  }
  if (has_target) {
    if (auto verdict = on_path(indicator, value, period, judgement)) {
      judgement.verdict = *verdict;
      judgement.limit = indicator.plan->target->value;
      judgement.limit_year = indicator.plan->target->year.value_or(0);
      return judgement;
    }
  }
  judgement.verdict = standard ? Verdict::met : Verdict::no_benchmark;
  if (standard) judgement.limit = shown(*standard, value);
  return judgement;
}

}  // namespace tijian
