#pragma once
#include <vector>

#include "tijian/report/health_report.h"

namespace tijian::report {

/// Which rows a report is about.
struct ReportScope {
  std::vector<Index> rows;  ///< of the diagnosis's period, in the data's order, so ascending
  /// The row of the place that the others belong to (the only one without `parent`), or the only
  /// row; -1: there is none.
  Index whole = -1;
  /// The rows but the whole; by peers in the data's order, then by rank, those without one last.
  std::vector<Index> parts;
  bool holds(Index row) const;
};

/// Of `HealthReport::place`, or of all places where that is empty. B490, B491 (an InputError) where
/// there is no such place in the period.
ReportScope scope_of(const HealthReport&);

/// `Chaoyang urban health check 2022.1, 2021: 44 places [synthetic data]`
std::string subject_words(const HealthReport&, const ReportScope&, Language);
/// Says so, with what follows from it.
std::string synthetic_notice(Language);
/// Whether any number of these rows is synthetic.
bool is_synthetic(const HealthReport&, const ReportScope&);

}  // namespace tijian::report
