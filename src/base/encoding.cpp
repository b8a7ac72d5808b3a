#include "base/encoding.h"

#include <unicode/ucnv.h>

#include <cstdint>
#include <cstring>
#include <memory>
#include <stdexcept>

namespace tijian::base {
namespace {

unsigned char at(std::string_view bytes, std::size_t i) {
  return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0;
}

bool continues(std::string_view bytes, std::size_t i) { return (at(bytes, i) & 0xC0) == 0x80; }

/// The length of the well-formed sequence at i (Unicode, table 3-7), 0 where there is none.
std::size_t sequence_length(std::string_view bytes, std::size_t i) {
  const unsigned char first = at(bytes, i), second = at(bytes, i + 1);
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4 || !continues(bytes, i + 1)) return 0;
  if (first < 0xE0) return 2;
  if (!continues(bytes, i + 2)) return 0;
  if (first < 0xF0) {
    const bool overlong = first == 0xE0 && second < 0xA0;
    const bool surrogate = first == 0xED && second > 0x9F;
    return overlong || surrogate ? 0 : 3;
  }
  const bool overlong = first == 0xF0 && second < 0x90;
  const bool beyond = first == 0xF4 && second > 0x8F;
  return overlong || beyond || !continues(bytes, i + 3) ? 0 : 4;
}

/// How many bytes from i on are ASCII, eight at a time.
std::size_t ascii_length(std::string_view bytes, std::size_t i) {
  const std::size_t begin = i;
  for (std::uint64_t eight; i + 8 <= bytes.size(); i += 8) {
    std::memcpy(&eight, bytes.data() + i, 8);
    if (eight & 0x8080808080808080u) break;
  }
  while (i < bytes.size() && at(bytes, i) < 0x80) ++i;
  return i - begin;
}

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter open_converter(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name, &status), &ucnv_close);
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no converter for GB18030");
  return converter;
}

Decoded from_gb18030(std::string_view bytes, std::string& buffer) {
  static thread_local const Converter from = open_converter("GB18030");
  static thread_local const Converter to = open_converter("UTF-8");
  buffer.resize(2 * bytes.size() + 16);  // two bytes become three, four become at most four
  const char* source = bytes.data();
  char* target = buffer.data();
  UErrorCode status = U_ZERO_ERROR;
  ucnv_convertEx(to.get(), from.get(), &target, buffer.data() + buffer.size(), &source,
                 bytes.data() + bytes.size(), nullptr, nullptr, nullptr, nullptr, true, true,
                 &status);
  const auto length = static_cast<std::size_t>(target - buffer.data());
  Decoded decoded{std::string_view(buffer).substr(0, length), std::nullopt};
  if (U_FAILURE(status)) {
    std::int8_t pending = 16;  // the source pointer stands behind the bytes that do not fit
    char rejected[16];
    UErrorCode ignored = U_ZERO_ERROR;
    ucnv_getInvalidChars(from.get(), rejected, &pending, &ignored);
    decoded.fault = static_cast<std::size_t>(source - bytes.data()) - pending;
  }
  return decoded;
}

}  // namespace

const char* foreign_format(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("\xD0\xCF\x11\xE0"sv)) return "C302";
  if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv)) return "C303";
  // No text of one byte a character has a NUL beside each of its first characters.
  if (bytes.size() >= 4 && ((!bytes[1] && !bytes[3]) || (!bytes[0] && !bytes[2]))) return "C303";
  if (bytes.starts_with("<"sv)) return "C306";
  return nullptr;
}

std::size_t byte_order_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return 3;
  return bytes.starts_with("\x84\x31\x95\x33") ? 4 : 0;
}

std::optional<std::size_t> utf8_fault(std::string_view bytes) {
  for (std::size_t i = 0;;) {
    i += ascii_length(bytes, i);
    if (i >= bytes.size()) return std::nullopt;
    const std::size_t length = sequence_length(bytes, i);
    if (length == 0) return i;
    i += length;
  }
}

bool is_ascii(std::string_view bytes) { return ascii_length(bytes, 0) == bytes.size(); }

Encoding detect_encoding(std::string_view beginning) {
  if (const std::size_t mark = byte_order_mark(beginning))
    return mark == 3 ? Encoding::utf8 : Encoding::gb18030;
  long good = 0, bad = 0;
  for (std::size_t i = 0; i < beginning.size();) {
    i += ascii_length(beginning, i);
    if (i >= beginning.size()) break;
    const std::size_t length = sequence_length(beginning, i);
    good += length >= 3 ? 1 : 0;
    bad += length == 0 ? 1 : 0;
    i += length == 0 ? 1 : length;
  }
  if (good == 0 && bad == 0) return is_ascii(beginning) ? Encoding::ascii_so_far : Encoding::utf8;
  return bad == 0 || good > bad ? Encoding::utf8 : Encoding::gb18030;
}

Decoded to_utf8(std::string_view bytes, Encoding encoding, std::string& buffer) {
  const auto fault =
      encoding == Encoding::gb18030 ? std::optional<std::size_t>(0) : utf8_fault(bytes);
  if (!fault) return {bytes, std::nullopt};
  if (encoding == Encoding::utf8) return {bytes.substr(0, *fault), fault};
  if (is_ascii(bytes)) return {bytes, std::nullopt};
  return from_gb18030(bytes, buffer);
}

}  // namespace tijian::base
