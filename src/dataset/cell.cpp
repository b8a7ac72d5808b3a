#include "dataset/cell.h"

#include <fast_float/fast_float.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/spelling.h"

namespace tijian::dataset {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

/// Removes thousands separators; nothing where they do not stand before groups of three digits.
std::optional<std::string> ungrouped(std::string_view text) {
  std::string out;
  const std::size_t whole = std::min(text.find('.'), text.size());
  std::size_t first = text.find(',');
  if (first == text.npos) return std::string(text);
  const std::size_t sign = text.starts_with('-') ? 1 : 0;
  if (first <= sign || first > sign + 3 || text.find(',', whole) != text.npos) return std::nullopt;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool grouped = i >= first && i < whole;
    if (grouped && ((i - first) % 4 == 0) != (text[i] == ',')) return std::nullopt;
    if (text[i] != ',') out += text[i];
  }
  if ((whole - first) % 4 != 0) return std::nullopt;
  return out;
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

}  // namespace

const std::vector<std::string>& usual_marks() {
  static const std::vector<std::string> marks{"NA", "na", "N/A", "n/a", "-",   "--",  "–",
                                              "—",  "——", "…",   "……",  "...", "暂无"};
  return marks;
}

CellReader::CellReader(std::span<const std::string> further_marks) : marks_(usual_marks()) {
  for (const std::string& mark : further_marks) {
    const Cell cell = CellReader().read(mark);
    if (cell.kind == Cell::Kind::number && cell.ratio == 0) numeric_marks_.push_back(cell.value);
    marks_.emplace_back(base::trimmed(mark));
  }
}

bool CellReader::missing(std::string_view text) const {
  return text.empty() || std::ranges::find(marks_, text) != marks_.end();
}

Cell CellReader::read(std::string_view text) const {
  text = base::trimmed(text);
  if (const Cell cell = plain_number(text);
      cell.kind == Cell::Kind::number && !missing(cell.value) && !missing(text))
    return cell;
  if (missing(text)) return {};
  const std::string plain = base::half_width(text);
  std::string_view rest = base::trimmed(plain);
  if (missing(rest)) return {};
  if (names_infinity(rest)) return {Cell::Kind::infinite};
  const char32_t ratio = take_ratio_sign(rest);
  if (rest.starts_with("+-")) return {Cell::Kind::not_a_number};
  const auto number = ungrouped(rest.starts_with('+') ? rest.substr(1) : rest);
  if (!number) return {Cell::Kind::not_a_number};
  Cell cell = plain_number(*number);
  cell.ratio = ratio;
  if (cell.kind == Cell::Kind::number && ratio == 0 && missing(cell.value)) return {};
  return cell;
}

}  // namespace tijian::dataset
