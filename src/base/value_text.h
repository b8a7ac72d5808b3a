#pragma once
#include <string>

#include "tijian/options.h"

namespace tijian::base {

/// A value on one line, as people write it: for messages.
std::string written(const Value&);
/// `power {p: 2}`
std::string written(const Choice&);

/// A parameter that is a text; empty where it is left out.
std::string text_of(const Choice&, const std::string& parameter);

}  // namespace tijian::base
