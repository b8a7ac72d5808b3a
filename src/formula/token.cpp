#include "formula/token.h"

#include <fast_float/fast_float.h>

#include <algorithm>

namespace tijian::formula {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

bool is_name_part(char c) { return is_name_start(c) || is_digit(c); }

std::size_t length_of_character(std::string_view text) {
  std::size_t size = 1;
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) ++size;
  return size;
}

Token number_token(std::string_view rest) {
  Token token;
  const auto [end, error] =
      fast_float::from_chars(rest.data(), rest.data() + rest.size(), token.number);
  if (error != std::errc()) return {Token::Kind::unknown, rest.substr(0, 1)};
  token.kind = Token::Kind::number;
  token.text = rest.substr(0, end - rest.data());
  return token;
}

Token sign_token(std::string_view rest) {
  for (const std::string_view two : {"<=", ">=", "==", "!="})
    if (rest.starts_with(two)) return {Token::Kind::sign, rest.substr(0, 2)};
  if (std::string_view("+-*/^(),<>").find(rest[0]) != std::string_view::npos)
    return {Token::Kind::sign, rest.substr(0, 1)};
  return {Token::Kind::unknown, rest.substr(0, length_of_character(rest))};
}

/// `[万人/平方公里]`
Token unit_token(std::string_view rest) {
  const std::size_t end = rest.find(']');
  if (end == rest.npos) return {Token::Kind::unknown, rest.substr(0, 1)};
  return {Token::Kind::unit, rest.substr(0, end + 1)};
}

Token token_at(std::string_view rest) {
  if (rest[0] == '[') return unit_token(rest);
  if (is_digit(rest[0]) || (rest[0] == '.' && rest.size() > 1 && is_digit(rest[1])))
    return number_token(rest);
  if (!is_name_start(rest[0])) return sign_token(rest);
  const auto end = std::ranges::find_if_not(rest, is_name_part);
  return {Token::Kind::name, rest.substr(0, end - rest.begin())};
}

}  // namespace

std::vector<Token> tokens_of(std::string_view formula) {
  std::vector<Token> tokens;
  std::size_t offset = 0;
  while ((offset = formula.find_first_not_of(" \t\r\n", offset)) != formula.npos) {
    tokens.push_back(token_at(formula.substr(offset)));
    tokens.back().offset = offset;
    offset += tokens.back().text.size();
  }
  tokens.push_back({Token::Kind::end, formula.substr(formula.size())});
  tokens.back().offset = formula.size();
  return tokens;
}

}  // namespace tijian::formula
