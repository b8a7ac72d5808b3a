#pragma once
#include "report/template_rows.h"
#include "tables/workbook.h"

namespace tijian::report {

/// The XLSX file that a department fills in; no keeper: nobody's in particular. OfficeError where
/// it cannot be made.
std::string workbook_form(const Framework&, const TemplateRows&, const std::string& keeper,
                          Language);

// Its parts.
/// What the cell of a figure takes: a number within `range`, a mark of a missing value.
tables::CellRule figure_rule(const Variable&, const std::string& cell, Language);
/// The sheet that says how to fill in the other; no row of it has a place, so that it holds no
/// data.
void add_form_help(tables::Workbook&, const Framework&, const TemplateRows&,
                   const std::string& title, const std::string& footer, Language);

}  // namespace tijian::report
