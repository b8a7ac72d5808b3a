#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "tijian/dataset.h"
#include "tijian/framework.h"

namespace tijian::analysis {

/// The place's row of that period, of its latest where none is asked for; nothing, and B490 or
/// B491, where there is none.
std::optional<Eigen::Index> find_row(const Rows&, std::string_view place, std::string_view period,
                                     std::vector<Diagnostic>&);

/// A node by its id, or by its title in any language; the index where the name is empty; nothing,
/// and B492, where there is none.
std::optional<int> find_node(const Framework&, std::string_view name, std::vector<Diagnostic>&);

}  // namespace tijian::analysis
