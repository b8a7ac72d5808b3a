#include "report/finding_templates.h"

namespace tijian::report {

Text default_template(Finding finding) {
  switch (finding) {
    case Finding::breach:
      return {"{title} is {value}, {percent} {side} the hard limit of {reference}",
              "{title}为 {value}，突破底线 {reference}，{side} {percent}"};
    case Finding::not_met:
      return {"{title} is {value} and does not meet {reference}: {percent} {side}",
              "{title}为 {value}，未达到 {reference}，{side} {percent}"};
    case Finding::behind:
      return {
          "{title} is {value}: {progress} of the way to {reference}, {expected} expected by now",
          "{title}为 {value}，距目标 {reference} 完成 {progress}，按时间应完成 {expected}"};
    case Finding::reversed:
      return {"{title} is {value}, moving away from the target of {reference}",
              "{title}为 {value}，与目标 {reference} 的方向相反"};
    case Finding::off_pace:
      return {"{title} is {value}; at the pace so far it is not at {reference} in time",
              "{title}为 {value}，按目前的速度不能如期达到 {reference}"};
    case Finding::light:
      return {"{title} is {value}, short of {reference}", "{title}为 {value}，未达到 {reference}"};
    case Finding::trend:
      return {"{title} went the wrong way, from {last} in {last_period} to {value}",
              "{title}由{last_period}的{last}变为 {value}，走势变差"};
    case Finding::peers:
      return {"{title} is {value}, rank {rank} of {of} among its peers, whose median is {median}",
              "{title}为 {value}，在 {of} 个同类单元中列第 {rank}，同类中位数为 {median}"};
    case Finding::share:
      return {
          "{title} is {value}, worse than its peers together, {reference}, by more than chance: 95 "
          "% "
          "interval {low} to {high} of {answers} answers",
          "{title}为 {value}，比同类单元合计的 {reference} 差，超出抽样误差：{answers} 份回答，95 "
          "% "
          "区间 {low} 至 {high}"};
    case Finding::since:
      return {", since {since}", "，自{since}起"};
    case Finding::solved:
      return {"{title} is {value}: solved", "{title}为 {value}，问题已解决"};
    case Finding::solved_before:
      return {"{title}: solved before, not measured this time", "{title}此前已解决，本期没有数据"};
    case Finding::not_checked:
      return {"{title}: not measured this time", "{title}本期没有数据"};
  }
  return {};
}

}  // namespace tijian::report
