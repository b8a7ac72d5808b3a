#pragma once
#include <string>

#include "tijian/framework.h"

namespace tijian::framework {

/// `344.9 万人`; a plain number without its unit.
std::string amount(double value, const std::string& unit, int significant = 12);
/// `from 0 to 400 万人`, `at least 0 万人`
Text range_words(const PlausibleRange&, const std::string& unit);
/// Of a value far outside: `looks like 344.9 万人 written as 人?` where another unit in use, an
/// exact power of ten away, brings it inside; else nothing.
Text unit_slip(double value, const std::string& unit, const PlausibleRange&);

}  // namespace tijian::framework
