#include "dataset/cell.h"

#include <fast_float/fast_float.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "base/spelling.h"

namespace tijian::dataset {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

/// Removes what parts thousands and makes the decimal mark a point; nothing where they do not stand
/// before groups of three digits, or where the first group is a zero (0,125).
std::optional<std::string> plain_digits(std::string_view text, const NumberStyle& style) {
  const std::size_t whole = std::min(text.find(style.decimal), text.size());
  const std::size_t sign = text.starts_with('-') ? 1 : 0;
  std::string out(text.substr(0, sign));
  std::size_t group = 0;  // digits since the last separator
  bool grouped = false;
  for (std::size_t i = sign; i < whole;) {
    if (!style.thousands.empty() && text.substr(i).starts_with(style.thousands)) {
      if (grouped ? group != 3 : group == 0 || group > 3 || text[sign] == '0') return std::nullopt;
      grouped = true, group = 0;
      i += style.thousands.size();
      continue;
    }
    out += text[i++];
    ++group;
  }
  if (grouped && group != 3) return std::nullopt;
  if (whole < text.size()) out += '.';
  out += text.substr(std::min(whole + 1, text.size()));
  return out;
}

/// Takes the sign of a currency off: $ 42,500
std::string_view without_currency(std::string_view text) {
  for (const std::string_view sign : {"$", "¥", "￥", "€", "£"})
    if (text.starts_with(sign)) return base::trimmed(text.substr(sign.size()));
  return text;
}

char32_t take_ratio_sign(std::string_view& text) {
  constexpr std::string_view per_mille = "\u2030";
  char32_t sign = 0;
  if (text.ends_with('%'))
    sign = U'%', text.remove_suffix(1);
  else if (text.ends_with(per_mille))
    sign = U'\u2030', text.remove_suffix(per_mille.size());
  text = base::trimmed(text);
  return sign;
}

bool names_infinity(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  const std::string name = base::folded(text);
  return name == "inf" || name == "infinity" || name == "∞";
}

/// Digits, a point, an exponent: not nan, not hexadecimal, not "1e5x".
Cell plain_number(std::string_view text) {
  const std::size_t start = text.starts_with('-') ? 1 : 0;
  if (text.size() <= start || !(digit(text[start]) || text[start] == '.'))
    return {Cell::Kind::not_a_number};
  double value = 0;
  const auto result = fast_float::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec != std::errc() || result.ptr != text.data() + text.size())
    return {Cell::Kind::not_a_number};
  return {std::isfinite(value) ? Cell::Kind::number : Cell::Kind::infinite, value};
}

/// As spreadsheets show what a formula could not give.
bool is_error_value(std::string_view text) {
  constexpr std::array<std::string_view, 8> errors{"#REF!",  "#DIV/0!", "#N/A",   "#VALUE!",
                                                   "#NAME?", "#NUM!",   "#NULL!", "#SPILL!"};
  return std::ranges::find(errors, text) != errors.end() || text.starts_with("Err:");
}

/// Whether one comma parts digits: a decimal mark where that is the custom.
bool has_decimal_comma(std::string_view text) {
  const std::size_t comma = text.find(',');
  if (comma == text.npos || text.find(',', comma + 1) != text.npos) return false;
  std::string pointed(text);
  pointed[comma] = '.';
  return plain_number(pointed).kind == Cell::Kind::number;
}

}  // namespace

const std::vector<std::string>& usual_marks() {
  static const std::vector<std::string> marks{"NA", "na", "N/A", "n/a", "-",   "--",  "–",
                                              "—",  "——", "…",   "……",  "...", "暂无"};
  return marks;
}

CellReader::CellReader(std::span<const std::string> further_marks, NumberStyle style,
                       const std::map<std::string, std::string>& meanings)
    : marks_(usual_marks()), style_(std::move(style)) {
  for (const std::string& mark : further_marks) add_mark(mark);
  for (const auto& [mark, meaning] : meanings) {
    const Cell cell = CellReader().read(meaning);
    if (cell.kind == Cell::Kind::number)
      meanings_[std::string(base::trimmed(mark))] = cell.value;
    else
      add_mark(mark);
  }
}

void CellReader::add_mark(const std::string& mark) {
  const Cell cell = CellReader().read(mark);
  if (cell.kind == Cell::Kind::number && cell.ratio == 0) numeric_marks_.push_back(cell.value);
  marks_.emplace_back(base::trimmed(mark));
}

bool CellReader::missing(std::string_view text) const {
  return text.empty() || std::ranges::find(marks_, text) != marks_.end();
}

Cell CellReader::read(std::string_view text) const {
  text = base::trimmed(text);
  if (const auto meant = meanings_.find(text); meant != meanings_.end())
    return {Cell::Kind::number, meant->second};
  if (style_.decimal == '.')
    if (const Cell cell = plain_number(text);
        cell.kind == Cell::Kind::number && !missing(cell.value) && !missing(text))
      return cell;
  if (missing(text)) return {};
  const std::string plain = base::half_width(text);
  std::string_view rest = base::trimmed(plain);
  if (missing(rest)) return {};
  if (names_infinity(rest)) return {Cell::Kind::infinite};
  if (rest.starts_with('=')) return {Cell::Kind::formula};
  if (is_error_value(rest)) return {Cell::Kind::error_value};
  const char32_t ratio = take_ratio_sign(rest);
  if (rest.starts_with("+-")) return {Cell::Kind::not_a_number};
  rest = without_currency(rest.starts_with('+') ? rest.substr(1) : rest);
  const auto number = plain_digits(rest, style_);
  Cell cell = number ? plain_number(*number) : Cell{Cell::Kind::not_a_number};
  cell.ratio = ratio;
  if (cell.kind == Cell::Kind::not_a_number && has_decimal_comma(rest))
    cell.kind = Cell::Kind::comma;
  if (cell.kind == Cell::Kind::number && ratio == 0 && missing(cell.value)) return {};
  return cell;
}

}  // namespace tijian::dataset
