#pragma once
#include <string>
#include <vector>

#include "report/json.h"
#include "tijian/compare.h"

namespace tijian::report {

/// Who moved and why, to read: places by their change, each with its largest contributions.
std::string compare_table(const Comparison&, std::uint16_t data_flags, const View&);

/// Writes moves.csv and contributions.csv into a folder; returns their paths.
std::vector<std::string> write_comparison(const Comparison&, std::uint16_t data_flags,
                                          const std::string& folder);

Json to_json(const Comparison&, std::uint16_t data_flags, Language);

}  // namespace tijian::report
