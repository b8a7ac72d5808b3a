#include "model/provenance.h"

#include <algorithm>

#include "dataset/plausibility.h"

namespace tijian::model {

using Op = formula::Instruction::Op;

Provenance::Provenance(const Framework& framework, const dataset::EvaluationInput& input)
    : input_(input) {
  const Dataset& data = input.data;
  for (Eigen::Index column = 0; column < std::ssize(data.columns); ++column) {
    const PlausibleRange& range = dataset::range_of(data.columns[column], framework);
    const bool any = dataset::count_outside(data.values.column(column), range) > 0;
    ranges_.push_back(any ? range : PlausibleRange{});
    if (any) any_ |= from_implausible;
  }
  if (data.source.size() == 0) return;
  for (const Source& source : data.sources) {
    const bool uncited = source.confidence.starts_with("uncited");
    of_source_.push_back(static_cast<std::uint8_t>((source.synthetic ? from_synthetic : 0) |
                                                   (uncited ? from_uncited : 0)));
    any_ |= of_source_.back();
  }
}

std::uint8_t Provenance::of_cell(Eigen::Index row, int column) const {
  const std::uint8_t outside =
      ranges_[column].holds(input_.data.values(row, column)) ? 0 : from_implausible;
  const int source = of_source_.empty() ? -1 : input_.data.source(row, column);
  return source < 0 ? outside : static_cast<std::uint8_t>(outside | of_source_[source]);
}

void Provenance::of_formula(const formula::Formula& formula, Eigen::Index first, int count,
                            std::uint8_t* bits) const {
  dataset::RowWindow rows(input_, first, count);
  std::vector<std::uint8_t> unused(count);
  std::fill_n(bits, count, std::uint8_t{0});
  for (const formula::Instruction& step : formula.code()) {
    if (step.op == Op::lag || step.op == Op::at) rows.look(step, unused.data());
    if (step.op == Op::back) rows.back();
    if (step.op != Op::variable) continue;
    const int column = input_.column_of_variable[step.index];
    for (int i = 0; i < count; ++i)
      if (rows[i] >= 0) bits[i] |= of_cell(rows[i], column);
  }
}

}  // namespace tijian::model
