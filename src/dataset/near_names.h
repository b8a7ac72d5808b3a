#pragma once
#include <vector>

#include "dataset/file_table.h"
#include "tijian/doubt.h"

namespace tijian::dataset {

/// Names that only one file or one period has and that are near another, which is not there: 朝阳
/// or 北京市朝阳区 for 朝阳区 (B459). For data without a list of places.
std::vector<Doubt> report_near_names(const std::vector<FileTable>&);

}  // namespace tijian::dataset
