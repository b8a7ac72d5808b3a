#pragma once
#include "dataset/columns.h"
#include "dataset/data_file.h"
#include "dataset/faults.h"
#include "dataset/file_table.h"

namespace tijian::dataset {

/// Reads a table of any form, cell by cell.
FileTable read_cells(const DataFile&, const Binder&, Faults&);

}  // namespace tijian::dataset
