#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "tijian/apportionment.h"
#include "tijian/report/view.h"

namespace tijian::report {

/// A total shared out, to read: who gets what by which score and within which bounds, the sum, and
/// who was left out. `data_flags`: see data_flags.h. The apportionment is that of the claims.
std::string apportionment_table(const Framework&, const Claimants&, const Apportionment&,
                                std::uint16_t data_flags, const View&);

/// Writes apportionment.csv into a folder, those left out included; returns its path.
std::vector<std::string> write_apportionment(const Framework&, const Claimants&,
                                             const Apportionment&, std::uint16_t data_flags,
                                             const std::string& folder);

std::string to_json(const Framework&, const Claimants&, const Apportionment&,
                    std::uint16_t data_flags);

}  // namespace tijian::report
