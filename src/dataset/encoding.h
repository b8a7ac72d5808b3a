#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tijian::dataset {

/// How a data file writes its characters. `ascii_so_far`: what was looked at has only ASCII, which
/// all of them share.
enum class Encoding { ascii_so_far, utf8, gb18030 };

/// Where the first byte stands that is not UTF-8.
std::optional<std::size_t> utf8_fault(std::string_view bytes);
bool is_ascii(std::string_view bytes);

/// Tells the encoding from the beginning of a file. UTF-8 with a few damaged characters stays
/// UTF-8, so that the damage is reported and not read as other characters.
Encoding detect_encoding(std::string_view beginning);

/// Whole lines as UTF-8. `buffer` holds the text where it had to be converted.
struct Decoded {
  std::string_view text;
  std::optional<std::size_t> fault;  ///< the first byte that cannot be read
};
Decoded to_utf8(std::string_view bytes, Encoding, std::string& buffer);

}  // namespace tijian::dataset
