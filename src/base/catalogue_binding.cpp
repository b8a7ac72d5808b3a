#include "base/catalogue.h"

namespace tijian::base {
namespace {

using enum Severity;

constexpr Message of_binding[] = {
    {"B400",
     warning,
     "{count} variable(s) of the framework without a column: {names}",
     "指标体系中有 {count} 个变量没有对应的列：{names}",
     {},
     {},
     "what they enter is missing, unless the indicator itself is given",
     "除非直接给出指标值，否则用到它们的指标为缺失"},
    {"B401",
     warning,
     "{count} column(s) that belong to nothing in the framework: {names}",
     "有 {count} 列不属于指标体系中的任何变量或指标：{names}",
     {},
     {},
     "they are not used",
     "这些列未被使用"},
    {"B402", error, "no column fits the framework: {names}", "没有一列与指标体系相符：{names}",
     "ids or titles such as {likely}", "标识或名称，如 {likely}"},
    {"B403", error, "'{name}' is the title of several: {all}", "“{name}”是多个对象的名称：{all}",
     "the id of one of them", "其中之一的标识"},
    {"B404", error, "the unit '{unit}' of '{name}' is not known", "“{name}”的单位“{unit}”无法识别",
     "a unit such as {own}, the unit of {id}", "单位，如 {own}（{id} 的单位）"},
    {"B405", error, "the unit '{unit}' of '{name}' does not fit", "“{name}”的单位“{unit}”不相符",
     "a unit that converts to {own}, the unit of {id}", "能换算为 {own}（{id} 的单位）的单位"},
    {"B406", error, "'{name}' is a second column for {id}", "“{name}”是 {id} 的第二列",
     "one column for each variable or indicator", "每个变量或指标只有一列"},
    {"B407", error, "'{cell}' has a ratio's sign, but the unit of '{name}' is no ratio",
     "“{cell}”带百分号或千分号，但“{name}”的单位不是比率", "a plain number", "不带符号的数字"},
    {"B408", error, "'{name}' is no variable or indicator of the framework",
     "“{name}”不是指标体系中的变量或指标", "an id or a title, such as {likely}",
     "标识或名称，如 {likely}", "pass --variable NAME, with the unit in brackets where it differs",
     "请加上 --variable 名称；单位不同时写在方括号内"},
    {"B409",
     warning,
     "no column gives the attribute '{name}', which decides where these apply: {ids}",
     "没有“{name}”列，而它决定这些指标的适用范围：{ids}",
     {},
     {},
     "add a column {name}",
     "请增加“{name}”列"},
    {"B410",
     warning,
     "the attribute '{name}' is empty for {places}: there these do not apply: {ids}",
     "{places} 的“{name}”为空，下列指标在该处按不适用处理：{ids}",
     {},
     {},
     "fill in the column {name}",
     "请填写“{name}”列"},
    {"B450", warning,
     "'{id}' is given as {given}, but '{formula}' gives {computed}, first for {row}",
     "“{id}”直接给出的值为 {given}，而“{formula}”得 {computed}，首见于{row}",
     "values that differ by 0.5 % at most", "两者相差不超过 0.5 %",
     "the value of the formula is used", "采用公式的值"},
    {"B490", Severity::error, "the data have no place '{found}'", "数据中没有评价单元“{found}”",
     "one of {names}", "{names} 之一"},
    {"B491", Severity::error, "the data have no period '{found}' for {place}",
     "数据中 {place} 没有时期“{found}”", "one of {names}", "{names} 之一"},
    {"B492", Severity::error, "the framework has no node '{found}'", "指标体系中没有节点“{found}”",
     "the id or the title of a category or an indicator; categories: {names}",
     "类别或指标的标识或名称；类别有：{names}"},
    {"B493", Severity::error, "no variable is kept by '{found}'", "没有由“{found}”主管的变量",
     "one of {names}", "{names} 之一"},
};

}  // namespace

const std::span<const Message> binding_messages = of_binding;

}  // namespace tijian::base
