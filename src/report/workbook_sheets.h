#pragma once
#include "report/report_scope.h"
#include "report/workbook_table.h"

/// The sheets of the workbook, one a source file.
namespace tijian::report {

/// What every sheet is made from.
struct WorkbookSubject {
  const HealthReport& report;
  const ReportScope& scope;
  Language say;

  const Run& run() const { return report.run; }
  const Framework& framework() const { return *report.run.framework; }
  const Diagnosis& diagnosis() const { return report.diagnosis; }
  const std::string& place(Index row) const { return report.diagnosis.rows.place_of(row); }
  std::string category(int indicator) const;
  /// The problems of the report's rows, the gravest first, then those of the diagnosis before.
  std::vector<const Problem*> problems(bool with_past) const;
  /// What a sheet is, its framework, period and whether it is synthetic; then further lines.
  std::vector<std::string> head(const std::string& sheet,
                                const std::vector<std::string>& more = {}) const;
  /// A line for the head of a sheet without any.
  std::string no_problem() const { return say("No problem was found.", "没有发现问题。"); }
  /// At the foot of each printed page.
  std::string footer() const;
};

void add_indicator_sheet(tables::Workbook&, const WorkbookSubject&);
void add_problem_sheet(tables::Workbook&, const WorkbookSubject&);
void add_advice_sheet(tables::Workbook&, const WorkbookSubject&);
void add_score_sheet(tables::Workbook&, const WorkbookSubject&);
void add_chart_sheet(tables::Workbook&, const WorkbookSubject&);
void add_gap_sheet(tables::Workbook&, const WorkbookSubject&);
void add_method_sheet(tables::Workbook&, const WorkbookSubject&);

}  // namespace tijian::report
