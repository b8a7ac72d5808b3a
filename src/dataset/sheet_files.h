#pragma once
#include <vector>

#include "dataset/data_file.h"

namespace tijian::dataset {

/// Reads the headers of the sheets of a workbook that are asked for.
std::vector<DataFile> read_sheet_headers(const OpenFile&, const DataSource&, const Binder&,
                                         const ReadOptions&, Faults&);
/// Of the sheet that is asked for, else the first with something to be seen.
std::vector<HeadRow> first_sheet_rows(const OpenFile&, const DataSource&);
/// The visible sheets that have something in them.
std::vector<std::string> table_sheets(const OpenFile&);

}  // namespace tijian::dataset
