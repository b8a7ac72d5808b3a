#pragma once
#include <cstdint>

#include "tijian/matrix.h"
#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace tijian::model {

/// Asks for large pages under memory that is about to be filled for the first time: of small ones,
/// the faults alone take longer than scores do. A hint, and nothing on other systems.
inline void prefer_large_pages([[maybe_unused]] void* begin, [[maybe_unused]] std::size_t bytes) {
#if defined(__linux__)
  constexpr std::uintptr_t small_page = 4096, large_page = std::uintptr_t{1} << 21;
  const auto first = (reinterpret_cast<std::uintptr_t>(begin) + small_page - 1) & ~(small_page - 1);
  const auto end = (reinterpret_cast<std::uintptr_t>(begin) + bytes) & ~(small_page - 1);
  if (end > first && end - first >= large_page)
    madvise(reinterpret_cast<void*>(first), end - first, MADV_HUGEPAGE);
#endif
}

/// Resizes a matrix whose old values nobody needs.
template <class T>
void resize_large(Matrix<T>& matrix, Index rows, Index columns) {
  matrix.resize(rows, columns);
  prefer_large_pages(matrix.data(), static_cast<std::size_t>(matrix.size()) * sizeof(T));
}

}  // namespace tijian::model
