#pragma once
#include "yaml/shape.h"

namespace tijian::framework {

inline constexpr const char* short_title_words =
    "the title for tables, at most 12 characters, or 28 of an alphabet; default: the title";
/// Text by language that fits (F274).
yaml::Shape<Text> short_title();

}  // namespace tijian::framework
