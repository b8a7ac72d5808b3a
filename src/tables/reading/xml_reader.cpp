#include "tables/reading/xml_reader.h"

#include <algorithm>
#include <cstring>

#include "tables/reading/read_fault.h"
#include "tables/reading/xml_text.h"

namespace tijian::tables {
namespace {

constexpr std::size_t most_depth = 256, most_bindings = 1000, longest_token = std::size_t{64} << 20;

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

bool ends_name(char c) {
  return is_blank(c) || c == '>' || c == '/' || c == '=' || c == '<' || c == '"' || c == '\'';
}

bool says_utf8(std::string_view encoding) {
  std::string name;
  for (const char c : encoding) name += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return name == "utf-8" || name == "utf8" || name == "us-ascii" || name == "ascii";
}

}  // namespace

XmlReader::XmlReader(ByteSource& source, std::string_view part, std::size_t window)
    : source_(source), part_(part), buffer_(window, '\0') {}

void XmlReader::refuse() const { fail("damaged", std::string(part_)); }

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
  forget_tag();
  if (self_closed_) return self_closed_ = false, leave();
  if (!begun_) begin();
  for (;;) {
    if (at_ == end_ && !more()) {
      if (!had_root_ || !elements_.empty()) refuse();
      return Event::end;
    }
    if (buffer_[at_] != '<') {
      const Event text = text_event();
      if (!elements_.empty()) return text;
      if (!without_blanks(raw_).empty()) refuse();
      continue;
    }
    while (end_ - at_ < 2)
      if (!more()) refuse();
    const char second = buffer_[at_ + 1];
    if (second == '/') return close_event();
    if (second != '?' && second != '!') return open_event();
    if (looks_at("<![CDATA[")) return cdata_event();
    pass_markup();
  }
}

/// What is no part of the document's contents.
void XmlReader::pass_markup() {
  if (looks_at("<?"))
    at_ = find_ahead("?>", 2) + 2;
  else if (looks_at("<!--"))
    at_ = find_ahead("-->", 4) + 3;
  else
    pass_doctype();
}

/// Reads on; the bytes from at_ stay. False at the end of the part.
bool XmlReader::more() {
  if (exhausted_) return false;
  std::memmove(buffer_.data(), buffer_.data() + at_, end_ - at_);
  end_ -= at_;
  at_ = 0;
  if (end_ == buffer_.size()) {
    if (end_ >= longest_token) refuse();
    buffer_.resize(2 * end_);
  }
  const std::size_t room = buffer_.size() - end_;
  const std::size_t got = source_.read(buffer_.data() + end_, room);
  exhausted_ = got < room;
  end_ += got;
  return got > 0;
}

bool XmlReader::looks_at(std::string_view beginning) {
  while (end_ - at_ < beginning.size() && more()) continue;
  return ahead().starts_with(beginning);
}

/// Where that stands, from at_ on, at least `from` bytes behind it; a fault where it does not.
std::size_t XmlReader::find_ahead(std::string_view what, std::size_t from) {
  for (;;) {
    const std::size_t found = ahead().find(what, from);
    if (found != std::string_view::npos) return at_ + found;
    if (const std::size_t seen = end_ - at_; seen > from + what.size()) from = seen - what.size();
    if (!more()) refuse();
  }
}

void XmlReader::begin() {
  begun_ = true;
  if (looks_at("\xFE\xFF") || looks_at("\xFF\xFE"))
    fail("damaged", std::string(part_) + " (UTF-16)");
  if (looks_at("\xEF\xBB\xBF")) at_ += 3;
  if (!looks_at("<?xml")) return;
  const std::size_t end = find_ahead("?>", 5);
  check_declaration({buffer_.data() + at_, end - at_});
  at_ = end + 2;
}

void XmlReader::check_declaration(std::string_view declaration) const {
  const std::size_t at = declaration.find("encoding");
  if (at == declaration.npos) return;
  const std::size_t open = declaration.find_first_of("\"'", at);
  if (open == declaration.npos) refuse();
  const std::size_t close = declaration.find(declaration[open], open + 1);
  if (close == declaration.npos) refuse();
  const std::string_view name = declaration.substr(open + 1, close - open - 1);
  if (!says_utf8(name)) refuse();
}

/// Its declarations are passed over unread: nothing can refer to them.
void XmlReader::pass_doctype() {
  if (had_root_ || !looks_at("<!DOCTYPE")) refuse();
  int open = 0;
  char quote = 0;
  for (;; ++at_) {
    if (at_ == end_ && !more()) refuse();
    const char c = buffer_[at_];
    if (quote != 0)
      quote = c == quote ? '\0' : quote;
    else if (c == '"' || c == '\'')
      quote = c;
    else if (c == '<' || c == '[')
      ++open;
    else if ((c == '>' || c == ']') && --open == 0)
      break;
  }
  ++at_;
}

