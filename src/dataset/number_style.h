#pragma once
#include <optional>
#include <string>
#include <vector>

#include "dataset/cell.h"
#include "dataset/header.h"
#include "tijian/data_source.h"

namespace tijian::dataset {

/// How a table writes numbers: as its source says, else points unless cells that are not parted by
/// commas show that commas are the decimal marks (0,99). Nothing where both readings are possible:
/// 1,572 between semicolons; `doubtful` is such a cell then.
std::optional<NumberStyle> number_style(const DataSource&, char separator, const Header&,
                                        const std::vector<std::vector<std::string>>& rows,
                                        std::string* doubtful = nullptr);

}  // namespace tijian::dataset
