#pragma once

namespace tijian {

/// How a stage runs. The numbers do not depend on it.
struct Execution {
  int threads = 0;      ///< at most so many at a time; 0: all cores
  bool strict = false;  ///< implausible values are errors, not warnings
};

}  // namespace tijian
