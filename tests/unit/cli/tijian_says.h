#pragma once
#include <sstream>
#include <string>
#include <vector>

#include "cli/program.h"

namespace tijian_tests {

struct Said {
  int exit;
  std::string out, err;
};

/// Runs the program in this process, as from a pipe.
inline Said tijian_says(const std::vector<std::string>& arguments, bool chinese = false) {
  std::ostringstream out, err;
  tijian::cli::Terminal terminal{out, err};
  terminal.chinese = chinese;
  const int exit = tijian::cli::run_program(arguments, terminal);
  return {exit, out.str(), err.str()};
}

}  // namespace tijian_tests
