#pragma once
#include <memory>
#include <string>

#include "tijian/report/view.h"
#include "tijian/run.h"

namespace tijian::report {

/// One place, to read: first what the verdicts are, then every indicator with value, unit, verdict
/// and score under its category, categories with coverage and score, the index last. The run must
/// have one place.
std::string place_table(const Run&, const View&);

/// Many places, to read: rank, place, how many limits are breached and standards not met, the index
/// and the categories' scores, the best place first.
std::string ranking_table(const Run&, const View&);

/// scores.csv: one line a (place, period, node), nodes from the index down. Takes a scorecard whole
/// or in successive blocks of rows; the file is there once it is closed. InputError (C390) where it
/// cannot be written.
class ScoresWriter {
 public:
  /// 0 threads: all cores. The bytes do not depend on it.
  explicit ScoresWriter(const std::string& path, int threads = 0);
  ScoresWriter(ScoresWriter&&) noexcept;
  ScoresWriter& operator=(ScoresWriter&&) noexcept;
  ~ScoresWriter();
  void write(const Scorecard&);
  void close();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The scores as text, for small scorecards.
std::string scores_csv(const Scorecard&);

/// The same for programs: one object a line of scores.csv, absent where empty.
std::string to_json(const Scorecard&);

}  // namespace tijian::report
