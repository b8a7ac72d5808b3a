#include <vector>

#include "command.h"

namespace tijian::cli {

Command check_command();
Command propose_command();
Command score_command();
Command explain_command();
Command robustness_command();
Command compare_command();
Command diagnose_command();
Command report_command();
Command audit_command();
Command apportion_command();
Command prescribe_command();
Command template_command();
Command dictionary_command();
Command methods_command();

std::span<const Command> commands() {
  static const std::vector<Command> all{
      check_command(),      propose_command(),   score_command(),      diagnose_command(),
      report_command(),     explain_command(),   robustness_command(), compare_command(),
      audit_command(),      prescribe_command(), apportion_command(),  template_command(),
      dictionary_command(), methods_command()};
  return all;
}

}  // namespace tijian::cli
