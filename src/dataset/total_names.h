#pragma once
#include <string_view>

namespace tijian::dataset {

/// Whether a row of that name stands for all the others: 合计, 全市, 平均, total. Blanks between
/// the characters and case do not count.
bool names_total(std::string_view place);

}  // namespace tijian::dataset
