#include "diagnosis/certainty.h"

#include <cmath>

#include "statistics/interval.h"
#include "tijian/missing.h"

namespace tijian::diagnosis {
namespace {

/// Adds by how much the formula moves when a column is shifted by its rounding: in every row the
/// same way, or, where the formula looks at other years, this way in one year and that way in the
/// next, whichever is more.
void add_shift(model::Probe& probe, int indicator, int column, bool looks_back,
               const std::vector<double>& now, std::vector<double>& doubt) {
  const Dataset& data = probe.data();
  std::vector<double> most(now.size(), 0.0);
  for (const bool turns : {false, true}) {
    if (turns && !looks_back) continue;
    std::vector<double> shifted(now.size());
    for (std::size_t row = 0; row < now.size(); ++row) {
      const bool down = turns && data.rows.period[row].year % 2 != 0;
      const auto r = static_cast<Index>(row);
      shifted[row] = data.values(r, column) + (down ? -1 : 1) * data.rounding(r, column);
    }
    const std::vector<double> moved = probe.values_with(indicator, column, shifted);
    for (std::size_t row = 0; row < now.size(); ++row)
      if (const double way = std::abs(moved[row] - now[row]); way > most[row]) most[row] = way;
  }
  for (std::size_t row = 0; row < now.size(); ++row) doubt[row] += most[row];
}

}  // namespace

std::vector<double> doubt_of(const Run& run, model::Probe& probe, int indicator) {
  std::vector<double> doubt(run.table.rows.size(), 0.0);
  const Dataset& data = probe.data();
  if (data.rounding.size() > 0) {
    const std::vector<double> now = probe.values(indicator);
    const auto& formula = run.framework->indicators[indicator].compiled;
    for (const int column : probe.columns(indicator))
      add_shift(probe, indicator, column, formula->looks_back(), now, doubt);
    if (const int given = probe.given(indicator); given >= 0)
      for (Index row = 0; row < data.rows.size(); ++row)
        if (std::isnan(now[row])) doubt[row] = data.rounding(row, given);
  }
  if (run.table.standard_error.size() > 0)
    for (Index row = 0; row < run.table.rows.size(); ++row)
      if (const double error = run.table.standard_error(row, indicator); error > 0)
        doubt[row] += statistics::z_95 * error;
  return doubt;
}

}  // namespace tijian::diagnosis
