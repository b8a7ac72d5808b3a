#include "diagnostic/catalogue.h"

namespace tijian {
namespace {

constexpr Message messages[] = {
    {"B400", Severity::error, "", ""},
};

}  // namespace

const std::span<const Message> binding_messages = messages;

}  // namespace tijian
