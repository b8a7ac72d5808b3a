#pragma once
#include <vector>

#include "dataset/file_table.h"

namespace tijian::dataset {

/// One dataset of the tables of several files. Cells that differ are faults that cite both.
Dataset merge(std::vector<FileTable> tables, const Framework&, Faults&);

}  // namespace tijian::dataset
