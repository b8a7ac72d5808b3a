#include "tijian/dataset.h"

#include <algorithm>

namespace tijian {
namespace {

Index place_of(const std::vector<DataColumn>& columns, int DataColumn::*target, int number) {
  if (number < 0) return -1;
  const auto found = std::ranges::find(columns, number, target);
  return found == columns.end() ? Index{-1} : found - columns.begin();
}

}  // namespace

Index Dataset::column_of_variable(int variable) const {
  return place_of(columns, &DataColumn::variable, variable);
}

Index Dataset::column_of_indicator(int indicator) const {
  return place_of(columns, &DataColumn::indicator, indicator);
}

}  // namespace tijian
