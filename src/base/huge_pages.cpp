#include "base/huge_pages.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstdint>
#include <new>

namespace tijian::base {
namespace {

constexpr std::uintptr_t huge_page = std::uintptr_t{2} << 20;

class HugePages : public std::pmr::memory_resource {
  static std::align_val_t aligned(std::size_t bytes, std::size_t alignment) {
    return std::align_val_t{bytes < huge_page ? alignment : std::max(alignment, huge_page)};
  }
  void* do_allocate(std::size_t bytes, std::size_t alignment) override {
    void* const memory = ::operator new(bytes, aligned(bytes, alignment));
    ask_for_huge_pages(memory, bytes);
    return memory;
  }
  void do_deallocate(void* memory, std::size_t bytes, std::size_t alignment) override {
    ::operator delete(memory, aligned(bytes, alignment));
  }
  bool do_is_equal(const memory_resource& other) const noexcept override { return this == &other; }
};

}  // namespace

void ask_for_huge_pages([[maybe_unused]] void* memory, [[maybe_unused]] std::size_t bytes) {
#if defined(MADV_HUGEPAGE)
  const std::uintptr_t whole = huge_page - 1;
  const auto address = reinterpret_cast<std::uintptr_t>(memory);
  const std::uintptr_t begin = (address + whole) & ~whole, end = (address + bytes) & ~whole;
  if (begin < end)
    ::madvise(static_cast<char*>(memory) + (begin - address), end - begin, MADV_HUGEPAGE);
#endif
}

std::pmr::memory_resource& huge_pages() {
  static HugePages resource;
  return resource;
}

}  // namespace tijian::base
