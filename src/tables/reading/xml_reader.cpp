#include "tables/reading/xml_reader.h"

#include <algorithm>

#include "tables/reading/xml_text.h"

namespace tijian::tables {
namespace {

constexpr std::size_t most_depth = 256, most_bindings = 1000;

bool says_utf8(std::string_view encoding) {
  std::string name;
  for (const char c : encoding) name += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return name == "utf-8" || name == "utf8" || name == "us-ascii" || name == "ascii";
}

}  // namespace

void XmlReader::root(XmlSpace space, std::string_view local) {
  if (next() != Event::open || !is(space, local)) refuse();
}

bool XmlReader::child(int depth) {
  for (;;) switch (next()) {
      case Event::open:
        if (this->depth() == depth + 1) return true;
        break;
      case Event::close:
        if (this->depth() < depth) return false;
        break;
      case Event::text:
        break;
      case Event::end:
        refuse();
    }
}

void XmlReader::finish() {
  while (next() != Event::end) continue;
}

XmlReader::Event XmlReader::next() {
  tag_.forget();  // its names are in the window, which may move
  if (tag_.self_closed) return leave();
  if (!begun_) begin();
  while (window_.has_next()) {
    if (window_.ahead()[0] != '<') {
      const Event text = text_event();
      if (!elements_.empty()) return text;
      if (!without_blanks(raw_).empty()) refuse();
      continue;
    }
    if (window_.ahead().size() < 2 && !window_.more()) refuse();
    const char second = window_.ahead()[1];
    if (second == '/') return close_event();
    if (second != '?' && second != '!') return open_event();
    if (window_.looks_at("<![CDATA[")) return cdata_event();
    pass_markup();
  }
  if (!had_root_ || !elements_.empty()) refuse();
  return Event::end;
}

void XmlReader::begin() {
  begun_ = true;
  if (window_.looks_at("\xEF\xBB\xBF")) window_.pass(3);
  if (!window_.looks_at("<?xml")) return;
  const std::size_t end = window_.find("?>", 5);
  check_declaration(window_.ahead().substr(0, end));
  window_.pass(end + 2);
}

void XmlReader::check_declaration(std::string_view declaration) const {
  const std::size_t at = declaration.find("encoding");
  if (at == declaration.npos) return;
  const std::size_t open = declaration.find_first_of("\"'", at);
  if (open == declaration.npos) refuse();
  const std::size_t close = declaration.find(declaration[open], open + 1);
  if (close == declaration.npos) refuse();
  if (!says_utf8(declaration.substr(open + 1, close - open - 1))) refuse();
}

/// What is no part of the document's contents.
void XmlReader::pass_markup() {
  if (window_.looks_at("<?"))
    window_.pass(window_.find("?>", 2) + 2);
  else if (window_.looks_at("<!--"))
    window_.pass(window_.find("-->", 4) + 3);
  else
    pass_doctype();
}

/// Its declarations are passed over unread: nothing can refer to them.
void XmlReader::pass_doctype() {
  if (had_root_ || !window_.looks_at("<!DOCTYPE")) refuse();
  int open = 0;
  char quote = 0;
  for (;; window_.pass(1)) {
    if (!window_.has_next()) refuse();
    const char c = window_.ahead()[0];
    if (quote != 0)
      quote = c == quote ? '\0' : quote;
    else if (c == '"' || c == '\'')
      quote = c;
    else if (c == '<' || c == '[')
      ++open;
    else if ((c == '>' || c == ']') && --open == 0)
      return window_.pass(1);
  }
}

XmlReader::Event XmlReader::text_event() {
  std::size_t end = window_.ahead().find('<');
  while (end == std::string_view::npos) {
    const std::size_t seen = window_.ahead().size();
    end = window_.more() ? window_.ahead().find('<', seen) : seen;
  }
  raw_ = window_.ahead().substr(0, end);
  window_.pass(end);
  as_is_ = false;
  return Event::text;
}

XmlReader::Event XmlReader::cdata_event() {
  constexpr std::size_t opening = 9;
  if (elements_.empty()) refuse();
  const std::size_t end = window_.find("]]>", opening);
  raw_ = window_.ahead().substr(opening, end - opening);
  window_.pass(end + 3);
  as_is_ = true;
  return Event::text;
}

void XmlReader::append_text(std::string& to) const {
  if (as_is_)
    to += raw_;
  else if (!append_decoded(raw_, to))
    refuse();
}

/// Most elements with text have nothing else in them, and are in the window with their ends.
bool XmlReader::take_plain_content() {
  if (tag_.self_closed) return false;
  const std::string_view ahead = window_.ahead(), name = open_name();
  std::size_t size = 0;
  while (size < ahead.size() && ahead[size] != '<' && ahead[size] != '&' && ahead[size] != '\r')
    ++size;
  const std::string_view end = ahead.substr(size);
  if (end.size() < name.size() + 3 || end[1] != '/' || end[name.size() + 2] != '>' ||
      end[0] != '<' || end.substr(2, name.size()) != name)
    return false;
  content_ = ahead.substr(0, size);
  window_.pass(size + name.size() + 3);
  tag_.forget();
  leave();
  return true;
}

const std::string& XmlReader::content() {
  if (take_plain_content()) return content_;
  const int own = depth();
  content_.clear();
  for (;;) switch (next()) {
      case Event::text:
        if (depth() == own) append_text(content_);
        break;
      case Event::close:
        if (depth() < own) return content_;
        break;
      case Event::open:
        break;
      case Event::end:
        refuse();
    }
}

XmlReader::Event XmlReader::open_event() {
  if ((elements_.empty() && had_root_) || elements_.size() == most_depth) refuse();
  std::size_t length = 0;
  while ((length = tag_.read(window_.ahead())) == 0)
    if (!window_.more()) refuse();
  if (length == std::string_view::npos) refuse();
  window_.pass(length);
  had_root_ = true;
  elements_.push_back({names_.size(), preserves_space()});
  names_ += tag_.name;
  for (const XmlTag::Attribute& attribute : tag_.attributes)
    if (attribute.name[0] == 'x') note_attribute(attribute);
  return Event::open;
}

void XmlReader::note_attribute(const XmlTag::Attribute& attribute) {
  if (bindings_.size() == most_bindings) refuse();
  if (attribute.name == "xml:space")
    elements_.back().preserves_space = attribute.value == "preserve";
  else if (attribute.name == "xmlns")
    bindings_.push_back({{}, xml_space(attribute.value), depth()});
  else if (attribute.name.starts_with("xmlns:"))
    bindings_.push_back(
        {std::string(attribute.name.substr(6)), xml_space(attribute.value), depth()});
}

XmlReader::Event XmlReader::close_event() {
  if (elements_.empty()) refuse();
  const std::string_view name = open_name();
  std::size_t end = name.size() + 2;
  while (window_.ahead().size() <= end)
    if (!window_.more()) refuse();
  if (window_.ahead().substr(2, name.size()) != name) refuse();
  if (window_.ahead()[end] != '>') {
    const std::size_t name_end = end;
    end = window_.find(">", name_end);
    const std::string_view behind = window_.ahead().substr(name_end, end - name_end);
    if (!without_blanks(behind).empty()) refuse();
  }
  window_.pass(end + 1);
  return leave();
}

XmlReader::Event XmlReader::leave() {
  tag_.self_closed = false;
  while (!bindings_.empty() && bindings_.back().depth == depth()) bindings_.pop_back();
  names_.resize(elements_.back().name_at);
  elements_.pop_back();
  return Event::close;
}

XmlSpace XmlReader::space_of(std::string_view prefix) const {
  for (auto binding = bindings_.rbegin(); binding != bindings_.rend(); ++binding)
    if (same_name(binding->prefix, prefix)) return binding->space;
  return XmlSpace::other;
}

std::string_view XmlReader::attribute(XmlSpace space, std::string_view local) const {
  for (const XmlTag::Attribute& attribute : tag_.attributes) {
    const std::string_view name = attribute.name;
    if (space == XmlSpace::none) {
      if (same_name(name, local)) return attribute.value;
      continue;
    }
    const std::size_t before = name.size() - std::min(local.size(), name.size());
    if (before > 1 && name[before - 1] == ':' && same_name(name.substr(before), local) &&
        space_of(name.substr(0, before - 1)) == space)
      return attribute.value;
  }
  return {};
}

std::optional<std::string> XmlReader::attribute_text(XmlSpace space, std::string_view local) const {
  const std::string_view raw = attribute(space, local);
  if (!raw.data()) return std::nullopt;
  std::string text;
  if (!append_decoded(raw, text) || !is_clean_text(text)) refuse();
  return text;
}

bool XmlReader::flag(std::string_view local) const {
  const std::string_view value = attribute(local);
  return value == "1" || value == "true" || value == "on";
}

}  // namespace tijian::tables
