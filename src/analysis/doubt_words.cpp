#include "analysis/doubt_words.h"

#include "base/catalogue.h"
#include "dataset/check.h"
#include "dataset/held.h"
#include "framework/plausible_words.h"
#include "model/scale_ends.h"

namespace tijian::analysis {
namespace {

constexpr int told_digits = 6;

std::string amount_in(const dataset::Held& held, double value) {
  return framework::amount(value, held.unit, told_digits);
}

}  // namespace

Diagnostic jump_told(const Framework& framework, const Rows& rows, const DataColumn& of,
                     const Jump& jump, double value, const Citation& where) {
  const dataset::Held held = dataset::held_by(of, framework);
  const base::Argument name{"name", held.title}, amount{"value", amount_in(held, value)},
      row{"row", dataset::row_name(rows, jump.row)};
  const std::string reference = amount_in(held, jump.reference);
  if (jump.before >= 0)
    return base::make_diagnostic(
        "N584", where,
        {name, amount, row, {"before", reference}, {"when", to_string(rows.period[jump.before])}});
  return base::make_diagnostic(
      "N585", where,
      {name, amount, row, {"median", reference}, {"peers", std::to_string(jump.peers)}});
}

Diagnostic share_told(const Framework& framework, const Rows& rows, int indicator, Index row,
                      double value, const Citation& where) {
  const dataset::Held held = dataset::held_by({-1, indicator, {}}, framework);
  return base::make_diagnostic("N586", where,
                               {{"name", held.title},
                                {"value", amount_in(held, value)},
                                {"row", dataset::row_name(rows, row)}});
}

Diagnostic level_told(const Framework& framework, const Rows& rows, const DataColumn& of,
                      const LevelValues& level, double value, const Citation& where) {
  const dataset::Held held = dataset::held_by(of, framework);
  Diagnostic told = base::make_diagnostic("N582", where,
                                          {{"name", held.title},
                                           {"value", amount_in(held, value)},
                                           {"places", std::to_string(level.places)},
                                           {"when", model::when_words(rows.period[level.row])}});
  told.count = level.groups;
  return told;
}

}  // namespace tijian::analysis
