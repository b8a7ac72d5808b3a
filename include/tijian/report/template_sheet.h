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

/// The department that keeps a variable: its own, else that of an indicator that is this variable.
std::string keeper_of(const Framework&, const Variable&);
/// All keepers in the order of the variables; the empty one stands for nobody.
std::vector<std::string> keepers(const Framework&);

/// The long sheet that departments fill in, one row a place and variable, with a byte order mark
/// for spreadsheets. `keeper`: only that department's variables; null: all.
std::string template_sheet(const Framework&, const SheetOptions&, const std::string* keeper,
                           Language);

}  // namespace tijian::report
