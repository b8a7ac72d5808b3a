#pragma once
#include <string>
#include <string_view>

namespace tijian::tables {

/// Adds text or an attribute's value with its references resolved and its line ends made one;
/// false where a reference is none of XML's.
bool append_decoded(std::string_view raw, std::string& to);
/// Adds a character; false where it is none.
bool append_utf8(char32_t character, std::string& to);
/// Whether it is UTF-8 without NUL and other control characters that XML does not have.
bool is_clean_text(std::string_view text);
/// Without the blanks of XML at its ends.
std::string_view without_blanks(std::string_view text);

}  // namespace tijian::tables
