#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>

#include "base/output_file.h"
#include "base/threads.h"
#include "report/score_lines.h"
#include "tijian/report/scores.h"

namespace tijian::report {
namespace {

constexpr std::size_t part_size = 1 << 20;  ///< bytes formatted at once

/// Threads format parts of the rows, each waits for its turn to hand its part on.
class PartWriter {
 public:
  /// `rows`: null for all.
  PartWriter(const Scorecard& card, const std::span<const Index>* rows, Language titles,
             base::OutputFile& file)
      : lines_(card, titles),
        file_(file),
        chosen_(rows),
        rows_(rows ? std::ssize(*rows) : card.rows.size()),
        rows_a_part_(std::max<Eigen::Index>(
            1,
            static_cast<Eigen::Index>(part_size / std::max<std::size_t>(1, lines_.row_size())))) {}

  void run(int threads) {
    const Eigen::Index parts = (rows_ + rows_a_part_ - 1) / rows_a_part_;
    base::run_workers(threads, static_cast<std::size_t>(parts), [this] { work(); });
    if (fault_) std::rethrow_exception(fault_);
  }

 private:
  void work() {
    const auto buffer =
        std::make_unique<char[]>(static_cast<std::size_t>(rows_a_part_) * lines_.row_size());
    for (;;) {
      const Eigen::Index part = next_.fetch_add(1);
      const Eigen::Index begin = part * rows_a_part_;
      if (begin >= rows_) return;
      char* out = buffer.get();
      for (Eigen::Index row = begin; row < std::min(rows_, begin + rows_a_part_); ++row)
        out = lines_.write(out, chosen_ ? (*chosen_)[static_cast<std::size_t>(row)] : row);
      if (!hand_on(part, {buffer.get(), out})) return;
    }
  }

  /// Writes the part in its turn; false once there was a fault.
  bool hand_on(Eigen::Index part, std::string_view bytes) {
    std::unique_lock lock(mutex_);
    turn_changed_.wait(lock, [&] { return turn_ == part || fault_; });
    if (fault_) return false;
    lock.unlock();
    std::exception_ptr fault;
    try {
      file_.write(bytes);
    } catch (...) {
      fault = std::current_exception();
    }
    lock.lock();
    fault_ = fault;
    ++turn_;
    turn_changed_.notify_all();
    return !fault_;
  }

  ScoreLines lines_;
  base::OutputFile& file_;
  const std::span<const Index>* chosen_;
  Eigen::Index rows_;
  Eigen::Index rows_a_part_;
  std::atomic<Eigen::Index> next_{0};
  std::mutex mutex_;
  std::condition_variable turn_changed_;
  Eigen::Index turn_ = 0;
  std::exception_ptr fault_;
};

}  // namespace

struct ScoresWriter::State {
  base::OutputFile file;
  Language titles;
  int threads;
};

ScoresWriter::ScoresWriter(const std::string& path, Language titles, int threads)
    : state_(new State{base::OutputFile(path), titles, threads}) {
  state_->file.write(scores_header);
}
ScoresWriter::ScoresWriter(ScoresWriter&&) noexcept = default;
ScoresWriter& ScoresWriter::operator=(ScoresWriter&&) noexcept = default;
ScoresWriter::~ScoresWriter() = default;

void ScoresWriter::write(const Scorecard& card) {
  PartWriter(card, nullptr, state_->titles, state_->file).run(state_->threads);
}

void ScoresWriter::write(const Scorecard& card, std::span<const Index> rows) {
  PartWriter(card, &rows, state_->titles, state_->file).run(state_->threads);
}

void ScoresWriter::close() { state_->file.close(); }

std::string scores_csv(const Scorecard& card, Language titles) {
  const ScoreLines lines(card, titles);
  std::string out(scores_header);
  std::string buffer(lines.row_size(), '\0');
  for (Eigen::Index row = 0; row < card.rows.size(); ++row)
    out.append(buffer.data(), lines.write(buffer.data(), row));
  return out;
}

}  // namespace tijian::report
