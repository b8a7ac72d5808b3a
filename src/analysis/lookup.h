#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "tijian/framework.h"
#include "tijian/indicator_table.h"

namespace tijian::analysis {

/// Whether a row has no value at all.
bool is_empty(const IndicatorTable&, Eigen::Index row);

/// The row of a place (by its name, an alias or a code) of that period; where none is asked for, of
/// the latest in which it has a value. Nothing, and B490 or B491, where there is none.
std::optional<Eigen::Index> find_row(const Framework&, const IndicatorTable&,
                                     std::string_view place, std::string_view period,
                                     std::vector<Diagnostic>&);

/// The period that some row is of; nothing, and B491, where none is.
std::optional<Period> find_period(const Rows&, std::string_view period, std::vector<Diagnostic>&);

/// A node by its id, or by its title in any language; the index where the name is empty; nothing,
/// and B492, where there is none.
std::optional<int> find_node(const Framework&, std::string_view name, std::vector<Diagnostic>&);

}  // namespace tijian::analysis
