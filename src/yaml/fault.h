#pragma once
#include <string_view>

#include "tijian/text.h"

namespace tijian::yaml {

/// What a message of yaml-cpp's means to somebody who edits a framework, and what to do.
struct Fault {
  Text reason, hint;
};
Fault fault_of_syntax(std::string_view message);

}  // namespace tijian::yaml
