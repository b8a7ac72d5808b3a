#pragma once
#include <string>
#include <vector>

#include "report/json.h"
#include "tijian/audit.h"

namespace tijian::report {

/// What an audit found, to read: what to look at first, then categories, weights and indicators.
std::string audit_table(const Audit&, std::uint16_t data_flags, const View&);

/// Writes indicators.csv, correlations.csv, influence.csv, categories.csv and flags.csv into a
/// folder; returns their paths.
std::vector<std::string> write_audit(const Audit&, std::uint16_t data_flags,
                                     const std::string& folder);

Json to_json(const Audit&, std::uint16_t data_flags);

}  // namespace tijian::report
