#include "dataset/cell_value.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/catalogue.h"
#include "base/encoding.h"
#include "base/spelling.h"
#include "dataset/odd_number.h"
#include "tijian/missing.h"

namespace tijian::dataset {
namespace {

Diagnostic no_number(std::string_view text, const Binding& binding, const CellReader& cells,
                     const Citation& where) {
  Diagnostic fault = base::make_diagnostic(
      binding.by_row ? "C356" : "C311", where,
      {{"cell", base::excerpt(base::trimmed(text))}, {"name", binding.called}});
  if (Text mending = mending_of(text, cells); !mending.empty()) fault.hint = std::move(mending);
  return fault;
}

/// A comma that parts no groups of three digits: both of its readings.
Diagnostic comma_fault(std::string_view text, const Binding& binding, const Citation& where) {
  const std::string plain = base::half_width(base::trimmed(text));
  std::string point = plain, none = plain;
  std::ranges::replace(point, ',', '.');
  std::erase(none, ',');
  none.erase(0, std::min(none.find_first_not_of('0'), none.size() - 1));
  return base::make_diagnostic("C345", where,
                               {{"cell", base::excerpt(base::trimmed(text))},
                                {"name", binding.called},
                                {"point", base::excerpt(point)},
                                {"none", base::excerpt(none)}});
}

/// Half a unit of the last of so many decimals.
double half_of_decimals(std::size_t count) {
  static const auto known = [] {
    std::array<double, 20> all{};
    for (std::size_t i = 0; i < all.size(); ++i)
      all[i] = 0.5 * std::pow(10.0, -static_cast<double>(i));
    return all;
  }();
  return count < known.size() ? known[count] : 0.5 * std::pow(10.0, -static_cast<double>(count));
}

}  // namespace

double cell_value(std::string_view text, const Binding& binding, const CellReader& cells,
                  const Citation& where, Faults& faults) {
  const auto fault = [&](std::string_view code) {
    faults.add(code, [&] {
      return base::make_diagnostic(
          code, where, {{"cell", base::excerpt(base::trimmed(text))}, {"name", binding.called}});
    });
    return missing;
  };
  if (text.find('\0') != text.npos) return missing;  // told once a row
  const Cell cell = cells.read(text);
  if (cell.kind == Cell::Kind::missing) return missing;
  if (cell.kind == Cell::Kind::infinite) return fault("C312");
  if (cell.kind == Cell::Kind::formula) return fault("C353");
  if (cell.kind == Cell::Kind::error_value) return fault("C354");
  if (cell.kind == Cell::Kind::comma) {
    faults.add("C345", [&] { return comma_fault(text, binding, where); });
    return missing;
  }
  if (cell.kind == Cell::Kind::not_a_number) {
    faults.add(binding.by_row ? "C356" : "C311",
               [&] { return no_number(text, binding, cells, where); });
    return missing;
  }
  const auto& ratio = cell.ratio == U'%' ? binding.percent : binding.per_mille;
  if (cell.ratio != 0 && !ratio) return fault("B407");
  if (cell.ratio != 0) faults.note_sign(where);
  const double value = cell.ratio != 0 ? (*ratio)(cell.value) : binding.conversion(cell.value);
  return std::isfinite(value) ? value : fault("C312");
}

double half_unit(std::string_view text, const Binding& binding, const NumberStyle& style) {
  std::string buffer;
  std::string_view plain = base::trimmed(text);
  if (!base::is_ascii(plain)) plain = buffer = base::half_width(plain);
  std::size_t point = plain.npos, exponent = plain.npos, end = 0;  // of the decimals
  for (std::size_t i = 0; i < plain.size() && exponent == plain.npos; ++i) {
    const char c = plain[i];
    if (c == style.decimal && point == plain.npos)
      point = i, end = i + 1;
    else if (c >= '0' && c <= '9')
      end += end == i ? 1 : 0;
    else if (c == 'e' || c == 'E')
      exponent = i;
  }
  double half = point == plain.npos ? 0.5 : half_of_decimals(end - point - 1);
  if (exponent != plain.npos)
    half *= std::pow(10.0, std::atoi(std::string(plain.substr(exponent + 1)).c_str()));
  const auto& ratio = plain.ends_with('%') ? binding.percent : binding.per_mille;
  const bool has_sign = plain.ends_with('%') || plain.ends_with("\u2030");
  half = std::abs(has_sign && ratio ? (*ratio)(half) : binding.conversion(half));
  return point == plain.npos ? -half : half;
}

}  // namespace tijian::dataset
