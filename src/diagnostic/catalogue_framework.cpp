#include "diagnostic/catalogue.h"

namespace tijian {
namespace {

constexpr Message messages[] = {
    {"F200", Severity::error, "", ""},
};

}  // namespace

const std::span<const Message> framework_messages = messages;

}  // namespace tijian
