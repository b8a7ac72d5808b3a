#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tijian::base {

/// How a data file writes its characters. `ascii_so_far`: what was looked at has only ASCII, which
/// all of them share.
enum class Encoding {
  ascii_so_far,
  utf8,
  gb18030,
  big5,
  shift_jis,
  euc_jp,
  euc_kr,
  windows_1250,
  windows_1251,
  windows_1252,
  iso_8859_1,
  iso_8859_2,
  iso_8859_15
};

/// The encodings that a person can name, as they are named: `gb18030`.
std::span<const std::string_view> encoding_names();
/// Upper case, `gbk`, `latin1` and the like too.
std::optional<Encoding> encoding_named(std::string_view);
std::string_view to_string(Encoding);

/// The message's code where the first bytes are those of no CSV file; else null.
const char* foreign_format(std::string_view bytes);
/// The length of the byte order mark of UTF-8 or GB18030, 0 without one.
std::size_t byte_order_mark(std::string_view bytes);

/// Where the first byte stands that is not UTF-8.
std::optional<std::size_t> utf8_fault(std::string_view bytes);
bool is_ascii(std::string_view bytes);

/// Tells the encoding from the beginning of a file, by its mark where it has one. UTF-8 with a few
/// damaged characters stays UTF-8, so that the damage is reported and not read as other characters.
/// Nothing where it is not UTF-8 and does not read as Chinese either.
std::optional<Encoding> detect_encoding(std::string_view beginning);
/// The encodings in which bytes can be read at all, the likelier first.
std::vector<Encoding> possible_encodings(std::string_view bytes);

/// Whole lines as UTF-8. `buffer` holds the text where it had to be converted.
struct Decoded {
  std::string_view text;
  std::optional<std::size_t> fault;  ///< the first byte that cannot be read
};
/// `ascii_so_far` reads as UTF-8, or as GB18030 what reads as Chinese.
Decoded to_utf8(std::string_view bytes, Encoding, std::string& buffer);

}  // namespace tijian::base
