#include "diagnostic/catalogue.h"

namespace tijian {
namespace {

constexpr Message messages[] = {
    {"Y100", Severity::error, "", ""},
};

}  // namespace

const std::span<const Message> yaml_messages = messages;

}  // namespace tijian
