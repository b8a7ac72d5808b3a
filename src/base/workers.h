#pragma once
#include <algorithm>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace tijian::base {

/// How many threads to start for so many pieces of work; 0 asked: one a core.
inline int workers_for(int asked, std::size_t pieces) {
  const int cores = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  return static_cast<int>(
      std::min<std::size_t>(asked > 0 ? asked : cores, std::max<std::size_t>(1, pieces)));
}

/// Runs `work` in so many threads, this one among them, and waits for all. The first exception is
/// thrown on.
template <class Work>
void run_workers(int threads, const Work& work) {
  std::exception_ptr failure;
  std::mutex mutex;
  const auto guarded = [&] {
    try {
      work();
    } catch (...) {
      const std::lock_guard lock(mutex);
      if (!failure) failure = std::current_exception();
    }
  };
  std::vector<std::jthread> others;
  for (int i = 1; i < threads; ++i) others.emplace_back(guarded);
  guarded();
  others.clear();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace tijian::base
