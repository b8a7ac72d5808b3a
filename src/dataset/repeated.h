#pragma once
#include "dataset/file_table.h"

namespace tijian::dataset {

/// The fault of a row of a wide file whose place and period stood in an earlier line.
Diagnostic given_twice(const FileTable&, const Header&, int first_line, int row);
/// Finds all such rows of a table.
void report_repeated_rows(const FileTable&, const Header&, Faults&);

}  // namespace tijian::dataset
