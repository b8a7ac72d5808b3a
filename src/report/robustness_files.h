#pragma once
#include <string>
#include <vector>

#include "report/json.h"
#include "tijian/robustness.h"

namespace tijian::report {

/// Writes robustness.csv and, where they were asked for, sensitivity.csv and removal.csv into a
/// folder; returns their paths.
std::vector<std::string> write_robustness(const Robustness&, std::uint16_t data_flags,
                                          const std::string& folder);

Json to_json(const Robustness&, std::uint16_t data_flags, Language);

}  // namespace tijian::report
