#include "diagnostic/catalogue.h"

namespace tijian {
namespace {

constexpr Message messages[] = {
    {"B490", Severity::error, "the data have no place '{found}'", "数据中没有评价单元“{found}”",
     "one of {names}", "{names} 之一"},
    {"B491", Severity::error, "the data have no period '{found}' for {place}",
     "数据中 {place} 没有时期“{found}”", "one of {names}", "{names} 之一"},
    {"B492", Severity::error, "the framework has no node '{found}'", "指标体系中没有节点“{found}”",
     "the id or the title of a category or an indicator; categories: {names}",
     "类别或指标的编号或名称；类别有：{names}"},
    {"B493", Severity::error, "no variable is kept by '{found}'", "没有由“{found}”主管的变量",
     "one of {names}", "{names} 之一"},
};

}  // namespace

const std::span<const Message> binding_messages = messages;

}  // namespace tijian
