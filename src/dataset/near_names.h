#pragma once
#include <vector>

#include "dataset/file_table.h"

namespace tijian::dataset {

/// Warns of names that only one file or one period has and that are near another, which is not
/// there: 朝阳 for 朝阳区 (B459). For data without a list of places.
std::vector<Diagnostic> report_near_names(const std::vector<FileTable>&);

}  // namespace tijian::dataset
