#include "report/finding.h"

#include <array>
#include <cmath>
#include <utility>

#include "base/number.h"
#include "report/words.h"

namespace tijian::report {
namespace {

std::string amount(double value, const Indicator& indicator) {
  return base::readable(value) + (indicator.unit == "1" ? "" : ' ' + indicator.unit);
}

/// A survey's share that is worse than its peers', by more than chance.
std::string share_fault(const ShareReading& share, const Indicator& own, Language say) {
  return say(
      "worse than its peers together, {}, by more than chance: 95 % interval {} to {} of {} "
      "answers",
      "比同类单元合计的 {0} 差，超出抽样误差：{3} 份回答，95 % 区间 {1} 至 {2}",
      amount(share.pooled, own), base::readable(share.low, 3), base::readable(share.high, 3),
      base::readable(share.answers));
}

/// What is wrong, without the value.
std::string fault(const Diagnosis& diagnosis, const Run& run, const Problem& problem,
                  Language say) {
  if (const ShareReading* share = share_at(diagnosis, problem.row, problem.indicator);
      share && problem.aspect == Aspect::peers)
    return share_fault(*share, run.framework->indicators[problem.indicator], say);
  const Indicator& own = run.framework->indicators[problem.indicator];
  const Reading& reading = diagnosis.indicators(problem.row, problem.indicator);
  if (problem.kind == "trend")
    return say("worse than {} in {}", "比{1}年的 {0} 变差", amount(reading.last, own),
               to_string(reading.last_period));
  if (problem.kind == "peers")
    return say("rank {} of {} among its peers, whose median is {}",
               "在 {1} 个同类单元中列第 {0}，同类中位数为 {2}", reading.rank, reading.of,
               amount(reading.median, own));
  if (problem.kind == "light")
    return say("short of {}", "未达到 {}", amount(problem.reference, own));
  return verdict_words(own, problem.value, run.card.judgement(problem.row, problem.indicator),
                       run.card.rows.period[problem.row], say);
}

}  // namespace

std::string_view reference_kind(const Problem& problem) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kinds{
      {{"breach", "limit"},
       {"standard", "standard"},
       {"plan", "target"},
       {"light", "light"},
       {"trend", "last_year"},
       {"peers", "peers_median"}}};
  for (const auto& [kind, reference] : kinds)
    if (kind == problem.kind) return reference;
  return "";
}

std::string finding(const Diagnosis& diagnosis, const Run& run, const Problem& problem,
                    Language say) {
  const Indicator& own = run.framework->indicators[problem.indicator];
  if (problem.state == ProblemState::not_checked)
    return say("{}: not measured this time", "{}：本期没有数据", say(own.title));
  if (problem.state == ProblemState::solved)
    return std::isnan(problem.value) ? say("{}: solved before, not measured this time",
                                           "{}：此前已解决，本期没有数据", say(own.title))
                                     : say("{} {}: solved", "{} {}，问题已解决", say(own.title),
                                           amount(problem.value, own));
  std::string text = say("{} {}: {}", "{} {}，{}", say(own.title), amount(problem.value, own),
                         fault(diagnosis, run, problem, say));
  if (problem.since != diagnosis.period)
    text += say(", since {}", "，自{}年起", to_string(problem.since));
  return text;
}

}  // namespace tijian::report
