#pragma once
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <ostream>
#include <string>
#include <thread>

namespace tijian::cli {

/// One line that says what is being done: `[####······] 40 %  writing  3 s`. Without a known share
/// there is no bar.
std::string progress_line(const std::string& what, double share, int seconds, int width);

/// Shows what is being done on work of over a second, on a terminal; elsewhere it does nothing.
class Progress {
 public:
  Progress(std::ostream& err, bool terminal, int width);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// A new stage; its share is not known.
  void stage(std::string what);
  /// How much of the stage is done, 0..1.
  void share(double done);

 private:
  void draw_until_stopped();

  std::ostream& err_;
  int width_;
  std::mutex mutex_;
  std::condition_variable stop_;
  bool stopped_ = false;
  std::string what_;
  double share_ = -1;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::thread thread_;
};

}  // namespace tijian::cli
