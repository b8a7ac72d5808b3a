#include "diagnostic/catalogue.h"

namespace tijian {
namespace {

constexpr Message messages[] = {
    {"M600", Severity::error, "", ""},
};

}  // namespace

const std::span<const Message> method_messages = messages;

}  // namespace tijian
