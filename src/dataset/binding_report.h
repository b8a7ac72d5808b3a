#pragma once
#include <span>
#include <string>
#include <vector>

#include "dataset/binding.h"
#include "dataset/columns.h"
#include "tijian/dataset.h"

namespace tijian {

/// What of the framework the data do not give, and what of the data the framework does not know.
struct Fit {
  std::vector<DataColumn> columns;      ///< of all files
  std::vector<std::string> attributes;  ///< that some file gives
  std::vector<Surplus> surplus;
  Citation header;  ///< of the first file
};

/// Warnings on both; errors where `strict`. An error where nothing fits at all.
std::vector<Diagnostic> report_fit(const Fit&, const Binder&, bool strict);

}  // namespace tijian
