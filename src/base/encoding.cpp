#include "base/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <map>
#include <memory>
#include <stdexcept>

#include "base/spelling.h"

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

struct NamedEncoding {
  Encoding encoding;
  std::string_view name;
  const char* converter;  ///< as ICU calls it
};

constexpr std::array<NamedEncoding, 12> known_encodings{{
    {Encoding::utf8, "utf-8", "UTF-8"},
    {Encoding::gb18030, "gb18030", "GB18030"},
    {Encoding::big5, "big5", "windows-950"},
    {Encoding::shift_jis, "shift_jis", "ibm-943_P15A-2003"},
    {Encoding::euc_jp, "euc-jp", "EUC-JP"},
    {Encoding::euc_kr, "euc-kr", "windows-949"},
    {Encoding::windows_1252, "windows-1252", "windows-1252"},
    {Encoding::iso_8859_1, "iso-8859-1", "ISO-8859-1"},
    {Encoding::iso_8859_15, "iso-8859-15", "ISO-8859-15"},
    {Encoding::windows_1250, "windows-1250", "windows-1250"},
    {Encoding::iso_8859_2, "iso-8859-2", "ISO-8859-2"},
    {Encoding::windows_1251, "windows-1251", "windows-1251"},
}};

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter open_converter(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name, &status), &ucnv_close);
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no converter for " + std::string(name));
  return converter;
}

/// Of this thread, opened once.
UConverter* converter_of(Encoding encoding) {
  static thread_local std::map<Encoding, Converter> open;
  const auto known = open.find(encoding);
  if (known != open.end()) return known->second.get();
  const auto named = std::ranges::find(known_encodings, encoding, &NamedEncoding::encoding);
  return open.emplace(encoding, open_converter(named->converter)).first->second.get();
}

Decoded converted(std::string_view bytes, Encoding encoding, std::string& buffer) {
  UConverter* const from = converter_of(encoding);
  buffer.resize(3 * bytes.size() + 16);  // one byte becomes at most three, two at most four
  const char* source = bytes.data();
  char* target = buffer.data();
  UErrorCode status = U_ZERO_ERROR;
  ucnv_convertEx(converter_of(Encoding::utf8), from, &target, buffer.data() + buffer.size(),
                 &source, bytes.data() + bytes.size(), nullptr, nullptr, nullptr, nullptr, true,
                 true, &status);
  const auto length = static_cast<std::size_t>(target - buffer.data());
  Decoded decoded{std::string_view(buffer).substr(0, length), std::nullopt};
  if (U_FAILURE(status)) {
    std::int8_t pending = 16;  // the source pointer stands behind the bytes that do not fit
    char rejected[16];
    UErrorCode ignored = U_ZERO_ERROR;
    ucnv_getInvalidChars(from, rejected, &pending, &ignored);
    decoded.fault = static_cast<std::size_t>(source - bytes.data()) - pending;
  }
  return decoded;
}

/// Whether the particles of Korean sentences or the syllables of its names stand there: those of
/// GB 2312 at the same codes are rare together.
bool reads_as_korean(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            &ucsdet_close);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  const UCharsetMatch* best = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || !best) return false;
  const char* const name = ucsdet_getName(best, &status);
  return U_SUCCESS(status) && name && std::string_view(name) == "EUC-KR" &&
         ucsdet_getConfidence(best, &status) > 10;  // 10: too short to tell
}

/// Whether bytes that are not UTF-8 are Chinese in GB18030: nearly all of their characters of two
/// bytes are signs or one of the 3,755 everyday characters of GB 2312, none of them kana. Latin,
/// Big5 and Shift-JIS text falls among the rare ones; Korean is told by ICU.
bool reads_as_chinese(std::string_view bytes) {
  long usual = 0, all = 0, kana = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    i += ascii_length(bytes, i);
    if (i >= bytes.size()) break;
    const unsigned char first = at(bytes, i), second = at(bytes, i + 1);
    const bool four = second >= 0x30 && second <= 0x39;
    const bool sign = (first >= 0xA1 && first <= 0xA9) && second >= 0xA1;
    const bool everyday = first >= 0xB0 && first <= 0xD7 && second >= 0xA1;
    usual += sign || everyday ? 1 : 0;
    kana += first == 0xA4 || first == 0xA5 ? 1 : 0;
    ++all;
    i += four ? 4 : 2;
  }
  return 10 * usual >= 8 * all && 10 * kana <= all && !reads_as_korean(bytes);
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

std::span<const std::string_view> encoding_names() {
  static const auto names = [] {
    std::array<std::string_view, known_encodings.size()> all;
    std::ranges::transform(known_encodings, all.begin(), &NamedEncoding::name);
    return all;
  }();
  return names;
}

std::optional<Encoding> encoding_named(std::string_view name) {
  const std::string plain = folded(name);
  for (const auto& [other, encoding] : {std::pair{"utf8", Encoding::utf8},
                                        {"utf-8-sig", Encoding::utf8},
                                        {"gbk", Encoding::gb18030},
                                        {"gb2312", Encoding::gb18030},
                                        {"cp936", Encoding::gb18030},
                                        {"cp1252", Encoding::windows_1252},
                                        {"latin1", Encoding::iso_8859_1}})
    if (plain == other) return encoding;
  const auto found = std::ranges::find(known_encodings, plain, &NamedEncoding::name);
  return found == known_encodings.end() ? std::nullopt : std::optional(found->encoding);
}

std::string_view to_string(Encoding encoding) {
  const auto found = std::ranges::find(known_encodings, encoding, &NamedEncoding::encoding);
  return found == known_encodings.end() ? std::string_view{"utf-8"} : found->name;
}

std::optional<Encoding> detect_encoding(std::string_view beginning) {
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
  if (bad == 0 || good > bad) return Encoding::utf8;
  return reads_as_chinese(beginning) ? std::optional(Encoding::gb18030) : std::nullopt;
}

std::vector<Encoding> possible_encodings(std::string_view bytes) {
  std::vector<Encoding> possible;
  std::string buffer;
  for (const NamedEncoding& one : known_encodings)
    if (!to_utf8(bytes, one.encoding, buffer).fault) possible.push_back(one.encoding);
  return possible;
}

Decoded to_utf8(std::string_view bytes, Encoding encoding, std::string& buffer) {
  const bool unicode = encoding == Encoding::utf8 || encoding == Encoding::ascii_so_far;
  const auto fault = unicode ? utf8_fault(bytes) : std::nullopt;
  if (unicode && !fault) return {bytes, std::nullopt};
  if (encoding == Encoding::utf8) return {bytes.substr(0, *fault), fault};
  if (is_ascii(bytes)) return {bytes, std::nullopt};
  if (!unicode) return converted(bytes, encoding, buffer);
  if (!reads_as_chinese(bytes)) return {bytes.substr(0, *fault), fault};
  return converted(bytes, Encoding::gb18030, buffer);
}

}  // namespace tijian::base
