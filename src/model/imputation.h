#pragma once
#include <Eigen/Core>
#include <string>
#include <vector>

#include "tijian/model.h"

namespace tijian::model {

/// The imputer of a method where it works on values before normalisation, else null.
const Imputer* value_imputer(const Method&, const MethodTable&);

/// The distinct groups of `impute.group` over the rows, ascending; one empty group without.
std::vector<std::string> imputation_groups(const Method&, const Rows&);

/// Constants to fill with, groups x indicators; empty where the imputer works on the rows.
Eigen::ArrayXXd imputation_fills(const Method&, const MethodTable&, const IndicatorTable&,
                                 const std::vector<std::string>& groups,
                                 const std::vector<char>& reference);

/// The table's values with what is missing filled. Cells that do not apply stay missing.
Eigen::ArrayXXd imputed_values(const Method&, const MethodTable&, const IndicatorTable&,
                               const std::vector<std::string>& groups, const Eigen::ArrayXXd& fills,
                               const std::vector<char>& reference);

}  // namespace tijian::model
