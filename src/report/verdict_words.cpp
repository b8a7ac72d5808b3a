#include "report/verdict_words.h"

#include <fmt/format.h>

#include <cmath>

#include "base/number.h"
#include "report/run.h"

namespace tijian::report {
namespace {

/// In Chinese no space follows a bracket.
std::string gap_behind(const std::string& text) { return text.ends_with("）") ? "" : " "; }

/// `333.4† (2035)`
std::string limit_words(const Indicator& indicator, const Judgement& judgement,
                        const Period& period, Language say) {
  std::string text = base::readable(judgement.limit);
  if (limit_uncited(indicator, judgement.limit, period)) text += uncited_mark;
  if (judgement.limit_year != 0) text += say(" ({})", "（{}年）", judgement.limit_year);
  return text;
}

/// `45 %† of the way to 17 (2035), 60 % expected`; only the target where its year has come or is
/// open.
std::string plan_words(const Indicator& indicator, const Judgement& judgement,
                       const std::string& target, Language say) {
  if (std::isnan(judgement.progress)) return say("target {}", "目标 {}", target);
  return say("{0}{1} of the way to {2}, {3} expected", "距目标 {2}{4}已完成 {0}{1}，应完成 {3}",
             base::percent(judgement.progress), indicator.uncited("baseline") ? uncited_mark : "",
             target, base::percent(judgement.expected), gap_behind(target));
}

/// A hard limit is not done with once it is kept: what is left below it is no allowance.
std::string kept_limit(const Indicator& indicator, const std::string& limit, Language say) {
  return indicator.direction == Direction::lower
             ? say("at most {}, to be kept", "不高于 {}，须持续守住", limit)
             : say("at least {}, to be kept", "不低于 {}，须持续守住", limit);
}

std::string detail(const Indicator& indicator, double value, const Judgement& judgement,
                   const Period& period, Language say) {
  const auto limit = [&] { return limit_words(indicator, judgement, period, say); };
  const bool over = value > judgement.limit;
  const std::string gap = gap_behind(limit());
  switch (judgement.verdict) {
    case Verdict::breach:
    case Verdict::not_met:
      return over ? say("{0} over {1}", "比 {1}{2}高 {0}", distance(value, judgement.limit),
                        limit(), gap)
                  : say("{0} under {1}", "比 {1}{2}低 {0}", distance(value, judgement.limit),
                        limit(), gap);
    case Verdict::reversed:
    case Verdict::behind:
    case Verdict::on_course:
    case Verdict::ahead:
      return plan_words(indicator, judgement, limit(), say);
    case Verdict::achieved:
      return indicator.binding ? kept_limit(indicator, limit(), say)
                               : say("target {}", "目标 {}", limit());
    case Verdict::met:
      return indicator.standard_in(period.year)->floor == judgement.limit
                 ? say("at least {}", "不低于 {}", limit())
                 : say("at most {}", "不高于 {}", limit());
    default:
      return "";
  }
}

/// `target 6† (2035) not due`: without a baseline there is no path to judge by until then.
std::string undue_target(const Indicator& indicator, Verdict verdict, Language say) {
  if (verdict != Verdict::no_benchmark || !indicator.plan || !indicator.plan->target) return "";
  const YearValue& target = *indicator.plan->target;
  if (!target.year) return "";
  return say("target {}{} ({}) not due", "目标 {}{}（{}年）未到期", base::readable(target.value),
             indicator.uncited("target") ? uncited_mark : "", *target.year);
}

}  // namespace

bool limit_uncited(const Indicator& indicator, double limit, const Period& period) {
  const Standard* standard = indicator.standard_in(period.year);
  const bool of_standard = standard && (standard->floor == limit || standard->cap == limit);
  return indicator.uncited(of_standard ? "standard" : "target");
}

Style style_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::breach:
    case Verdict::not_met:
    case Verdict::reversed:
      return Style::bad;
    case Verdict::behind:
      return Style::warn;
    case Verdict::on_course:
    case Verdict::ahead:
    case Verdict::achieved:
    case Verdict::met:
      return Style::good;
    default:
      return Style::faint;
  }
}

std::string distance(double value, double limit) {
  return limit == 0 ? base::readable(std::abs(value))
                    : base::readable(std::abs(value / limit - 1) * 100, 3) + " %";
}

std::string verdict_words(const Indicator& indicator, double value, const Judgement& judgement,
                          const Period& period, Language say) {
  const std::string verdict = say(title(judgement.verdict));
  const std::string more = !std::isnan(judgement.limit)
                               ? detail(indicator, value, judgement, period, say)
                               : undue_target(indicator, judgement.verdict, say);
  return more.empty() ? verdict : say("{}: {}", "{}：{}", verdict, more);
}

}  // namespace tijian::report
