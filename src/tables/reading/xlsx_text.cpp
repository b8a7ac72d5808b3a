#include "tables/reading/xlsx_text.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "tables/reading/read_fault.h"
#include "tables/reading/xml_text.h"

namespace tijian::tables {
namespace {

constexpr std::size_t escape_size = 7;  // _x000D_

/// The unit of UTF-16 that is written there.
std::optional<char32_t> escape_at(std::string_view text) {
  if (text.size() < escape_size || text[0] != '_' || text[1] != 'x' || text[6] != '_')
    return std::nullopt;
  unsigned unit = 0;
  const auto [stop, fault] = std::from_chars(text.data() + 2, text.data() + 6, unit, 16);
  if (fault != std::errc() || stop != text.data() + 6) return std::nullopt;
  return static_cast<char32_t>(unit);
}

/// The character that one escape or two (of a pair) stand for, and how long they are.
std::pair<char32_t, std::size_t> escaped_character(std::string_view text) {
  const auto first = escape_at(text);
  if (!first) return {0, 0};
  if (*first < 0xD800 || *first >= 0xE000) return {*first, escape_size};
  const auto second = escape_at(text.substr(escape_size));
  if (*first >= 0xDC00 || !second || *second < 0xDC00 || *second >= 0xE000) return {0, 0};
  return {0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00), 2 * escape_size};
}

/// <t>: blanks at the ends count only where it says so.
void read_run(XmlReader& xml, std::string& to) {
  const bool preserves = xml.preserves_space();
  const std::string& text = xml.content();
  to += preserves ? std::string_view(text) : without_blanks(text);
}

}  // namespace

void resolve_escapes(std::string& text) {
  std::size_t at = text.find("_x");
  if (at == text.npos) return;
  std::string out = text.substr(0, at);
  for (std::string_view left = std::string_view(text).substr(at); !left.empty();) {
    auto [character, length] = escaped_character(left);
    std::string resolved;
    if (length > 0) append_utf8(character, resolved);
    if (resolved.empty() || !is_clean_text(resolved)) {  // what no text has stays as it is written
      length = 1;
      resolved = left[0];
    }
    out += resolved;
    left.remove_prefix(length);
    const std::size_t next = std::min(left.find("_x"), left.size());
    out += left.substr(0, next);
    left.remove_prefix(next);
  }
  text = std::move(out);
}

void read_xlsx_text(XmlReader& xml, std::string& to) {
  const int whole = xml.depth();
  while (xml.child(whole)) {
    if (xml.is(XmlSpace::sheet, "t")) {
      read_run(xml, to);
    } else if (xml.is(XmlSpace::sheet, "r")) {
      while (xml.child(whole + 1))
        if (xml.is(XmlSpace::sheet, "t")) read_run(xml, to);
    }
  }
}

SharedStrings::SharedStrings(XmlReader& xml, const std::string& part) {
  std::string text;
  xml.root(XmlSpace::sheet, "sst");
  while (xml.child(1)) {
    if (!xml.is(XmlSpace::sheet, "si")) continue;
    text.clear();
    read_xlsx_text(xml, text);
    resolve_escapes(text);
    if (!is_clean_text(text)) fail("damaged", part);
    all_ += text;
    ends_.push_back(all_.size());
  }
  xml.finish();
}

}  // namespace tijian::tables
