#include "yaml/full_width.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "base/catalogue.h"
#include "yaml/lines.h"

namespace tijian::yaml {
namespace {

/// How far above the place where the parser gave up the sign may stand.
constexpr int lines_above = 8;

enum class Role { colon, comma, quote, open, close };
struct Sign {
  std::string_view found, half;
  Role role;
};
constexpr std::array<Sign, 10> signs{{{"：", ":", Role::colon},
                                      {"，", ",", Role::comma},
                                      {"“", "\"", Role::quote},
                                      {"”", "\"", Role::quote},
                                      {"‘", "'", Role::quote},
                                      {"’", "'", Role::quote},
                                      {"｛", "{", Role::open},
                                      {"［", "[", Role::open},
                                      {"｝", "}", Role::close},
                                      {"］", "]", Role::close}}};

bool word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// A key as frameworks have them: `place_type`.
bool is_key(std::string_view text) {
  text = trimmed(text);
  return !text.empty() && std::ranges::all_of(text, word) &&
         !std::isdigit(static_cast<unsigned char>(text[0]));
}

bool begins_with_key(std::string_view text) {
  text = trimmed(text);
  const auto end = std::ranges::find_if_not(text, word) - text.begin();
  const std::string_view behind = text.substr(static_cast<std::size_t>(end));
  return is_key(text.substr(0, static_cast<std::size_t>(end))) &&
         (behind.starts_with(':') || behind.starts_with("："));
}

bool digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && (std::isdigit(static_cast<unsigned char>(text[at])) ||
                              (text[at] == '-' && digit_at(text, at + 1)));
}

/// Goes through a line as a reader of YAML would who takes both widths.
class LineScan {
 public:
  LineScan(std::string_view line, bool inside, bool quotes)
      : line_(line), depth_(inside ? 1 : 0), quotes_(quotes) {}

  std::vector<FullWidthSign> run() {
    while (at_ < line_.size()) step();
    return std::move(found_);
  }

 private:
  void step() {
    const char c = line_[at_];
    if (c == '#' && (at_ == 0 || line_[at_ - 1] == ' ')) return end();
    if ((c == '"' || c == '\'') && at_start()) return pass_quoted(c);
    for (const Sign& sign : signs)
      if (line_.substr(at_).starts_with(sign.found)) return meet(sign);
    if ((c == '{' || c == '[') && at_start()) return ++depth_, begin(1);
    if ((c == '}' || c == ']') && depth_ > 0) return --depth_, begin(1);
    if (c == ',' && depth_ > 0) return begin(1);
    if ((c == ':' || c == '-') && line_.substr(at_ + 1).starts_with(' ')) return begin(2);
    ++at_;
  }

  bool at_start() const { return trimmed(token()).empty(); }
  std::string_view token() const { return line_.substr(token_, at_ - token_); }
  void end() { at_ = line_.size(); }
  void begin(std::size_t behind) { token_ = at_ += behind; }

  void pass_quoted(char quote) {
    const auto close = line_.find(quote, at_ + 1);
    at_ = close == line_.npos ? line_.size() : close + 1;
  }

  void meet(const Sign& sign) {
    if (!structural(sign)) {
      at_ += sign.found.size();
      return;
    }
    found_.push_back({at_, sign.found, sign.half});
    if (sign.role == Role::open) ++depth_;
    if (sign.role == Role::close) --depth_;
    if (sign.role == Role::quote) quoted_ = !quoted_;
    begin(sign.found.size());
  }

  bool structural(const Sign& sign) const {
    const std::string_view rest = line_.substr(at_ + sign.found.size());
    const std::string_view before = trimmed(token()), behind = trimmed(rest);
    switch (sign.role) {
      case Role::colon:
        return is_key(token());
      case Role::comma:
        return depth_ > 0 &&
               (begins_with_key(rest) ||
                (!before.empty() && digit_at(before, before.size() - 1) && digit_at(behind, 0)));
      case Role::quote:
        return quotes_ && (quoted_ || at_start());
      case Role::open:
        return at_start();
      case Role::close:
        return depth_ > 0;
    }
    return false;
  }

  std::string_view line_;
  int depth_;
  bool quotes_, quoted_ = false;
  std::size_t at_ = 0, token_ = 0;
  std::vector<FullWidthSign> found_;
};

/// `｛ ： ｝`: each once, in their order.
std::string listed(const std::vector<FullWidthSign>& found,
                   std::string_view FullWidthSign::*which) {
  std::vector<std::string> all;
  for (const FullWidthSign& sign : found)
    if (const std::string one(sign.*which); std::ranges::find(all, one) == all.end())
      all.push_back(one);
  return base::joined(all, " ");
}

/// One message for all of them, at the first.
Diagnostic fault(const std::vector<FullWidthSign>& found, Citation where, const std::string& path) {
  Diagnostic out = base::make_diagnostic("Y115", std::move(where),
                                         {{"found", listed(found, &FullWidthSign::found)},
                                          {"half", listed(found, &FullWidthSign::half)}},
                                         path);
  out.count = std::ssize(found);
  return out;
}

}  // namespace

std::vector<FullWidthSign> full_width_signs(std::string_view line, bool inside, bool quotes) {
  return LineScan(line, inside, quotes).run();
}

std::optional<Diagnostic> full_width_fault(const Node& scalar, const std::string& path) {
  if (scalar.kind != Node::Kind::scalar || !scalar.plain) return std::nullopt;
  const auto found = full_width_signs(scalar.text, true, true);
  if (found.empty()) return std::nullopt;
  const std::string_view source(scalar.document->source);
  const bool as_written = source.substr(scalar.offset).starts_with(scalar.text);
  return fault(
      found, as_written ? scalar.document->where(scalar.offset + found[0].offset) : scalar.where(),
      path);
}

std::optional<Diagnostic> full_width_fault(const Document& document, int line) {
  for (int l = line; l > std::max(0, line - lines_above); --l) {
    const std::size_t start = line_start(document.source, l);
    const auto found = full_width_signs(line_at(document.source, start), false, l == line);
    if (!found.empty()) return fault(found, document.where(start + found[0].offset), {});
  }
  return std::nullopt;
}

}  // namespace tijian::yaml
