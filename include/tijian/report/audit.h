#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "tijian/audit.h"
#include "tijian/report/view.h"

namespace tijian::report {

/// What an audit found, to read: what to look at first, then categories, weights and indicators.
/// `data_flags`: see data_flags.h.
std::string audit_table(const Audit&, std::uint16_t data_flags, const View&);

/// Writes indicators.csv, correlations.csv, influence.csv, categories.csv and flags.csv into a
/// folder; returns their paths.
std::vector<std::string> write_audit(const Audit&, std::uint16_t data_flags,
                                     const std::string& folder);

std::string to_json(const Audit&, std::uint16_t data_flags);

}  // namespace tijian::report
