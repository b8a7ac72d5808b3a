#pragma once
#include <memory>
#include <span>
#include <string>

#include "tijian/report/view.h"
#include "tijian/run.h"

namespace tijian::report {

/// The place and period of a row, to read: first what the verdicts are, then every indicator with
/// its value, the one before, unit, verdict and score under its category, categories with coverage,
/// rank and score, the index last. UsageError where the card has no such row.
std::string place_table(const Run&, Index row, const View&);

/// The places of a period, to read: rank, place, how many limits are breached and standards not
/// met, the index and the categories' scores; peers together, the best place first.
std::string ranking_table(const Run&, const Period&, const View&);

/// scores.csv: one line a (place, period, node), nodes from the index down. Takes a scorecard whole
/// or in successive blocks of rows; the file is there once it is closed. InputError (C390) where it
/// cannot be written.
class ScoresWriter {
 public:
  /// 0 threads: all cores. The bytes do not depend on it.
  explicit ScoresWriter(const std::string& path, Language titles = {}, int threads = 0);
  ScoresWriter(ScoresWriter&&) noexcept;
  ScoresWriter& operator=(ScoresWriter&&) noexcept;
  ~ScoresWriter();
  void write(const Scorecard&);
  /// Those rows of it.
  void write(const Scorecard&, std::span<const Index> rows);
  void close();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The scores as text, for small scorecards.
std::string scores_csv(const Scorecard&, Language titles = {});

/// The same for programs: one object a line of scores.csv of those rows, absent where empty.
std::string to_json(const Scorecard&, std::span<const Index> rows, Language titles = {});

}  // namespace tijian::report
