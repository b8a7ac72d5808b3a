#pragma once
#include <cstddef>
#include <memory_resource>

#include "tijian/matrix.h"

namespace tijian::base {

/// Memory that asks the system for large pages where much is taken at once: on some machines half
/// of what it costs to read a large table is to be given its memory page by page.
std::pmr::memory_resource& huge_pages();
/// The same for memory that somebody has taken, and not yet written. A hint: the system may refuse.
void ask_for_huge_pages(void* memory, std::size_t bytes);

/// Resizes a matrix whose old values nobody needs.
template <class T>
void resize_large(Matrix<T>& matrix, Index rows, Index columns) {
  matrix.resize(rows, columns);
  ask_for_huge_pages(matrix.data(), static_cast<std::size_t>(matrix.size()) * sizeof(T));
}
/// The same, with that value everywhere.
template <class T>
void assign_large(Matrix<T>& matrix, Index rows, Index columns, T value) {
  resize_large(matrix, rows, columns);
  matrix.fill(value);
}

}  // namespace tijian::base
