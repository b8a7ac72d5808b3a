#pragma once
#include <optional>
#include <string>

#include "tijian/options.h"

namespace tijian::analysis {

/// A value as people wrote it, on one line: for messages.
std::string written(const Value&);
std::string written(const Choice&);

/// `25%` or 0.25 as a share; nothing for anything else.
std::optional<double> read_share(const Value&);

}  // namespace tijian::analysis
