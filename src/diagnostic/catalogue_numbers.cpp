#include "diagnostic/catalogue.h"

namespace tijian {
namespace {

constexpr Message messages[] = {
    {"N500", Severity::warning, "division by zero in '{formula}': missing, first for {row}",
     "“{formula}”中除数为零，结果缺失，首见于{row}", {}, {},
     "where the 0 stands for 'not known', leave the cell empty",
     "如果 0 表示“未知”，请将该单元格留空"},
    {"N501", Severity::warning,
     "logarithm of a number that is not positive in '{formula}': missing, first for {row}",
     "“{formula}”中对非正数取对数，结果缺失，首见于{row}"},
    {"N502", Severity::warning,
     "square root of a negative number in '{formula}': missing, first for {row}",
     "“{formula}”中对负数开方，结果缺失，首见于{row}"},
    {"N503", Severity::warning, "'{formula}' is too large for a number: missing, first for {row}",
     "“{formula}”的数值过大，结果缺失，首见于{row}"},
    {"N504", Severity::warning,
     "'{formula}' looks at other years, but the period is no year: missing, first for {row}",
     "“{formula}”要用其他年份的数据，但时期不是年份，结果缺失，首见于{row}"},
    {"N505", Severity::warning,
     "a power of a negative number in '{formula}' is no number: missing, first for {row}",
     "“{formula}”中负数的幂无实数值，结果缺失，首见于{row}"},
    {"N506", Severity::warning, "{id} follows a path in years, and rows without a period have no score",
     "{id} 按年度路径计分，没有时期的行不得分", {}, {}, "give the data a column period",
     "请在数据中增加时期列（年份）"},
    {"N520",
     Severity::warning,
     "a negative score below makes the {method} mean of {node} missing",
     "下级得分为负，{node} 的 {method} 平均缺失",
     {},
     {},
     "choose a normalisation without negative scores, or another mean",
     "请改用不产生负分的归一化方法，或换一种合成方法"},
    {"N522", Severity::warning, "the model was fitted to no rows of {rows}: these have no score",
     "拟合模型时没有{rows}的数据，这些行没有得分", {}, {},
     "fit again with data that have them, and --save-model",
     "请用包含它们的数据重新拟合，并加上 --save-model"},
    {"N523", Severity::warning, "'{method}' gives {node} no score: {reason}",
     "“{method}”无法给 {node} 评分：{reason}", {}, {},
     "see `tijian methods {method}`, or leave its scores as they are",
     "见 `tijian methods {method}`，或不再归一化其得分"},
    {"N530", Severity::warning, "{failed} of {runs} replications failed and are left out: {reason}",
     "{runs} 次模拟中有 {failed} 次失败，未计入结果：{reason}", {}, {},
     "what varies must suit the method: see `robustness` in the method file",
     "变动的内容须与方法相容：见方法文件的 `robustness`"},
    {"N531",
     Severity::error,
     "all replications failed, {failed} of {runs} so: {reason}",
     "全部模拟均失败，{runs} 次中有 {failed} 次的原因是：{reason}",
     {},
     {},
     "what varies must suit the method: see `robustness` in the method file",
     "变动的内容须与方法相容：见方法文件的 `robustness`"},
    {"N532", Severity::error, "no place has a score of {node}", "没有评价单元有 {node} 的得分",
     "at least one", "至少一个", "`tijian score` shows the coverage",
     "`tijian score` 可查看覆盖率"},
    {"N533", Severity::error, "no place has a row on both sides", "没有两边都有数据的评价单元",
     "the same names of places, and of periods unless two are compared",
     "评价单元名称相同；不是比较两个时期时，时期也要相同"},
};

}  // namespace

const std::span<const Message> numbers_messages = messages;

}  // namespace tijian
