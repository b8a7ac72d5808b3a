#pragma once
#include <nlohmann/json.hpp>
#include <string>

#include "tijian/options.h"

namespace tijian::report {

/// JSON as the two files that make it see it: nlohmann's header takes longer to read than all of
/// this room's.
using Json = nlohmann::ordered_json;

/// A number; null where it is missing.
Json number(double);

/// A year, a rank, a count; null where it is 0.
Json count_or_null(int);

/// A value of a method's parameter.
Json json_of(const Value&);

/// As the program prints it: indented by one blank, what is no UTF-8 replaced.
std::string text_of(const Json&);

}  // namespace tijian::report
