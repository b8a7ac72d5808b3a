#pragma once

namespace tijian {

/// How a stage runs. The result does not depend on it.
struct Execution {
  int threads = 0;  ///< at most so many at a time; 0: all cores
};

}  // namespace tijian
