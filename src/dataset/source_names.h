#pragma once
#include <string>
#include <string_view>

#include "dataset/binding.h"
#include "tijian/data_source.h"

namespace tijian::dataset {

/// What a name of a table stands for, as its source renames it, with or without the unit behind it.
/// That unit goes with it where the new name has none: 统计数（万人）.
std::string renamed(const DataSource&, const Binder&, const std::string& name);

/// The unit that the source's `units` give for a column: by its name as written or as renamed, or
/// by any name of what it is. Null where they give none.
const std::string* unit_said(const DataSource&, const Binder&, std::string_view written,
                             std::string_view said);

/// That sources.yaml says another unit than the table.
Diagnostic two_units(const DataSource&, std::string_view name, std::string_view told,
                     std::string_view own, const Citation& where);

}  // namespace tijian::dataset
