#include "diagnostic/catalogue.h"

namespace tijian {
namespace {

constexpr Message messages[] = {
    {"C300", Severity::error, "", ""},
};

}  // namespace

const std::span<const Message> data_messages = messages;

}  // namespace tijian
