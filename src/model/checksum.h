#pragma once
#include <string>
#include <string_view>

namespace tijian::model {

/// The text with its line `checksum:` made to fit all other lines, ends of lines aside.
std::string with_checksum(std::string text);
/// Whether that line fits: a model file that was changed by hand has another scale than it says.
bool checksum_fits(std::string_view text);

}  // namespace tijian::model
