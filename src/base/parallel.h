#pragma once
#include <cstddef>
#include <functional>

namespace tijian::base {

/// How many threads `wanted` means: 0 is one a core.
int thread_count(int wanted);

/// Calls work(0) .. work(count - 1), each once, on up to `threads` threads (0: one a core). Which
/// thread does what is left open, so the calls must not depend on each other. An exception of one
/// is thrown again here.
void parallel_for(std::size_t count, int threads, const std::function<void(std::size_t)>& work);

}  // namespace tijian::base
