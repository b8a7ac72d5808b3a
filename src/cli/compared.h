#pragma once
#include <optional>
#include <string>

#include "scoring.h"

namespace tijian::cli {

/// The two sides of `compare`: the method of the command line and what `--with` names.
struct Compared {
  Subject before, after;  ///< `after` without a framework: the same table
  Model model_before, model_after;
  std::optional<Period> period_before, period_after;

  const IndicatorTable& table_after() const { return after.framework ? after.table : before.table; }
};
Compared read_compared(Session&, const ScoringOptions&, const std::string& with);

}  // namespace tijian::cli
