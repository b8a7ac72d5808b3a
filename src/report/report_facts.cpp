#include "report/report_facts.h"

#include <algorithm>

#include "base/catalogue.h"
#include "report/words.h"

namespace tijian::report {
namespace {

std::string place_words(const HealthReport& report, const ReportScope& scope, Language say) {
  return scope.rows.size() == 1 ? report.diagnosis.rows.place_of(scope.rows.front())
                                : say("{} places", "{} 个评价单元", scope.rows.size());
}

std::vector<Fact> without_empty_facts(std::vector<Fact> facts) {
  std::erase_if(facts, [](const Fact& one) { return one.text.empty(); });
  return facts;
}

}  // namespace

std::vector<Fact> origin_facts(const HealthReport& report, const ReportScope& scope, Language say) {
  const Framework& framework = *report.run.framework;
  return without_empty_facts(
      {{say("Indicator system", "指标体系"), run_title(report.run, say)},
       {say("Period", "时期"), period_words(report.diagnosis.period, say)},
       {scope.rows.size() == 1 ? say("Place", "评价单元") : say("Places", "评价单元"),
        place_words(report, scope, say)},
       {say("Indicators", "指标数"), std::to_string(framework.indicators.size())},
       {say("Data", "数据性质"), is_synthetic(report, scope) ? synthetic_notice(say) : ""},
       {say("Made by", "生成程序"), report.made_by},
       {say("Command", "命令"), report.command},
       {say("Files read", "读取的文件"), base::joined(report.files, "\n")}});
}

std::vector<Fact> legend_facts(Language say) {
  return {{"†", say("The number was not checked against its source.", "该数字未经核对原始出处。")},
          {say("Hard limits", "刚性底线"),
           say("An indicator that passes its hard limit is red, and caps the score of "
               "its category and of the index; “uncapped” is the score without that. What is left "
               "below a limit is no allowance. A limit that was passed and is not measured now is "
               "not cured.",
               "突破刚性底线的指标为红色预警，并对所在类别和总指数封顶；“封顶前”"
               "为不封顶的得分。未突破的余量不作新增空间。此前突破而本期未测的，不算解决。")},
          {say("Lights", "灯"),
           say("They go by the verdict; where an indicator has limits of its own, by these. A "
               "category's light stands between those of its two worst indicators; its score has "
               "no part in it.",
               "按判断亮灯；指标自有界线的按其界线。类别灯取决于最差的两项，居其间，与得分无关。")},
          {say("Rank", "名次"),
           say("Among peers of the same period, 1 is best. A district is not ranked among its "
               "own parts.",
               "同一时期、同类评价单元之间的名次，1 为最好；全区不与所辖单元排名。")},
          {say("Trend", "走势"),
           say("Whether it moves towards green, and fast enough to be so in time.",
               "是否在向正常接近，以及速度是否够按期达到。")}};
}

std::string light_meaning(Light light, Language say) {
  switch (light) {
    case Light::green:
      return say("standard met, target reached, or ahead of the plan",
                 "达到标准、实现目标或快于规划进度");
    case Light::yellow:
      return say("on course to a target that is not reached yet", "目标尚未实现，按进度推进");
    case Light::orange:
      return say("behind the plan, or not there in time at the present pace",
                 "落后于规划进度，或照现速不能按期达到");
    case Light::red:
      return say("hard limit passed, standard not met, or moving away from the target",
                 "突破底线、未达标准，或与目标背向而行");
    case Light::no_standard:
      return say("a value, and nothing to hold it against", "有数值，无可对照的标准");
    case Light::no_data:
      return say("no value; that is not green", "缺数，不等于正常");
    case Light::not_applicable:
      return say("the indicator does not apply to the place", "该指标不适用于该评价单元");
  }
  return "";
}

std::vector<SourceCount> sources_of(const Framework& framework) {
  std::vector<SourceCount> all;
  for (const Indicator& indicator : framework.indicators) {
    std::vector<std::size_t> seen;
    for (const Basis& basis : indicator.basis) {
      auto known = std::ranges::find_if(all, [&](const SourceCount& one) {
        return one.source == basis.source && one.confidence == basis.confidence;
      });
      if (known == all.end()) known = all.insert(all.end(), {basis.source, basis.confidence, 0});
      const auto at = static_cast<std::size_t>(known - all.begin());
      if (std::ranges::find(seen, at) != seen.end()) continue;
      seen.push_back(at);
      ++known->indicators;
    }
  }
  return all;
}

}  // namespace tijian::report
