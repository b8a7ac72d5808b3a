#pragma once
#include <span>
#include <string>
#include <vector>

#include "tijian/framework.h"
#include "tijian/intake.h"
#include "tijian/report/view.h"

namespace tijian::report {

/// A variable that came for some of its places.
struct Incomplete {
  int variable = -1;
  std::vector<std::string> places;  ///< without a figure, or with one that could not be read
};

/// What a department was asked for, and what came.
struct Owed {
  std::string keeper;              ///< empty: figures that nobody is said to keep
  std::vector<std::string> files;  ///< that have figures of it
  int variables = 0, given_variables = 0;
  long cells = 0, given = 0, faulty = 0;  ///< a cell is a variable of a place
  std::vector<int> lacking;               ///< variables without any figure
  std::vector<Incomplete> incomplete = {};

  /// Neither given nor faulty.
  long empty() const { return cells - given - faulty > 0 ? cells - given - faulty : 0; }
};

/// By department, in the framework's order, of the period. The places are those of the framework's
/// list, else those that any table names. An indicator given directly counts for the variables of
/// its formula.
std::vector<Owed> owed(const Framework&, std::span<const IntakeTable>, const Period&);

/// For a terminal: a line a department, and what is lacking. Nothing where no variable has a
/// keeper.
std::string owed_page(std::span<const Owed>, const Framework&, const Period&, const View&);
/// keeper, files, variables, given_variables, cells, given, empty, faulty, lacking, incomplete;
/// spreadsheets show it.
std::string owed_csv(std::span<const Owed>, const Framework&, Language);
/// An array of objects of the same.
std::string to_json(std::span<const Owed>, const Framework&, Language);

}  // namespace tijian::report
