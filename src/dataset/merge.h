#pragma once
#include <vector>

#include "dataset/file_table.h"

namespace tijian::dataset {

/// One dataset of the tables of several files. Cells that differ are faults that cite both. The
/// data of a single table are moved out, but for its columns, unless it is not `sound`: rows may be
/// given twice, or of places that nobody knows, which are left out.
Dataset merge(std::vector<FileTable>& tables, const Framework&, Faults&, bool sound = true);

/// Where a merged cell was read; where it was not, its column.
Citation cell_of(const std::vector<FileTable>& tables, const Dataset& merged, Index row,
                 Index column);

}  // namespace tijian::dataset
