#pragma once
#include <string>
#include <vector>

#include "report/report_scope.h"

namespace tijian::report {

/// An indicator that some places have no data for.
struct DataGap {
  int indicator;
  std::vector<Index> rows;  ///< without data
};
/// What one department has not told.
struct KeeperGaps {
  std::string keeper;         ///< may be empty: nobody is named
  int due = 0;                ///< readings that apply, over all its indicators and rows
  int missing = 0;            ///< of them, those without data
  std::vector<DataGap> gaps;  ///< in the framework's order
};

/// Those with most missing first; of those that lack nothing there is none.
std::vector<KeeperGaps> data_gaps(const Diagnosis&, const ReportScope&);

}  // namespace tijian::report
