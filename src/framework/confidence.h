#pragma once
#include <string>

#include "yaml/record.h"

namespace tijian::framework {

/// How sure a number's source is: `cited`, or one of the other words, each but `no-number` with
/// what may be said of it behind: `uncited-high`.
yaml::Shape<std::string> confidence();

}  // namespace tijian::framework
