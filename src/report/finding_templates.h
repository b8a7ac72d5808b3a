#pragma once
#include "tijian/reading_rules.h"

namespace tijian::report {

/// The sentence of a finding, with names in braces, unless the framework has its own.
Text default_template(Finding);

}  // namespace tijian::report
