#include "report/problem_words.h"

#include <array>
#include <map>
#include <string_view>

#include "report/finding.h"
#include "tijian/scorecard.h"

namespace tijian::report {
namespace {

const std::array<Text, flag_count>& flag_titles() {
  static const std::array<Text, flag_count> titles{{{"imputed", "插补值"},
                                                    {"treated as an outlier", "离群值已处理"},
                                                    {"filled from its group", "由同组补齐"},
                                                    {"source not checked †", "未核对出处 †"},
                                                    {"synthetic", "合成数据"},
                                                    {"alike everywhere", "各处相同"},
                                                    {"capped by a breach", "因突破底线封顶"},
                                                    {"not applicable", "不适用"},
                                                    {"nothing to compare with", "无从比较"},
                                                    {"implausible", "超出合理范围"}}};
  return titles;
}

}  // namespace

Text title(ProblemKind kind) {
  static const std::array<Text, 6> titles{{{"hard limit passed", "突破底线"},
                                           {"standard not met", "未达标准"},
                                           {"behind the plan", "未达规划要求"},
                                           {"short of its aim", "未达目标值"},
                                           {"getting worse", "逐年变差"},
                                           {"among the last of its peers", "同类靠后"}}};
  return titles[static_cast<std::size_t>(kind)];
}

Text reference_title(const Problem& problem) {
  static const std::map<std::string_view, Text> titles{
      {"limit", {"hard limit", "底线"}},
      {"standard", {"standard", "标准"}},
      {"target", {"target", "目标"}},
      {"light", {"aim", "目标值"}},
      {"earlier", {"earlier value", "以往值"}},
      {"peers_median", {"median of peers", "同类中位数"}},
      {"peers_share", {"share of all peers", "同类合计比例"}}};
  return titles.at(reference_kind(problem));
}

std::string flag_words(std::uint16_t flags, Language say) {
  std::string out;
  for (std::size_t bit = 0; bit < flag_count; ++bit)
    if (flags & (1u << bit)) out += (out.empty() ? "" : say(", ", "、")) + say(flag_titles()[bit]);
  return out;
}

std::string reach_words(const std::string& reach, Language say) {
  constexpr std::string_view before = "not_before_";
  if (reach == "moving_away") return say("moving away", "未在接近");
  if (reach == "not_within_100_years") return say("not within 100 years", "百年内达不到");
  if (reach.starts_with(before))
    return say("not before {}", "{} 年以后", reach.substr(before.size()));
  return reach.empty() ? "" : say("{}", "{} 年", reach);
}

}  // namespace tijian::report
