#include "tijian/report/dictionary.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/number.h"
#include "framework/plausible_words.h"
#include "report/score_words.h"
#include "report/words.h"

namespace tijian::report {
namespace {

class Dictionary {
 public:
  Dictionary(const Framework& framework, const MethodTable& methods, Language say)
      : framework_(framework), methods_(methods), say_(say) {}

  std::string text() const {
    std::string out = fmt::format("# {} {}\n\n", say_(framework_.title), framework_.version) +
                      say_("{} indicators, {} variables.", "{} 项指标，{} 个变量。",
                           framework_.indicators.size(), framework_.variables.size());
    if (std::ranges::any_of(framework_.indicators, [](const Indicator& i) { return i.uncited(); }))
      out += say_(" ", "") + uncited_legend(say_) + say_(".", "。");
    out += "\n\n";
    if (const std::string index = counting(framework_.nodes[0]); !index.empty())
      out += say_("Index: ", "总指数：") + index + "\n\n";
    for (const int child : framework_.nodes[0].children) out += node(child, 2);
    return out + variables();
  }

 private:
  std::string node(int index, int depth) const {
    const Node& node_of = framework_.nodes[index];
    std::string out =
        fmt::format("{} {}\n\n`{}`", std::string(static_cast<std::size_t>(std::min(depth, 6)), '#'),
                    say_(node_of.title), node_of.id);
    out += say_(", weight {}", "，权重 {}", base::readable(node_of.weight));
    if (node_of.weight == 0) out += say_(" (shown, not averaged)", "（只展示，不计入平均）");
    if (node_of.indicator >= 0)
      return out + indicator(framework_.indicators[node_of.indicator], node_of);
    if (const std::string words = counting(node_of); !words.empty())
      out += say_("; ", "；") + words;
    out += relative_children(node_of) + "\n\n";
    for (const int child : node_of.children) out += node(child, depth + 1);
    return out;
  }

  /// Which way a category's scores count, and its grades.
  std::string counting(const Node& category) const {
    std::string out;
    if (category.direction == Direction::lower)
      out = category.parent < 0 ? say_("lower is better", "越低越好")
                                : say_("lower is better, its parent sees the score mirrored",
                                       "越低越好，上级看到的是对称换算后的得分");
    const std::string grades = grading(category);
    return out + (out.empty() || grades.empty() ? "" : say_("; ", "；")) + grades;
  }

  std::string grading(const Node& graded) const {
    if (const auto& classes = graded.classes)
      return say_("{} grades by rank ({}), 1 the highest scores",
                  "按名次（{1}）分 {0} 个等级，1 级得分最高", classes->count,
                  to_string(classes->of));
    std::string out;
    for (const Grade& grade : graded.grades)
      out += (out.empty() ? "" : say_("; ", "；")) + say_("{}: from {} points", "{}：{} 分起",
                                                          say_(grade.title),
                                                          base::readable(grade.at_least));
    return out;
  }

  static std::string_view to_string(RankClasses::Of of) {
    constexpr std::string_view names[] = {"rank/n", "(rank-1)/n", "(rank-1)/(n-1)"};
    return names[static_cast<std::size_t>(of)];
  }

  /// Absolute and relative scores in one category are not on one scale.
  std::string relative_children(const Node& category) const {
    int relative = 0, fixed = 0;
    for (const int child : category.children)
      if (const int leaf = framework_.nodes[child].indicator; leaf >= 0)
        ++(framework_.indicators[leaf].score ? fixed : relative);
    if (relative == 0 || fixed == 0) return "";
    return say_(
        "; scored relative to the sample, not on one scale with the others: {} of {} indicators",
        "；样本内相对得分，与其余不在同一尺度：{1} 项指标中的 {0} 项", relative, relative + fixed);
  }

  std::string item(std::string_view en, std::string_view zh, const std::string& text) const {
    return text.empty() ? "" : "- " + say_(en, zh) + say_(": ", "：") + text + '\n';
  }

  std::string mark(const Indicator& indicator, std::string_view number) const {
    return indicator.uncited(number) ? uncited_mark : "";
  }

  std::string indicator(const Indicator& i, const Node& leaf) const {
    std::string out = i.binding ? say_(", **hard limit**\n\n", "，**底线指标**\n\n") : "\n\n";
    out += item("definition", "定义", say_(i.definition));
    out += item("formula", "公式", formula_words(i.formula, framework_, say_));
    out += item("unit", "单位", i.unit == "1" ? say_("plain number", "无量纲") : i.unit);
    out += item("direction", "方向", direction(i.direction));
    out += item("plausible range", "合理范围", range(i.range, i.unit));
    out += item("new series from", "新数列起始年", years(i.breaks));
    out += item("effort", "提升代价", effort(i));
    out += item("plan", "规划", plan(i)) + item("standard", "标准", standards(i));
    out += item("score", "计分", value_function_words(i, methods_, mark(i, "score"), say_));
    if (!i.transform.empty())
      out += item("transform", "变换",
                  say_("{}, before the sample scales it", "{}，在样本确定标尺之前", i.transform));
    out += item("grades", "等级", grading(leaf));
    out += item("applies to", "适用范围", scope(i)) + item("keeper", "主管部门", i.keeper);
    out += item("tags", "标签", fmt::format("{}", fmt::join(i.tags, say_(", ", "、"))));
    for (const Basis& basis : i.basis)
      out += item("basis", "依据", basis_words(basis, say_) + basis_of_words(basis, say_));
    return out + item("note", "说明", say_(i.note)) + '\n';
  }

