#pragma once
#include <string>
#include <vector>

#include "reference_table.h"
#include "tijian/tijian.h"

namespace tijian_tests {

/// ASEM connectivity data (European Commission JRC, via COINr): 51 places x 49 indicators, four
/// levels, read from tests/data/asem. Every indicator is scored by the sample.
struct Asem {
  tijian::Framework framework;
  tijian::IndicatorTable table;  ///< attributes: GDP_group, GDPpc_group, Pop_group, EurAsia_group

  static Asem load(bool denominated = false);
  /// Nodes take the weights of a file of (iCode, Level, Weight).
  void set_weights(const ReferenceTable&);
};

/// Compares an array of rows x indicators with NAME, to 1e-9 of each number above one.
void check_asem_values(const Asem&, const tijian::Matrix<double>& values, const std::string& name);

/// Compares a scorecard with NAME_norm, NAME_scores and NAME_ranks to 1e-9 and returns how many
/// cells were compared. Cells of `ties` (node/place) may differ in rank.
int check_asem(const tijian::Scorecard&, const std::string& name,
               const std::vector<std::string>& ties = {});

}  // namespace tijian_tests
