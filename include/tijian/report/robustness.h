#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "tijian/report/view.h"
#include "tijian/robustness.h"

namespace tijian::report {

/// A study to read: each place's rank and score with their 90 % intervals, then what matters most.
/// `data_flags`: see data_flags.h.
std::string robustness_table(const Robustness&, const RobustnessOptions&, std::uint16_t data_flags,
                             const View&);

/// Writes robustness.csv and, where the study has them, sensitivity.csv and removal.csv into a
/// folder; returns their paths.
std::vector<std::string> write_robustness(const Robustness&, std::uint16_t data_flags,
                                          const std::string& folder);

std::string to_json(const Robustness&, std::uint16_t data_flags, Language);

}  // namespace tijian::report
