#pragma once
#include "report/report_scope.h"
#include "tables/document.h"
#include "tijian/light.h"

/// The chapters of the document, one a source file.
namespace tijian::report {

/// What every chapter is made from.
struct DocumentSubject {
  const HealthReport& report;
  const ReportScope& scope;
  Language say;
  /// The row that a report in words is about: the whole, or the only place; -1: all places alike.
  Index row() const { return scope.whole; }

  const Run& run() const { return report.run; }
  const Framework& framework() const { return *report.run.framework; }
  const Diagnosis& diagnosis() const { return report.diagnosis; }
  const std::string& place(Index row) const { return report.diagnosis.rows.place_of(row); }
};

/// A light in a cell: its word on its colour.
tables::DocumentTable::Cell light_cell(Light, Language);
/// `342.48 万人`
std::string amount_words(double value, const Indicator&);

void add_conclusion_chapter(tables::Document&, const DocumentSubject&);
void add_limit_chapter(tables::Document&, const DocumentSubject&);
void add_problem_chapter(tables::Document&, const DocumentSubject&);
void add_category_chapter(tables::Document&, const DocumentSubject&);
void add_place_chapter(tables::Document&, const DocumentSubject&);
void add_gap_chapter(tables::Document&, const DocumentSubject&);
void add_method_chapter(tables::Document&, const DocumentSubject&);

}  // namespace tijian::report
