#include "tables/reading/xml_tag.h"

#include <cstring>

namespace tijian::tables {
namespace {

constexpr std::size_t too_short = 0, no_tag = std::string_view::npos;

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

bool ends_name(char c) {
  return is_blank(c) || c == '>' || c == '/' || c == '=' || c == '<' || c == '"' || c == '\'';
}

struct TagCursor {
  const char* p;
  const char* end;

  std::string_view take_name() {
    const char* const first = p;
    while (p < end && !ends_name(*p)) ++p;
    return {first, static_cast<std::size_t>(p - first)};
  }
  /// Whether something comes behind them.
  bool pass_blanks() {
    while (p < end && is_blank(*p)) ++p;
    return p < end;
  }
};

/// 1 where it is whole.
std::size_t take_attribute(TagCursor& at, XmlTag::Attribute& attribute) {
  attribute.name = at.take_name();
  if (!at.pass_blanks()) return too_short;
  if (*at.p != '=' || attribute.name.empty()) return no_tag;
  ++at.p;
  if (!at.pass_blanks()) return too_short;
  const char quote = *at.p++;
  if (quote != '"' && quote != '\'') return no_tag;
  const auto left = static_cast<std::size_t>(at.end - at.p);
  const auto* close = static_cast<const char*>(std::memchr(at.p, quote, left));
  if (!close) return too_short;
  attribute.value = {at.p, static_cast<std::size_t>(close - at.p)};
  at.p = close + 1;
  return 1;
}

}  // namespace

void XmlTag::forget() {
  name = prefix = local = {};
  attributes.clear();
}

std::size_t XmlTag::read(std::string_view text) {
  TagCursor at{text.data() + 1, text.data() + text.size()};
  attributes.clear();
  name = at.take_name();
  while (at.pass_blanks() && *at.p != '>' && *at.p != '/')
    if (const std::size_t got = take_attribute(at, attributes.emplace_back()); got != 1) return got;
  if (at.p == at.end) return too_short;
  self_closed = *at.p == '/';
  if (self_closed && ++at.p == at.end) return too_short;
  if (*at.p != '>' || name.empty()) return no_tag;
  std::size_t colon = 0;
  while (colon < name.size() && name[colon] != ':') ++colon;
  prefix = colon < name.size() ? name.substr(0, colon) : std::string_view();
  local = colon < name.size() ? name.substr(colon + 1) : name;
  return static_cast<std::size_t>(at.p + 1 - text.data());
}

}  // namespace tijian::tables
