#pragma once
#include <string>
#include <string_view>

namespace tijian::dataset {

/// A name without blanks, case, and the word behind it that says what kind of place it is: 朝阳区
/// and 朝阳 have one stem, 南磨房地区 and 南磨房乡, Chaoyang District and Chaoyang.
std::string place_stem(std::string_view name);

}  // namespace tijian::dataset
