#include "report/words.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <utility>

#include "base/number.h"
#include "tijian/report/data_flags.h"

namespace tijian::report {
namespace {

using Words = std::pair<std::string_view, std::string_view>;

constexpr std::array<Words, 9> confidences{{{"seed", "基础文件"},
                                            {"cited", "已核对出处"},
                                            {"derived-seed", "由基础文件推算"},
                                            {"derived-cited", "由已核对数推算"},
                                            {"definitional", "按定义"},
                                            {"uncited-high", "未核对，较可信"},
                                            {"uncited-medium", "未核对，待核"},
                                            {"convention", "约定"},
                                            {"no-number", "仅列名，未取数"}}};

constexpr std::array<Words, 5> number_words{{{"baseline", "基期"},
                                             {"target", "目标"},
                                             {"standard", "标准"},
                                             {"score", "计分"},
                                             {"definition", "定义"}}};

/// The Chinese of a word of the YAML; what is not listed stays as it is.
template <std::size_t N>
std::string in_words(std::string_view word, const std::array<Words, N>& list, Language say) {
  const auto found = std::ranges::find(list, word, &Words::first);
  return std::string(say.chinese && found != list.end() ? found->second : word);
}

bool in_name(char c) { return c == '_' || std::isalnum(static_cast<unsigned char>(c)); }
bool starts_name(char c) { return c == '_' || std::isalpha(static_cast<unsigned char>(c)); }

/// How far a value is from a limit: `3.45 %`; in the unit where the limit is 0.
std::string distance(double value, double limit) {
  return limit == 0 ? base::readable(std::abs(value))
                    : base::readable(std::abs(value / limit - 1) * 100, 3) + " %";
}

/// In Chinese no space follows a bracket.
std::string gap_behind(const std::string& text) { return text.ends_with("）") ? "" : " "; }

/// `333.4† (2035)`
std::string limit_words(const Indicator& indicator, const Judgement& judgement, Language say) {
  std::string text = base::readable(judgement.limit);
  if (limit_uncited(indicator, judgement)) text += uncited_mark;
  if (judgement.limit_year != 0) text += say(" ({})", "（{}年）", judgement.limit_year);
  return text;
}

/// `45 %† of the way to 17 (2035), 60 % expected`; without a schedule none is expected, and without
/// a baseline there is but the target.
std::string plan_words(const Indicator& indicator, const Judgement& judgement,
                       const std::string& target, Language say) {
  if (std::isnan(judgement.progress)) return say("target {}", "目标 {}", target);
  if (std::isnan(judgement.expected))
    return say("{0}{1} of the way to {2}", "距目标 {2}{3}已完成 {0}{1}",
               base::percent(judgement.progress), indicator.uncited("baseline") ? uncited_mark : "",
               target, gap_behind(target));
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
  const auto limit = [&] { return limit_words(indicator, judgement, say); };
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
    case Verdict::in_progress:
    case Verdict::not_due:
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

}  // namespace

std::string uncited_legend(Language say) {
  return say("† rests on a number that was not checked against its source",
             "† 依据的数字未经核对原始出处");
}

std::string relative_legend(Language say) {
  return say(
      "* relative: 0 and 100 are the ends of this sample; not on one scale with the other scores",
      "* 相对得分：0 与 100 为本样本的两端，与其他得分不在同一尺度");
}

std::string run_title(const Run& run, Language say) {
  std::string title = say(run.framework->title);
  if (title.empty()) title = run.framework->id;
  return run.framework->version.empty() ? title : title + ' ' + run.framework->version;
}

const Grade* grade_of(const Run& run, const Explanation& e) {
  const int column = run.card.column(e.node);
  return column < 0 ? e.of(run).grade(e.score) : run.card.grade(e.row, column);
}

std::string grade_words(const Node& node, const Grade* grade, Language say) {
  if (!grade) return "";
  return node.classes ? say("grade {}", "等级 {}", say(grade->title)) : say(grade->title);
}

std::string rollup_words(const Rollup& rollup, const Framework& framework, int places,
                         Language say) {
  const std::string below = places > 0 ? say("the {} places below", "下级 {} 个评价单元", places)
                                       : say("the places below", "各下级评价单元");
  if (rollup.by == Rollup::By::sum) return say("the sum over {}", "{}之和", below);
  const int weights = framework.find_variable(rollup.weights);
  if (weights < 0) return say("the mean over {}", "{}的平均", below);
  return say("the mean over {}, weighted by {}", "{}以{}加权的平均", below,
             say(framework.variables[static_cast<std::size_t>(weights)].title));
}

std::string coverage_words(const Explanation& e, Language say) {
  if (e.absence == Absence::not_applicable) return say("not applicable", "不适用");
  const std::string text = say("{} of {} scored, coverage {}", "计分 {}/{} 项，覆盖率 {}", e.scored,
                               e.of_indicators, base::percent(e.coverage));
  if (e.absence == Absence::none) return text;
  if (e.absence == Absence::unscored)
    return text + say("; nothing in the sample to compare with", "；样本中无从比较，不计分");
  if (e.absence == Absence::too_few)
    return text + say("; no score: {} needed", "；不计分：须有 {} 项得分", e.scored_asked);
  if (e.absence != Absence::below_coverage) return text + say(", no score", "，无得分");
  if (std::abs(e.share - e.coverage) < 1e-9)
    return text + say(", no score below {}", "，低于 {} 不计分", base::percent(e.share_asked));
  return text + say("; no score: {} of its parts have one, {} needed",
                    "；不计分：下级仅 {} 有得分，须达 {}", base::percent(e.share),
                    base::percent(e.share_asked));
}

std::string own_trend_words(const Indicator& indicator, double before, const Period& when,
                            double value, Language say) {
  if (std::isnan(before) || std::isnan(value)) return "";
  const std::string since = period_words(when, say);
  if (value == before) return say("as in {}", "与{}持平", since);
  if (indicator.direction == Direction::range) return say("changed since {}", "较{}有变化", since);
  return (value > before) == (indicator.direction == Direction::higher)
             ? say("better than in {}", "较{}改善", since)
             : say("worse than in {}", "较{}变差", since);
}

std::string period_words(const Period& period, Language say) {
  const std::string text = to_string(period);
  return period.part == Period::Part::year ? say("{}", "{}年", text) : text;
}

bool any_flag(const Run& run, std::span<const Eigen::Index> rows, std::uint16_t flag) {
  for (const Eigen::Index row : rows)
    for (int column = 0; column < static_cast<int>(run.card.nodes.size()); ++column)
      if (run.flags(row, column) & flag) return true;
  return false;
}

std::uint16_t data_flags(const IndicatorTable& table) {
  const bool synthetic = table.synthetic.size() > 0 && table.synthetic.array().any();
  const bool uncited = table.uncited.size() > 0 && table.uncited.array().any();
  const bool implausible = table.implausible.size() > 0 && table.implausible.array().any();
  return static_cast<std::uint16_t>((synthetic ? flag_synthetic : 0) |
                                    (uncited ? flag_uncited : 0) |
                                    (implausible ? flag_implausible : 0));
}

std::string synthetic_words(std::uint16_t flags, const View& view) {
  if (!(flags & flag_synthetic)) return "";
  return view.say(" ", "") +
         styled(view.say("[synthetic data]", "【合成数据】"), Style::warn, view.colour);
}

std::string confidence_words(std::string_view confidence, Language say) {
  return in_words(confidence, confidences, say);
}

std::string basis_words(const Basis& basis, Language say) {
  std::string text = basis.source;
  if (!basis.item.empty()) text += ' ' + basis.item;
  if (!basis.url.empty()) text += " <" + basis.url + '>';
  if (basis.confidence.starts_with("uncited")) text += ' ' + std::string(uncited_mark);
  return say("{} ({})", "{}（{}）", text, confidence_words(basis.confidence, say));
}

std::string bases_words(const Indicator& indicator, Language say) {
  std::string out;
  for (const Basis& basis : indicator.basis)
    out += (out.empty() ? "" : say("; ", "；")) + basis_words(basis, say);
  return out;
}

std::string basis_of_words(const Basis& basis, Language say) {
  std::string list;
  for (const std::string& number : basis.of)
    list += (list.empty() ? "" : say(", ", "、")) + in_words(number, number_words, say);
  return list.empty() ? "" : say(" [{}]", "［{}］", list);
}

std::string formula_words(const std::string& formula, const Framework& framework, Language say) {
  std::string out;
  for (std::size_t i = 0; i < formula.size();) {
    std::size_t end = i + 1;
    while (end < formula.size() && in_name(formula[i]) && in_name(formula[end])) ++end;
    const std::string word = formula.substr(i, end - i);
    const int variable = starts_name(formula[i]) ? framework.find_variable(word) : -1;
    out += variable < 0 ? word : say(framework.variables[variable].title);
    i = end;
  }
  return out;
}

bool limit_uncited(const Indicator& indicator, const Judgement& judgement) {
  return indicator.uncited(judgement.by == Judgement::By::standard ? "standard" : "target");
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

Style style_of(Light light) {
  switch (light) {
    case Light::green:
      return Style::good;
    case Light::orange:
      return Style::warn;
    case Light::red:
      return Style::bad;
    default:
      return is_grey(light) ? Style::faint : Style::plain;
  }
}

std::string verdict_words(const Indicator& indicator, double value, const Judgement& judgement,
                          const Period& period, Language say) {
  const std::string verdict = say(title(judgement.verdict));
  const std::string more = detail(indicator, value, judgement, period, say);
  return more.empty() ? verdict : say("{}: {}", "{}：{}", verdict, more);
}

}  // namespace tijian::report
