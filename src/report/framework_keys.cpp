#include "report/method_keys.h"

namespace tijian::report {
namespace {

const Text some_grades(
    "list of {at_least, id, title}, or {classes: number, of: rank/n | (rank-1)/n | "
    "(rank-1)/(n-1)}",
    "{at_least, id, title} 的列表，或 {classes: 个数, of: rank/n | (rank-1)/n | "
    "(rank-1)/(n-1)}");
const Text no_grades("none", "无");
const Text a_range("[low, high]; ~: no limit on that side", "[下限, 上限]；~ 表示该侧不限");
const Text no_limits("no limits", "不限");
const Text some_years("years, such as [2020]", "年份，如 [2020]");
const Text new_series("years in which a new series begins", "新数列起始的年份");

}  // namespace

MethodFamily framework_family() {
  return {
      "framework",
      {"What stands in the framework", "写在体系中的内容"},
      {"A method says what holds for all; these keys are of one indicator, category or variable, "
       "and stand "
       "there.",
       "方法对全部节点有效；以下各键只属于一个指标、类别或变量，写在该处。"},
      {{"indicator.formula",
        {"formula over variables", "变量的公式"},
        {"the variable of the same id", "同 id 的变量"},
        {"how the value comes about, in the indicator's unit; a number may carry a unit in "
         "brackets, as in income - 1000 [元]; without one it is plain",
         "指标值的算法，单位为指标的单位；数字可在方括号中带单位，如 income - 1000 "
         "[元]；不写则无量纲"}},
       {"indicator.transform",
        {"formula of x, such as log(x) or x^(1/3)", "x 的公式，如 log(x) 或 x^(1/3)"},
        {"the value as it is", "指标值不变"},
        {"what the value x goes through before it is treated and normalised, where the sample "
         "scales "
         "it; goalposts are on the transformed scale, while value functions, plan and standard see "
         "the value itself",
         "由样本确定标尺时，指标值 x 在离群值处理和归一化之前所经的变换；goalposts "
         "按变换后的尺度，价值函数、规划和标准仍看原值"}},
       {"indicator.score",
        {"value function, or {shape: relative, normalise: method}",
         "价值函数，或 {shape: relative, normalise: 方法}"},
        {"relative"},
        {"the indicator's own scale, or its own normalisation in place of the method's",
         "指标自己的标尺，或代替方法的归一化"}},
       {"category.direction",
        {"higher | lower"},
        {"higher"},
        {"lower: its own score stays and ranks lowest first, its parent sees the score mirrored, "
         "62 "
         "of 0..100 as 38; this needs scores on a scale with two ends or a middle: 0 of `none`, "
         "the mean of "
         "`z_score`",
         "lower：自身得分不变，低者排前；上级看到的是对称换算后的得分，0 至 100 中的 62 计为 "
         "38；得分须有两端固定的尺度或中点：`none` 以 0、`z_score` 以其均值为中点"}},
       {"category.grades",
        some_grades,
        no_grades,
        {"grades by thresholds of the score, the best first; or by rank within the period: 1 to "
         "`classes`, 1 the highest scores, where `of` says what share of the ranks rank r of n "
         "ends",
         "按得分的阈值分等级，从高到低；或按同期名次 r（共 n 个）分 1 至 `classes` 级，1 "
         "级得分最高，"
         "`of` 说明名次如何折成份额"}},
       {"indicator.grades",
        some_grades,
        no_grades,
        {"the same of an indicator", "指标的等级，同上"}},
       {"indicator.range",
        a_range,
        no_limits,
        {"between which values the indicator is believable, in its own unit; a value outside is a "
         "warning (an error with --strict)",
         "指标值可信的范围，单位为指标的单位；超出者给出警告（--strict 时为错误）"}},
       {"indicator.breaks", some_years, no_grades, new_series},
       {"variable.range",
        a_range,
        no_limits,
        {"the same of a variable: its cells are named", "变量的合理范围，同上，指出所在单元格"}},
       {"variable.breaks", some_years, no_grades, new_series},
       {"variable.part_of",
        {"id of a variable", "变量的标识"},
        {"none", "无"},
        {"what it is a part of: a part above its whole is a warning (an error with --strict)",
         "它是哪个变量的一部分：部分大于整体时给出警告（--strict 时为错误）"}},
       {"variable.rollup",
        {"sum | mean | {mean: variable}", "sum | mean | {mean: 变量}"},
        {"none", "无"},
        {"where the data give no value for a place, it is made of the places whose attribute "
         "`parent` is that place, of the same period; missing where one of them has no row or no "
         "value, unless it weighs 0; a place that is only named as `parent` gets a row",
         "数据未给出某评价单元的值时，由属性 `parent` "
         "为它的同期各评价单元得出；其中一个缺行或缺值（权重为 0 的除外）则缺值；"
         "只作为 `parent` 出现的评价单元会增加一行"}},
       {"variable.formula",
        {"over variables", "由变量组成的公式"},
        {"none", "无"},
        {"with a rollup: what it is, where the data give none, for a place without parts",
         "与 rollup 同用：无下级的评价单元，数据未给出时按此公式计算"}}},
      "tijian: 1\nframework: place\ntitle: A place\nattributes: [parent]\nvariables:\n"
      "  - {id: residents, title: Residents, unit: 人, rollup: sum}\n"
      "  - {id: old, title: Old, unit: 人, part_of: residents, range: [0, ~]}\n"
      "  - {id: income, title: Income, unit: 元, rollup: sum, breaks: [2020]}\n"
      "  - {id: dust, title: Dust, unit: \"1\", rollup: {mean: residents}}\n"
      "  - id: young\n    title: Young\n    unit: 人\n    rollup: sum\n"
      "    formula: residents - old\n"
      "categories:\n  - id: burden\n"
      "    title: Burden\n    direction: lower\n    grades: {classes: 5, of: rank/n}\n"
      "    indicators:\n"
      "      - id: noise\n        title: Noise\n        unit: dB\n"
      "        score: {shape: relative, normalise: percentile_rank}\n"
      "        grades:\n"
      "          - {at_least: 50, id: loud, title: Loud}\n"
      "          - {at_least: 0, id: quiet, title: Quiet}\n"
      "      - {id: dust, title: Dust, unit: \"1\", transform: log(x)}\n"
      "      - id: spare_income\n        title: Income above 1000 yuan a head\n"
      "        unit: 元/人\n        formula: income / residents - 1000 [元/人]\n",
      {}};
}

}  // namespace tijian::report
