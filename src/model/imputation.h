#pragma once
#include <map>
#include <string>
#include <vector>

#include "model/scoring_plan.h"
#include "tijian/model.h"

namespace tijian::model {

/// The attribute that missing values are filled by; empty: all places alike.
std::string impute_group(const Choice&);

/// The distinct groups of the choice's `group` over the rows, ascending; one empty group without.
std::vector<std::string> imputation_groups(const Choice&, const Rows&);

/// Constants to fill with, groups x indicators; empty where the imputer works on the rows.
Matrix<double> imputation_fills(const Resolved<Imputer>&, const IndicatorTable&,
                                const std::vector<std::string>& groups,
                                const std::vector<char>& reference);

/// The table's values with what is missing filled. Cells that do not apply stay missing.
Matrix<double> imputed_values(const Resolved<Imputer>&, const IndicatorTable&,
                              const std::vector<std::string>& groups, const Matrix<double>& fills,
                              const std::vector<char>& reference);

/// Groups of rows that are none of `groups`, and how many of their cells stay missing.
std::map<std::string, long> unfilled_groups(const Resolved<Imputer>&, const IndicatorTable&,
                                            const std::vector<std::string>& groups);

}  // namespace tijian::model
