#pragma once
#include <string>
#include <vector>

#include "tijian/report/template_sheet.h"

namespace tijian::report {

/// A figure that a department is asked for.
struct TemplateRow {
  std::vector<std::string> cells;  ///< up to the keeper: value and source are theirs to fill in
  int variable;                    ///< of the framework
  bool listed;                     ///< the framework knows the place, so that nothing of it is open
};

/// What a sheet for departments asks, whatever kind of file it becomes.
struct TemplateRows {
  std::vector<std::string> header;  ///< names of the columns, which the reader knows
  int attributes;                   ///< how many of them are attributes of places
  std::vector<TemplateRow> rows;

  static constexpr int place = 0, period = 1, first_attribute = 2;
  int variable() const { return first_attribute + attributes; }
  int title() const { return variable() + 1; }
  int unit() const { return variable() + 2; }
  int definition() const { return variable() + 3; }
  int keeper() const { return variable() + 4; }
  int value() const { return variable() + 5; }
  int source() const { return variable() + 6; }
  /// Whether a cell is for the department to fill in.
  bool open(const TemplateRow&, int column) const;
};

/// The places named, else those of the list, else one without a name; of each, the variables that
/// `keeper` (null: anybody) keeps and the place is asked for.
TemplateRows template_rows(const Framework&, const SheetOptions&, const std::string* keeper,
                           Language);

}  // namespace tijian::report
