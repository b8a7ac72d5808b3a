#pragma once
#include <string>

#include "report/run.h"
#include "tijian/robustness.h"

namespace tijian::report {

/// A study to read: each place's rank and score with their 90 % intervals, then what matters most.
std::string robustness_table(const Robustness&, const RobustnessOptions&, std::uint16_t data_flags,
                             const View&);

/// What a sensitivity is of: the mean rank shift, or the score or rank of a place.
std::string sensitivity_words(const Robustness&, const Sensitivity&, Language);

}  // namespace tijian::report
