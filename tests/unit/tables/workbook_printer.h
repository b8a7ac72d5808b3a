#pragma once
#include <string>

#include "dataset/workbook_file.h"

namespace tijian_tests {

/// A workbook of tests/data/workbooks; without it the test fails.
tijian::dataset::WorkbookFile workbook(const std::string& name);

/// The faults that reading a file of tests/data/workbooks ends with.
std::vector<tijian::Diagnostic> faults_of(const std::string& name);

/// Each cell with something in it on a line: B7, its kind, its text. A formula's result is marked
/// with =. Then merged ranges and what is hidden.
std::string printed(const tijian::dataset::Sheet&);

}  // namespace tijian_tests
