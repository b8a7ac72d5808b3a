#include "base/threads.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace tijian::base {
namespace {

std::atomic<long> started{0};

std::size_t thread_count(int wanted) {
  return wanted > 0 ? static_cast<std::size_t>(wanted)
                    : std::max(1u, std::thread::hardware_concurrency());
}

}  // namespace

void run_workers(int threads, std::size_t pieces, const std::function<void()>& work) {
  std::exception_ptr fault;
  std::mutex mutex;
  const auto guarded = [&] {
    try {
      work();
    } catch (...) {
      const std::lock_guard lock(mutex);
      if (!fault) fault = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> others;  // joined at the end of the block
    for (std::size_t i = 1; i < std::min(thread_count(threads), pieces); ++i) {
      others.emplace_back(guarded);
      ++started;
    }
    guarded();
  }
  if (fault) std::rethrow_exception(fault);
}

void parallel_for(std::size_t count, int threads, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next{0};
  run_workers(threads, count, [&] {
    try {
      for (std::size_t i; (i = next++) < count;) work(i);
    } catch (...) {
      next = count;  // nobody begins another
      throw;
    }
  });
}

long threads_started() { return started; }

}  // namespace tijian::base
