#include "yaml/tree.h"

#include <fmt/format.h>

#include <algorithm>

#include "yaml/scalar.h"

namespace tijian::yaml {
namespace {

constexpr std::size_t line_width = 100;

bool word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// What YAML 1.1 or 1.2 takes for nothing, a truth value or a number.
bool reserved(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
  constexpr std::string_view words[] = {"null", "true", "false", "yes", "no", "on",
                                        "off",  "y",    "n",     "inf", "nan"};
  return std::ranges::find(words, lower) != std::ranges::end(words);
}

bool plain(std::string_view text) {
  return !text.empty() && !(text[0] >= '0' && text[0] <= '9') &&
         std::ranges::all_of(text, word_character) && !reserved(text);
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') out += '\\';
    if (byte < 0x20)
      out += fmt::format("\\x{:02x}", byte);
    else
      out += c;
  }
  return out + '"';
}

std::string scalar_text(std::string_view text) {
  return plain(text) ? std::string(text) : quoted(text);
}

}  // namespace

Tree Tree::text(std::string_view text) {
  Tree tree(Kind::scalar);
  tree.text_ = scalar_text(text);
  return tree;
}

Tree Tree::boolean(bool value) {
  Tree tree(Kind::scalar);
  tree.text_ = value ? "true" : "false";
  return tree;
}

Tree Tree::number(double value) {
  Tree tree(Kind::scalar);
  tree.text_ = fmt::format("{}", value);
  return tree;
}

void Tree::add(std::string_view key, Tree value) {
  entries_.emplace_back(kind_ == Kind::map ? scalar_text(key) : std::string{}, std::move(value));
}

std::string Tree::flow() const {
  if (kind_ == Kind::scalar) return text_;
  std::string out = kind_ == Kind::map ? "{" : "[";
  for (const auto& [key, value] : entries_) {
    if (out.size() > 1) out += ", ";
    if (kind_ == Kind::map) out += key + ": ";
    out += value.flow();
  }
  return out + (kind_ == Kind::map ? '}' : ']');
}

std::string Tree::block() const {
  if (kind_ == Kind::scalar || entries_.empty()) return flow() + '\n';
  std::string out;
  append_block(out, 0);
  return out;
}

void Tree::append_block(std::string& out, std::size_t indent) const {
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (!out.ends_with("- ")) out.append(indent, ' ');
    const auto& [key, value] = entries_[i];
    out += kind_ == Kind::map ? key + ":" : "-";
    value.append_value(out, kind_ == Kind::map ? "\n" : " ", indent + 2);
  }
}

/// Behind a key or a dash.
void Tree::append_value(std::string& out, std::string_view after, std::size_t indent) const {
  const std::size_t used = out.size() - (out.rfind('\n') + 1);  // npos + 1 is 0
  const std::string line = flow();
  if (kind_ == Kind::scalar || entries_.empty() || used + 1 + line.size() <= line_width) {
    out += ' ' + line + '\n';
    return;
  }
  out += after;
  append_block(out, indent);
}

}  // namespace tijian::yaml
