#pragma once
#include <fmt/format.h>

#include <cstdint>
#include <string_view>

#include "tijian/dataset.h"

namespace tijian::dataset {

/// The checks throw a UsageError that says what was found.

/// `name` is empty or of that size.
template <class T>
void check_beside(const Matrix<T>& matrix, std::string_view name, Index rows, Index cols) {
  if (matrix.empty() || (matrix.rows() == rows && matrix.cols() == cols)) return;
  throw UsageError(fmt::format("{} is {} x {}, values is {} x {}", name, matrix.rows(),
                               matrix.cols(), rows, cols));
}

/// A row as messages name it: 建外街道 2021, without a period only the place.
std::string row_name(const Rows&, Index row);

/// `what` (a dataset, a table) knows no framework or that one.
void check_fingerprint(std::uint64_t fingerprint, const Framework&, std::string_view what);

}  // namespace tijian::dataset
