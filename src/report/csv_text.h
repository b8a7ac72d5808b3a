#pragma once
#include <string>
#include <string_view>

namespace tijian::report {

/// A cell of a CSV file, quoted where RFC 4180 asks for it.
std::string csv_cell(std::string_view text);

}  // namespace tijian::report
