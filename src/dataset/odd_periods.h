#pragma once
#include <vector>

#include "dataset/file_table.h"

namespace tijian::dataset {

/// Warns of a period that one file has alone where the others share another: all of a file, or a
/// few of its rows (B460). A file of many years is none such.
std::vector<Diagnostic> report_odd_periods(const std::vector<FileTable>&);

}  // namespace tijian::dataset
