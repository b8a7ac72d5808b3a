#include "base/huge_pages.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstddef>
#include <new>

namespace tijian::base {
namespace {

constexpr std::size_t huge_page = std::size_t{2} << 20;

class HugePages : public std::pmr::memory_resource {
  static std::align_val_t aligned(std::size_t bytes, std::size_t alignment) {
    return std::align_val_t{bytes < huge_page ? alignment : std::max(alignment, huge_page)};
  }
  void* do_allocate(std::size_t bytes, std::size_t alignment) override {
    void* const memory = ::operator new(bytes, aligned(bytes, alignment));
    if (bytes >= huge_page) ::madvise(memory, bytes, MADV_HUGEPAGE);  // it may refuse
    return memory;
  }
  void do_deallocate(void* memory, std::size_t bytes, std::size_t alignment) override {
    ::operator delete(memory, aligned(bytes, alignment));
  }
  bool do_is_equal(const memory_resource& other) const noexcept override { return this == &other; }
};

}  // namespace

std::pmr::memory_resource& huge_pages() {
  static HugePages resource;
  return resource;
}

}  // namespace tijian::base
