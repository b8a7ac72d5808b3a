#pragma once
#include <string>

#include "tijian/explanation.h"
#include "tijian/report/view.h"

namespace tijian::report {

/// An explanation to read, sum by sum: what a node's children give, how a value became a score,
/// what was left out and why, verdicts, sources. The run is the one that was explained.
std::string to_text(const Explanation&, const Run&, const View&);

/// The same tree for programs.
std::string to_json(const Explanation&, const Run&, Language);

}  // namespace tijian::report
