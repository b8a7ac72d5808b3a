#include "progress.h"

#include "tijian/report/layout.h"

namespace tijian::cli {
namespace {

using namespace std::chrono_literals;
constexpr int bar_width = 20;

std::string bar(double share) {
  const int done = static_cast<int>(share * bar_width);
  std::string out = "[";
  for (int i = 0; i < bar_width; ++i) out += i < done ? "#" : ".";
  return out + "] " + report::pad_left(report::percent(share), 5) + "  ";
}

}  // namespace

std::string progress_line(const std::string& what, double share, int seconds, int width) {
  return report::cut((share >= 0 ? bar(share) : "") + what + "  " + std::to_string(seconds) + " s",
                     width - 1);
}

Progress::Progress(std::ostream& err, bool terminal, int width) : err_(err), width_(width) {
  if (terminal) thread_ = std::thread([this] { draw_until_stopped(); });
}

Progress::~Progress() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  stop_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Progress::stage(std::string what) {
  const std::lock_guard lock(mutex_);
  what_ = std::move(what);
  share_ = -1;
}

void Progress::share(double done) {
  const std::lock_guard lock(mutex_);
  share_ = done;
}

void Progress::draw_until_stopped() {
  std::unique_lock lock(mutex_);
  bool drawn = false;
  for (auto wait = 1000ms; !stop_.wait_for(lock, wait, [this] { return stopped_; }); wait = 200ms) {
    const auto seconds =
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - start_);
    err_ << "\r\033[K" << progress_line(what_, share_, static_cast<int>(seconds.count()), width_)
         << std::flush;
    drawn = true;
  }
  if (drawn) err_ << "\r\033[K" << std::flush;
}

}  // namespace tijian::cli
