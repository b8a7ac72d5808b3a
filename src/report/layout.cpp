#include "tijian/report/layout.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "base/number.h"

namespace tijian::report {
namespace {

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // in ICU's macro
/// The character at `offset`, which moves behind it; negative where the bytes are not UTF-8.
UChar32 decode(std::string_view text, std::int32_t& offset) {
  UChar32 c;
  U8_NEXT(text.data(), offset, static_cast<std::int32_t>(text.size()), c);
  return c;
}
#pragma GCC diagnostic pop

int width_of(UChar32 c) {
  if (c < 0) return 1;  // not UTF-8: terminals show a replacement character
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR:
      return 0;
    default:
      break;
  }
  const int kind = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return kind == U_EA_WIDE || kind == U_EA_FULLWIDTH ? 2 : 1;
}

/// The next character with the marks that belong to it, and its width.
struct Glyph {
  std::string_view bytes;
  int width;
};

Glyph next_glyph(std::string_view text) {
  const auto size = static_cast<std::int32_t>(text.size());
  std::int32_t end = 0;
  const int width = width_of(decode(text, end));
  while (end < size) {
    std::int32_t after = end;
    const UChar32 c = decode(text, after);
    if (width_of(c) != 0 || c < ' ') break;
    end = after;
  }
  return {text.substr(0, static_cast<std::size_t>(end)), width};
}

bool contains(std::string_view set, std::string_view glyph) { return set.find(glyph) != set.npos; }

/// Whether a line may end between two characters: after a space, and on either side of a wide one,
/// but not before closing punctuation, behind an opening bracket, or before a percent sign.
bool may_break(const Glyph& before, const Glyph& after) {
  if (contains("，。；：、）》”！？%", after.bytes) || contains("（《“", before.bytes))
    return false;
  if (before.bytes == " ") return true;
  return after.bytes != " " && (before.width == 2 || after.width == 2);
}

/// The text up to the first place where a line may end.
Glyph next_piece(std::string_view text) {
  Glyph last = next_glyph(text);
  Glyph piece = last;
  while (piece.bytes.size() < text.size()) {
    const Glyph next = next_glyph(text.substr(piece.bytes.size()));
    if (may_break(last, next)) break;
    piece = {text.substr(0, piece.bytes.size() + next.bytes.size()), piece.width + next.width};
    last = next;
  }
  return piece;
}

}  // namespace

int display_width(std::string_view text) {
  int width = 0;
  while (!text.empty()) {
    const Glyph glyph = next_glyph(text);
    width += glyph.width;
    text.remove_prefix(glyph.bytes.size());
  }
  return width;
}

std::string cut(std::string_view text, int width) {
  if (display_width(text) <= width) return std::string(text);
  std::string out;
  int used = 1;  // the ellipsis
  for (;;) {
    const Glyph glyph = next_glyph(text);
    if (used + glyph.width > width) break;
    used += glyph.width;
    out += glyph.bytes;
    text.remove_prefix(glyph.bytes.size());
  }
  return width > 0 ? out + "…" : "";
}

std::string pad_right(std::string text, int width) {
  text.append(static_cast<std::size_t>(std::max(0, width - display_width(text))), ' ');
  return text;
}

std::string pad_left(const std::string& text, int width) {
  return std::string(static_cast<std::size_t>(std::max(0, width - display_width(text))), ' ') +
         text;
}

std::string wrap(std::string_view text, int width, int indent) {
  std::string out;
  int used = 0;
  const auto strip = [&] {
    while (!out.empty() && out.back() == ' ') out.pop_back();
  };
  while (!text.empty()) {
    const Glyph piece = next_piece(text);
    const int visible = piece.width - (piece.bytes.back() == ' ' ? 1 : 0);
    if (used > indent && used + visible > width) {
      strip();
      out += '\n' + std::string(static_cast<std::size_t>(indent), ' ');
      used = indent;
    }
    out += piece.bytes;
    used += piece.width;
    text.remove_prefix(piece.bytes.size());
  }
  strip();
  return out;
}

std::string percent(double share) { return base::percent(share); }

}  // namespace tijian::report
