#include "diagnostic/catalogue.h"

namespace tijian {
namespace {

constexpr Message messages[] = {
    {"C390", Severity::error, "cannot write the file: {reason}", "无法写出文件：{reason}"},
};

}  // namespace

const std::span<const Message> data_messages = messages;

}  // namespace tijian
