#pragma once
#include <CLI/CLI.hpp>
#include <functional>
#include <span>
#include <string>

#include "session.h"

namespace tijian::cli {

/// One command of the program. `declare` adds its options to the parser and returns what runs once
/// they are read; the exit code is the result.
struct Command {
  using Action = std::function<int(Session&)>;
  std::string name;
  Text about;
  std::function<Action(CLI::App&, report::Language)> declare;
};

/// All commands, in the order of the help.
std::span<const Command> commands();

}  // namespace tijian::cli
