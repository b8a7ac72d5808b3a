#include <fast_float/fast_float.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <utility>

#include "base/nfkc.h"
#include "formula/unit.h"
#include "formula/unit_library.h"
#include "formula/unit_names.h"

namespace tijian::formula {
namespace {

constexpr std::size_t longest_text = 200;
constexpr int deepest_parentheses = 8;

std::optional<Unit> parse_normalised(std::string_view text, int depth);

// 万人: the name itself, else a Chinese prefix before a name, else a name of UDUNITS-2.
std::optional<Unit> parse_name(std::string_view name, int depth) {
  static constexpr std::pair<std::string_view, double> prefixes[] = {
      {"十", 10}, {"百", 100}, {"千", 1e3}, {"万", 1e4}, {"亿", 1e8}};
  if (const auto meaning = unit_name(name); meaning == name)
    return Unit::base(std::string(name));
  else if (!meaning.empty())
    return parse_normalised(meaning, depth);
  for (const auto& [prefix, factor] : prefixes)
    if (name.size() > prefix.size() && name.starts_with(prefix)) {
      const auto rest = parse_name(name.substr(prefix.size()), depth);
      if (rest) return Unit::of_factor(factor) * *rest;
    }
  return library_unit(std::string(name));
}

// unit   := ["/"] factor { ("/" | "·" | "*" | " ") factor }
// factor := [number] ( name | "(" unit ")" ) [integer] | number
class UnitParser {
 public:
  UnitParser(std::string_view text, int depth) : rest_(text), depth_(depth) {}

  std::optional<Unit> parse() {
    if (depth_ > deepest_parentheses) return {};
    const auto unit = product();
    return rest_.empty() ? unit : std::nullopt;
  }

 private:
  std::optional<Unit> product() {
    skip_spaces();
    bool divided = take({"/"});
    std::optional<Unit> unit = factor();
    if (unit && divided) unit = Unit{} / *unit;
    while (unit) {
      const bool space = skip_spaces();
      if (rest_.empty() || rest_.starts_with(')')) break;
      const bool divides = take({"/", "每", "per "});
      if (!divides && divided)
        return {};  // 升/人·日: per person and day, or per person times days?
      if (!divides && !take({"·", "⋅", "*", "×", "."}) && !(space && before_name())) return {};
      divided |= divides;
      const auto next = factor();
      if (!next) return {};
      unit = divides ? *unit / *next : *unit * *next;
    }
    return unit;
  }

  // 公顷 (ha) and 人 2 are no products.
  bool before_name() const { return rest_.find_first_of("(.0123456789") != 0; }

  bool skip_spaces() {
    const auto size = std::min(rest_.find_first_not_of(' '), rest_.size());
    rest_.remove_prefix(size);
    return size > 0;
  }

  std::optional<Unit> factor() {
    skip_spaces();
    const auto coefficient = number();
    if (coefficient && !(*coefficient > 0 && std::isfinite(*coefficient))) return {};
    Unit unit = Unit::of_factor(coefficient.value_or(1));
    if (coefficient) {
      if (take({"^"})) return raised_coefficient(unit);
      skip_spaces();
    }
    return with_name(unit, coefficient.has_value());
  }

  // 10^8 元
  std::optional<Unit> raised_coefficient(const Unit& coefficient) {
    const auto exponent = integer();
    if (!exponent) return {};
    const auto raised = coefficient.power(*exponent);
    if (!raised) return {};
    skip_spaces();
    return with_name(*raised, true);
  }

  std::optional<Unit> with_name(const Unit& coefficient, bool alone_is_enough) {
    const bool inner = take({"("});
    const std::string_view name = inner ? std::string_view{} : take_name();
    if (!inner && name.empty()) return alone_is_enough ? std::optional(coefficient) : std::nullopt;
    auto unit = inner ? parentheses() : parse_name(name, depth_ + 1);
    if (!unit) return {};
    const bool caret = take({"^"});
    const auto exponent = integer();
    if (caret && !exponent) return {};
    if (exponent) unit = unit->power(*exponent);
    return unit ? std::optional(coefficient * *unit) : std::nullopt;
  }

  std::optional<Unit> parentheses() {
    if (++depth_ > deepest_parentheses) return {};
    auto unit = product();
    --depth_;
    return take({")"}) ? unit : std::nullopt;
  }

  bool take(std::initializer_list<std::string_view> tokens) {
    for (const auto token : tokens)
      if (rest_.starts_with(token)) {
        rest_.remove_prefix(token.size());
        return true;
      }
    return false;
  }

  std::string_view take_name() {
    static constexpr std::string_view ends[] = {"每", "·", "⋅", "×", "−"};
    std::size_t size = 0;
    while (size < rest_.size()) {
      const std::string_view here = rest_.substr(size);
      if (here.starts_with("CO2")) {  // no power of CO
        size += 3;
        continue;
      }
      if (here.find_first_of(" /*.()^+-0123456789") == 0) break;
      if (std::ranges::any_of(ends, [&](auto end) { return here.starts_with(end); })) break;
      ++size;
    }
    const auto name = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return name;
  }

  std::optional<double> number() {
    double value = 0;
    const auto [end, error] =
        fast_float::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    if (error != std::errc() || rest_.find_first_of("0123456789.") != 0) return {};
    rest_.remove_prefix(end - rest_.data());
    return value;
  }

  // A power: 2, -1. A fraction is none.
  std::optional<int> integer() {
    const auto before = rest_;
    const bool negative = take({"-", "−"});
    const auto digits = rest_.substr(0, rest_.find_first_not_of("0123456789"));
    const auto after = rest_.substr(digits.size());
    const bool fraction = after.size() > 1 && after[0] == '.' && after[1] >= '0' && after[1] <= '9';
    if (digits.empty() || digits.size() > 2 || fraction) {
      rest_ = before;
      return {};
    }
    rest_ = after;
    const int value = std::stoi(std::string(digits));
    return negative ? -value : value;
  }

  std::string_view rest_;
  int depth_;
};

std::optional<Unit> parse_normalised(std::string_view text, int depth) {
  return UnitParser(text, depth).parse();
}

}  // namespace

std::optional<Unit> Unit::parse(std::string_view text) {
  if (text.size() > longest_text || text.find('\0') != text.npos) return {};
  const std::string unit = base::nfkc(text);
  if (const auto meaning = unit_name(unit); !meaning.empty()) return parse_name(unit, 0);
  return parse_normalised(unit, 0);
}

}  // namespace tijian::formula
