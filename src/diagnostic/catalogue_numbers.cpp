#include "diagnostic/catalogue.h"

namespace tijian {
namespace {

constexpr Message messages[] = {
    {"N500", Severity::error, "", ""},
};

}  // namespace

const std::span<const Message> numbers_messages = messages;

}  // namespace tijian
