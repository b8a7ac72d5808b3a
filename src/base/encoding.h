#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tijian::base {

/// How a data file writes its characters. `ascii_so_far`: what was looked at has only ASCII, which
/// all of them share.
enum class Encoding { ascii_so_far, utf8, gb18030 };

/// The message's code where the first bytes are those of no CSV file; else null.
const char* foreign_format(std::string_view bytes);
/// The length of the byte order mark of UTF-8 or GB18030, 0 without one.
std::size_t byte_order_mark(std::string_view bytes);

/// Where the first byte stands that is not UTF-8.
std::optional<std::size_t> utf8_fault(std::string_view bytes);
bool is_ascii(std::string_view bytes);

/// Tells the encoding from the beginning of a file, by its mark where it has one. UTF-8 with a few
/// damaged characters stays UTF-8, so that the damage is reported and not read as other characters.
Encoding detect_encoding(std::string_view beginning);

/// Whole lines as UTF-8. `buffer` holds the text where it had to be converted.
struct Decoded {
  std::string_view text;
  std::optional<std::size_t> fault;  ///< the first byte that cannot be read
};
Decoded to_utf8(std::string_view bytes, Encoding, std::string& buffer);

}  // namespace tijian::base
