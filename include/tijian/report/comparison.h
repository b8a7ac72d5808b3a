#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "tijian/compare.h"
#include "tijian/report/view.h"

namespace tijian::report {

/// Who moved and why, to read: places by their change, each with its largest contributions.
/// `data_flags`: see data_flags.h.
std::string compare_table(const Comparison&, std::uint16_t data_flags, const View&);

/// Writes moves.csv and contributions.csv into a folder; returns their paths.
std::vector<std::string> write_comparison(const Comparison&, std::uint16_t data_flags,
                                          const std::string& folder);

std::string to_json(const Comparison&, std::uint16_t data_flags, Language);

}  // namespace tijian::report
