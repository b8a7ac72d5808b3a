#pragma once
#include <vector>

#include "dataset/data_file.h"

namespace tijian::dataset {

/// Opens the sheets of a workbook that are asked for, and reads their headers.
std::vector<DataFile> open_sheets(const base::InputFile&, const DataSource&, const Binder&,
                                  const ReadOptions&, Faults&);

}  // namespace tijian::dataset
