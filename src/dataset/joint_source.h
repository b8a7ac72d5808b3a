#pragma once
#include <set>

#include "dataset/source_table.h"

namespace tijian::dataset {

/// What is known of values that others were made of: all their sources, the least sure of their
/// confidences, and synthetic where one of them is. Cited becomes derived-cited, seed derived-seed.
Source joint_source(const SourceTable&, const std::set<int>& numbers);

}  // namespace tijian::dataset
