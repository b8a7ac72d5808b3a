#include "base/spelling.h"

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

namespace tijian::base {
namespace {

constexpr std::array<std::string_view, 8> blanks{" ",        "\t",     "\r",           "\n",
                                                 "\xC2\xA0", "\u3000", "\xEF\xBB\xBF", "\u200B"};

std::size_t blank_at_start(std::string_view text) {
  for (const std::string_view blank : blanks)
    if (text.starts_with(blank)) return blank.size();
  return 0;
}

std::size_t blank_at_end(std::string_view text) {
  for (const std::string_view blank : blanks)
    if (text.ends_with(blank)) return blank.size();
  return 0;
}

bool ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string case_folded(std::string_view text) {
  if (ascii(text)) {
    std::string lower(text);
    for (char& c : lower)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
  }
  UErrorCode status = U_ZERO_ERROR;
  const auto* normaliser = icu::Normalizer2::getNFKCCasefoldInstance(status);
  std::string out;
  if (U_SUCCESS(status))
    normaliser
        ->normalize(icu::UnicodeString::fromUTF8(
                        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size()))),
                    status)
        .toUTF8String(out);
  return U_SUCCESS(status) ? out : std::string(text);
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (const std::size_t n = blank_at_start(text)) text.remove_prefix(n);
  while (const std::size_t n = blank_at_end(text)) text.remove_suffix(n);
  return text;
}

std::string half_width(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    // U+FF01..U+FF5E are ! to ~; in UTF-8 EF BC 81.. and EF BD 80..
    const auto third = [&] { return static_cast<unsigned char>(text[2]); };
    std::size_t used = 3;
    if (text.size() >= 3 && text.starts_with("\xEF\xBC"))
      out += static_cast<char>(third() - 0x81 + '!');
    else if (text.size() >= 3 && text.starts_with("\xEF\xBD") && third() <= 0x9E)
      out += static_cast<char>(third() - 0x80 + '`');
    else if (text.starts_with("\u2212"))
      out += '-';
    else if (text.starts_with("\u3000"))
      out += ' ';
    else
      out += text[0], used = 1;
    text.remove_prefix(used);
  }
  return out;
}

std::string folded(std::string_view text) {
  const std::string plain = case_folded(text);
  std::string out;
  for (const char c : trimmed(plain)) {
    const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (!blank)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  return out;
}

std::string name_key(std::string_view text) {
  std::string key = folded(text);
  std::erase(key, ' ');
  return key;
}

std::string excerpt(std::string_view cell) {
  constexpr std::size_t longest = 60;
  std::string out;
  for (const char c : cell) {
    const auto byte = static_cast<unsigned char>(c);
    if (out.size() >= longest && (byte & 0xC0) != 0x80) return out + "…";
    if (byte < 0x20 || byte == 0x7F)
      out += fmt::format("\\x{:02X}", byte);
    else
      out += c;
  }
  return out;
}

}  // namespace tijian::base