  std::string direction(Direction direction) const {
    switch (direction) {
      case Direction::higher:
        return say_("higher is better", "越高越好");
      case Direction::lower:
        return say_("lower is better", "越低越好");
      case Direction::range:
        return say_("best within a range", "区间内最好");
    }
    return "";
  }

  std::string year_value(const YearValue& number, const std::string& mark_of) const {
    const std::string value = base::readable(number.value, 8) + mark_of;
    return number.year ? say_("{} ({})", "{}（{} 年）", value, *number.year) : value;
  }

  std::string plan(const Indicator& i) const {
    if (!i.plan) return "";
    std::string out;
    if (i.plan->baseline)
      out = say_("baseline {}", "基期 {}", year_value(*i.plan->baseline, mark(i, "baseline")));
    if (i.plan->target)
      out += (out.empty() ? "" : say_(", ", "，")) +
             say_("target {}", "目标 {}", year_value(*i.plan->target, mark(i, "target")));
    return i.plan->scope.empty()
               ? out
               : out + say_("; scope: {}", "；范围：{}", scope_words(i.plan->scope));
  }

  std::string scope_words(const std::string& scope) const {
    if (scope == "district") return say_("the district", "全区");
    if (scope == "city") return say_("the city", "全市");
    if (scope == "national") return say_("the country", "全国");
    if (scope == "region") return say_("the region", "区域");
    return scope == "definitional" ? say_("by definition", "按定义") : scope;
  }

  std::string standards(const Indicator& i) const {
    std::string out;
    for (const Standard& standard : i.standards) {
      if (!out.empty()) out += say_("; ", "；");
      const std::string number = mark(i, "standard");
      if (standard.floor)
        out += say_("at least {}{} ", "不低于 {}{} ", base::readable(*standard.floor, 8), number);
      if (standard.cap)
        out += say_("at most {}{} ", "不高于 {}{} ", base::readable(*standard.cap, 8), number);
      if (standard.from) out += say_("from {} ", "自 {} 年 ", *standard.from);
      if (standard.until) out += say_("until {} ", "至 {} 年 ", *standard.until);
      out.pop_back();
    }
    return out;
  }

  std::string scope(const Indicator& i) const {
    std::string out;
    for (const auto& [attribute, values] : i.only_for)
      out +=
          (out.empty() ? "" : "; ") + fmt::format("{} = {}", attribute, fmt::join(values, " | "));
    return out;
  }

  /// A cell of a Markdown table.
  static std::string cell(std::string text) {
    for (std::size_t at = 0; (at = text.find('|', at)) != text.npos; at += 2)
      text.insert(at, 1, '\\');
    std::ranges::replace(text, '\n', ' ');
    return text;
  }

  std::string variables() const {
    std::string out =
        say_("## Variables\n\n| id | title | unit | definition | keeper |\n|---|---|---|---|---|\n",
             "## 变量\n\n| 标识 | 名称 | 单位 | 定义 | 主管部门 |\n|---|---|---|---|---|\n");
    for (const Variable& v : framework_.variables)
      out += fmt::format("| `{}` | {} | {} | {} | {} |\n", v.id, cell(say_(v.title)), cell(v.unit),
                         cell(definition(v)), cell(v.keeper));
    return out;
  }

  std::string range(const PlausibleRange& range, const std::string& unit) const {
    return range.limited() ? say_(framework::range_words(range, unit)) : "";
  }

  std::string effort(const Indicator& i) const {
    if (!i.effort) return "";
    const auto units = [&](double x) { return framework::amount(x, i.unit, 6); };
    return say_("{} for each {}, at most {} in a period", "每 {1} 代价 {0}，一期最多 {2}",
                base::readable(i.effort->cost), units(i.effort->per), units(i.effort->most));
  }

  std::string years(const std::vector<int>& years) const {
    return fmt::format("{}", fmt::join(years, say_(", ", "、")));
  }

  std::string definition(const Variable& v) const {
    std::string out = say_(v.definition);
    const auto add = [&](std::string_view en, std::string_view zh, const std::string& text) {
      if (text.empty()) return;
      out += (out.empty() ? "" : say_("; ", "；")) + say_(en, zh) + say_(": ", "：") + text;
    };
    if (!v.formula.empty())
      add("of a place without parts", "无下级的评价单元",
          "= " + formula_words(v.formula, framework_, say_));
    if (v.rollup.by != Rollup::By::none)
      add("where the data give none", "数据未给出时", rollup_words(v.rollup, framework_, 0, say_));
    add("plausible range", "合理范围", range(v.range, v.unit));
    if (const int whole = framework_.find_variable(v.part_of); whole >= 0)
      add("part of", "属于", say_(framework_.variables[static_cast<std::size_t>(whole)].title));
    add("new series from", "新数列起始年", years(v.breaks));
    return out;
  }

  const Framework& framework_;
  const MethodTable& methods_;
  Language say_;
};

}  // namespace

std::string dictionary(const Framework& framework, const MethodTable& methods, Language say) {
  return Dictionary(framework, methods, say).text();
}

}  // namespace tijian::report
