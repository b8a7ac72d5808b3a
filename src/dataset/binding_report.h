#pragma once
#include <span>
#include <string>
#include <vector>

#include "dataset/binding.h"
#include "dataset/columns.h"
#include "dataset/file_table.h"
#include "tijian/dataset.h"

namespace tijian::dataset {

/// What of the framework the data do not give, and what of the data the framework does not know.
struct Fit {
  std::vector<DataColumn> columns;      ///< of all files
  std::vector<std::string> attributes;  ///< that some file gives
  std::vector<Surplus> surplus;
  Citation header;       ///< of the first file
  bool refused = false;  ///< a column had a fault: what is absent may be that one
};

/// Adds what one file gives.
void add_fit(Fit&, const FileTable&, const Citation& header);
/// The same for a file that is not read yet, but for its columns.
void add_fit(Fit&, const TablePlan&, const Framework&, const Citation& header);

/// Warns of places without an attribute that says where indicators apply: left empty, it takes them
/// away without a word.
std::vector<Diagnostic> report_empty_attributes(const Rows&, const Framework&,
                                                const Citation& header);

/// Warnings on both; errors where `strict`. An error where nothing fits at all.
std::vector<Diagnostic> report_fit(const Fit&, const Binder&, bool strict);

}  // namespace tijian::dataset
