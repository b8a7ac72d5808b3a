#include "dataset/made_cells.h"

#include <cmath>
#include <set>
#include <utility>

namespace tijian::dataset {

bool differs_from_given(double given, double computed) {
  constexpr double most = 0.005;
  return std::abs(given - computed) > most * std::abs(computed);
}

MadeCells::MadeCells(Dataset& data) : data_(data), sources_(std::move(data.sources)) {}

MadeCells::~MadeCells() { data_.sources = sources_.take(); }

void MadeCells::set(const CellAt& cell, double value, std::int32_t parts,
                    std::span<const CellAt> made_of) {
  if (std::isnan(value)) return;
  data_.values(cell.row, cell.column) = value;
  if (data_.parts.empty()) data_.parts.assign(data_.values.rows(), data_.values.cols(), 0);
  data_.parts(cell.row, cell.column) = parts;
  if (data_.source.empty()) return;
  std::set<int> numbers;
  for (const CellAt& one : made_of) numbers.insert(data_.source(one.row, one.column));
  data_.source(cell.row, cell.column) =
      static_cast<std::int16_t>(sources_.add(joint_source(sources_, numbers)));
}

}  // namespace tijian::dataset
