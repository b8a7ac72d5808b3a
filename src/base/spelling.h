#pragma once
#include <string>
#include <string_view>

namespace tijian::base {

/// Without blanks at both ends: ASCII blanks, no-break and full-width spaces, and stray byte order
/// marks.
std::string_view trimmed(std::string_view text);

/// Full-width letters, digits and signs (１２．５％，) as ASCII, a true minus as a hyphen. Nothing
/// else changes: NFKC would make 5① a 51.
std::string half_width(std::string_view text);

/// A name as it is compared: NFKC, without case, runs of blanks as one.
std::string folded(std::string_view text);

/// The name of a place or a value as it is compared: NFKC, without case and without any blanks.
std::string name_key(std::string_view text);

/// A cell as messages quote it: cut when long, control characters visible.
std::string excerpt(std::string_view cell);

}  // namespace tijian::base
