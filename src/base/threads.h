#pragma once
#include <cstddef>
#include <functional>

namespace tijian::base {

/// Runs `work` in up to `threads` threads (0: one a core), this one among them, no more than there
/// are pieces of work, and waits for all. The first exception is thrown again here.
void run_workers(int threads, std::size_t pieces, const std::function<void()>& work);

/// Calls work(0) .. work(count - 1), each once, on up to `threads` threads (0: one a core). Which
/// thread does what is left open, so the calls must not depend on each other. An exception of one
/// is thrown again here.
void parallel_for(std::size_t count, int threads, const std::function<void(std::size_t)>& work);

/// How many threads this process has started here: all that it ever starts.
long threads_started();

}  // namespace tijian::base
