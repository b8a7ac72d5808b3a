#include "tables/reading/xml_text.h"

#include <charconv>
#include <utility>

namespace tijian::tables {
namespace {

bool append_numbered(std::string_view digits, int base, std::string& to) {
  unsigned long value = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, fault] = std::from_chars(digits.data(), end, value, base);
  return fault == std::errc() && stop == end && value <= 0x10FFFF &&
         append_utf8(static_cast<char32_t>(value), to);
}

/// What stands between & and ;
bool append_reference(std::string_view name, std::string& to) {
  constexpr std::pair<std::string_view, char> named[] = {
      {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
  for (const auto& [known, character] : named)
    if (known == name) return to += character, true;
  if (name.starts_with("#x")) return append_numbered(name.substr(2), 16, to);
  return name.starts_with('#') && append_numbered(name.substr(1), 10, to);
}

bool continues(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

/// The length of the character at the beginning of what is no ASCII; 0 where it is none.
std::size_t character_length(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  const auto second = text.size() > 1 ? static_cast<unsigned char>(text[1]) : 0;
  if (!continues(text, 1)) return 0;
  if (first >= 0xC2 && first < 0xE0) return 2;
  if (!continues(text, 2)) return 0;
  if (first == 0xE0) return second >= 0xA0 ? 3 : 0;
  if (first == 0xED) return second < 0xA0 ? 3 : 0;
  if (first > 0xE0 && first < 0xF0) return 3;
  if (!continues(text, 3)) return 0;
  if (first == 0xF0) return second >= 0x90 ? 4 : 0;
  if (first == 0xF4) return second < 0x90 ? 4 : 0;
  return first > 0xF0 && first < 0xF4 ? 4 : 0;
}

}  // namespace

bool append_decoded(std::string_view raw, std::string& to) {
  for (;;) {
    std::size_t at = 0;
    while (at < raw.size() && raw[at] != '&' && raw[at] != '\r') ++at;
    to += raw.substr(0, at);
    if (at == raw.size()) return true;
    raw.remove_prefix(at + 1);
    if (raw.data()[-1] == '\r') {
      if (!raw.starts_with('\n')) to += '\n';
      continue;
    }
    const std::size_t close = raw.substr(0, 16).find(';');
    if (close == raw.npos || !append_reference(raw.substr(0, close), to)) return false;
    raw.remove_prefix(close + 1);
  }
}

bool append_utf8(char32_t c, std::string& to) {
  const auto put = [&](char32_t byte) { to += static_cast<char>(byte); };
  const auto put_rest = [&](int bits) {
    for (bits -= 6; bits >= 0; bits -= 6) put(0x80 | ((c >> bits) & 0x3F));
  };
  if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) return false;
  if (c < 0x80)
    put(c);
  else if (c < 0x800)
    put(0xC0 | (c >> 6)), put_rest(6);
  else if (c < 0x10000)
    put(0xE0 | (c >> 12)), put_rest(12);
  else
    put(0xF0 | (c >> 18)), put_rest(18);
  return true;
}

bool is_clean_text(std::string_view text) {
  while (!text.empty()) {
    const auto first = static_cast<unsigned char>(text[0]);
    std::size_t length = 1;
    if (first >= 0x80)
      length = character_length(text);
    else if (first < ' ' && first != '\t' && first != '\n' && first != '\r')
      length = 0;
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

std::string_view without_blanks(std::string_view text) {
  constexpr const char* blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace tijian::tables
