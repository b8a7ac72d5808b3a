#include "diagnostic/catalogue.h"

namespace tijian {
namespace {

constexpr Message messages[] = {
    // ---- reading a method ----
    {"M600", Severity::error, "unknown {family} '{found}'", "未知的{family}“{found}”",
     "one of {names}", "{names} 之一"},
    {"M601", Severity::error, "unknown parameter '{found}'", "未知的参数“{found}”",
     "one of {names}", "{names} 之一"},
    {"M602", Severity::error, "'{found}' is not a period", "“{found}”不是时期",
     "a year, quarter or month such as 2019, 2019Q1 or 2019-03",
     "年、季度或月，如 2019、2019Q1、2019-03"},
    // ---- fitting it ----
    {"M650", Severity::error, "'{method}' cannot be fitted to {indicator}",
     "“{method}”无法用于 {indicator}", "what the method needs of each indicator (see `tijian methods {method}`)",
     "该方法对每个指标的要求（见 `tijian methods {method}`）",
     "give it, or give the indicator a value function", "请补充，或为该指标设置价值函数"},
    {"M651", Severity::error, "no row of the data belongs to the reference periods",
     "数据中没有属于参照期的行", "at least one row", "至少一行"},
    {"M652", Severity::error, "{key}: '{method}' does not merge from parts",
     "{key}：“{method}”不能由分块统计合并得到",
     "counts, bounds, moments, co-moments or entropy sums",
     "计数、上下界、矩、协矩或熵和",
     "fit it to the whole table, without --stream", "请对整表拟合，不用 --stream"},
    {"M654", Severity::error, "the framework has no node '{found}'",
     "体系中没有节点“{found}”", {}, {}, "did you mean '{near}'?", "是否为“{near}”？"},
    {"M655", Severity::error, "unknown method '{found}' for {key}", "{key} 没有名为“{found}”的方法",
     "one of {names}", "{names} 之一"},
    {"M656", Severity::error, "the {method} matrix of {node} is {found}",
     "{node} 的 {method} 判断矩阵为 {found}", "{size} numbers, for {children}",
     "{size} 个数，依次对应 {children}"},
    {"M657", Severity::error, "the data have no attribute '{found}'", "数据中没有属性“{found}”",
     "one of {names}", "{names} 之一",
     "declare it under `attributes` and give the data a column of that name",
     "请在体系的 `attributes` 中声明，并在数据中加入同名的列"},
    {"M658", Severity::error, "the data have no place '{found}'", "数据中没有评价单元“{found}”"},
    {"M659", Severity::error, "the saved model lacks {ids}", "保存的模型缺少 {ids}",
     "a model that was fitted to this framework", "用本体系拟合得到的模型",
     "fit again with --save-model", "请用 --save-model 重新拟合"},
    {"M694", Severity::error, "the saved model holds nodes or indicators that the framework has not",
     "保存的模型含有本体系没有的节点或指标", "a model that was fitted to this framework",
     "用本体系拟合得到的模型", "fit again with --save-model", "请用 --save-model 重新拟合"},
    {"M691", Severity::error, "the model was fitted to framework {saved}",
     "模型由体系 {saved} 拟合得到", "{framework}", "{framework}", "fit again with --save-model",
     "请用 --save-model 重新拟合"},
    {"M692", Severity::error, "{key}: '{method}' cannot be kept in a saved model",
     "{key}：“{method}”无法保存到模型中", "a method that scores each row by itself",
     "逐行独立评分的方法"},
    {"M693", Severity::error, "{method} refuses the judgements of {node}: {reason}",
     "{method} 不接受 {node} 的判断：{reason}"},
    {"M695", Severity::error, "{what} looks at other rows, which --stream does not keep",
     "{what} 要用到其他行，--stream 不保留其他行", "what each row can be scored by alone",
     "每行可独立计分的内容", "score the whole table, without --stream", "请对整表计分，不用 --stream"},
    {"M690", Severity::error, "no method is called '{found}'", "没有名为“{found}”的方法",
     "a name that `tijian methods` lists", "`tijian methods` 列出的名称之一"},
};

}  // namespace

const std::span<const Message> method_messages = messages;

}  // namespace tijian
