#pragma once
#include <memory_resource>

namespace tijian::base {

/// Memory that asks the system for large pages where much is taken at once: on some machines half
/// of what it costs to read a large table is to be given its memory page by page.
std::pmr::memory_resource& huge_pages();

}  // namespace tijian::base
