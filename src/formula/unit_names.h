#pragma once
#include <string_view>

namespace tijian::formula {

/// What a whole name means, in the notation of units, such as "10000 m2" for 公顷; a name that
/// stands for itself is a base unit. Empty where the name is not in the table.
std::string_view unit_name(std::string_view name);

}  // namespace tijian::formula
