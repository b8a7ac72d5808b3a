#pragma once
#include <string>

#include "base/output_file.h"
#include "tijian/scorecard.h"

namespace tijian::report {

/// scores.csv: one line a (place, period, node), nodes from the index down. Takes a scorecard whole
/// or in successive blocks of rows; the file is there once it is closed.
class ScoresWriter {
 public:
  /// 0 threads: all cores. The bytes do not depend on it.
  explicit ScoresWriter(const std::string& path, int threads = 0);
  void write(const Scorecard&);
  void close();

 private:
  base::OutputFile file_;
  int threads_;
};

/// The scores as text, for small scorecards and tests.
std::string scores_csv(const Scorecard&);

}  // namespace tijian::report
