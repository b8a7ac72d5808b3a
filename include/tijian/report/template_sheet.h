#pragma once
#include <string>
#include <vector>

#include "tijian/framework.h"
#include "tijian/report/language.h"

namespace tijian::report {

/// Whom a sheet asks, and what for.
struct SheetOptions {
  std::vector<std::string> places;  ///< none: those of the framework's list, or a cell to fill in
  std::string period;               ///< empty: a cell to fill in
};

/// The long sheet that departments fill in, one row a place and variable, with a byte order mark
/// for spreadsheets. `keeper`: only that department's variables; null: all.
std::string template_sheet(const Framework&, const SheetOptions&, const std::string* keeper,
                           Language);

/// The same as an XLSX file: what is not theirs to fill in is locked without a password, figures
/// have limits from `range`, and a second sheet says how to fill it in. Empty where nothing is
/// asked. InputError, which names `path` (.xlsx): C393 where this build lacks the writer, C390
/// where there are more rows than such a file takes.
std::string template_workbook(const Framework&, const SheetOptions&, const std::string* keeper,
                              Language, const std::string& path);

}  // namespace tijian::report
