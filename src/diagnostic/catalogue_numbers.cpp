#include "diagnostic/catalogue.h"

namespace tijian {
namespace {

constexpr Message messages[] = {
    {"N520", Severity::warning, "a negative score below makes the {method} mean of {node} missing",
     "下级得分为负，{node} 的 {method} 平均缺失", {}, {},
     "choose a normalisation without negative scores, or another mean",
     "请改用不产生负分的归一化方法，或换一种合成方法"},
    {"N522", Severity::warning, "the model knows no rows of group '{group}' and period '{period}': they have no score",
     "模型中没有分组“{group}”、期间“{period}”的参照数据，这些行没有得分"},
};

}  // namespace

const std::span<const Message> numbers_messages = messages;

}  // namespace tijian