XmlReader::Event XmlReader::text_event() {
  std::size_t from = 0;
  for (;;) {
    const std::size_t end = ahead().find('<', from);
    if (end == std::string_view::npos) {
      from = end_ - at_;
      if (more()) continue;
    }
    raw_ = ahead().substr(0, end);
    at_ += raw_.size();
    as_is_ = false;
    return Event::text;
  }
}

XmlReader::Event XmlReader::cdata_event() {
  constexpr std::size_t opening = 9;
  if (elements_.empty()) refuse();
  const std::size_t end = find_ahead("]]>", opening);
  raw_ = {buffer_.data() + at_ + opening, end - at_ - opening};
  at_ = end + 3;
  as_is_ = true;
  return Event::text;
}

void XmlReader::append_text(std::string& to) const {
  if (as_is_)
    to += raw_;
  else if (!append_decoded(raw_, to))
    refuse();
}

/// Names and attributes are in the window, which may move.
void XmlReader::forget_tag() {
  name_ = prefix_ = local_ = {};
  attributes_.clear();
}

/// Most elements with text have nothing else in them, and are in the window with their ends.
bool XmlReader::take_plain_content() {
  if (self_closed_ || !begun_) return false;
  const std::string_view name = std::string_view(names_).substr(elements_.back().name_at);
  const char* const begin = buffer_.data() + at_;
  const char* const end = buffer_.data() + end_;
  const char* p = begin;
  while (p < end && *p != '<' && *p != '&' && *p != '\r') ++p;
  const std::string_view tag(p, static_cast<std::size_t>(end - p));
  if (tag.size() < name.size() + 3 || tag[1] != '/' || tag[name.size() + 2] != '>' ||
      tag[0] != '<' || tag.substr(2, name.size()) != name)
    return false;
  content_.assign(begin, p);
  at_ = static_cast<std::size_t>(p - buffer_.data()) + name.size() + 3;
  forget_tag();
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
  if (elements_.empty() && had_root_) refuse();
  while (!parse_tag())
    if (!more()) refuse();
  enter();
  return Event::open;
}

/// False where the tag does not end within what has been read.
bool XmlReader::parse_tag() {
  const char* p = buffer_.data() + at_ + 1;
  const char* const end = buffer_.data() + end_;
  const auto take_name = [&] {
    const char* const first = p;
    while (p < end && !ends_name(*p)) ++p;
    return std::string_view(first, static_cast<std::size_t>(p - first));
  };
  const auto pass_blanks = [&] {
    while (p < end && is_blank(*p)) ++p;
    return p < end;
  };
  attributes_.clear();
  name_ = take_name();
  for (;;) {
    if (!pass_blanks()) return false;
    if (*p == '>' || *p == '/') break;
    Attribute attribute{take_name(), {}};
    if (!pass_blanks()) return false;
    if (*p != '=' || attribute.name.empty()) refuse();
    ++p;
    if (!pass_blanks()) return false;
    const char quote = *p++;
    if (quote != '"' && quote != '\'') refuse();
    const auto* close =
        static_cast<const char*>(std::memchr(p, quote, static_cast<std::size_t>(end - p)));
    if (!close) return false;
    attribute.value = {p, static_cast<std::size_t>(close - p)};
    attributes_.push_back(attribute);
    p = close + 1;
  }
  self_closed_ = *p == '/';
  if (self_closed_ && ++p == end) return false;
  if (*p != '>' || name_.empty()) refuse();
  at_ = static_cast<std::size_t>(p + 1 - buffer_.data());
  return true;
}

void XmlReader::enter() {
  if (elements_.size() == most_depth) refuse();
  had_root_ = true;
  elements_.push_back({names_.size(), preserves_space()});
  names_ += name_;
  std::size_t colon = 0;
  while (colon < name_.size() && name_[colon] != ':') ++colon;
  const bool prefixed = colon < name_.size();
  prefix_ = prefixed ? name_.substr(0, colon) : std::string_view();
  local_ = prefixed ? name_.substr(colon + 1) : name_;
  for (const Attribute& attribute : attributes_)
    if (attribute.name[0] == 'x') note_attribute(attribute);
}

void XmlReader::note_attribute(const Attribute& attribute) {
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
  const std::string_view expected = std::string_view(names_).substr(elements_.back().name_at);
  std::string_view tag;
  const std::size_t shortest = expected.size() + 3;
  while (end_ - at_ < shortest)
    if (!more()) refuse();
  tag = ahead().substr(2);
  if (!tag.starts_with(expected)) refuse();
  const std::size_t end = tag[expected.size()] == '>' ? at_ + shortest - 1 : find_ahead(">", 2);
  tag = {buffer_.data() + at_ + 2, end - at_ - 2};
  if (!without_blanks(tag.substr(expected.size())).empty() ||
      (tag.size() > expected.size() && !is_blank(tag[expected.size()])))
    refuse();
  at_ = end + 1;
  return leave();
}

XmlReader::Event XmlReader::leave() {
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
  for (const Attribute& attribute : attributes_) {
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
