#pragma once
#include <string>
#include <vector>

#include "terminal.h"

namespace tijian::cli {

/// The whole program: `arguments` without its name. Returns the exit code.
int run_program(const std::vector<std::string>& arguments, Terminal&);

}  // namespace tijian::cli
