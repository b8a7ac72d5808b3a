#pragma once
#include <vector>

#include "dataset/file_table.h"

namespace tijian::dataset {

/// Warns of rows that are sums of the others (合计, total): as places they would shift bounds,
/// means and ranks (C336).
std::vector<Diagnostic> report_totals(const FileTable&);

}  // namespace tijian::dataset
