#pragma once
#include <vector>

#include "tijian/dataset.h"

namespace tijian::model {

/// Rows by place, and each place's ascending in time.
std::vector<Index> rows_by_place(const Rows&);

}  // namespace tijian::model
