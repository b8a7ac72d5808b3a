#include "cli/program.h"

int main(int count, char** arguments) {
  tijian::Terminal terminal = tijian::terminal_of_process();
  return tijian::run_program({arguments + 1, arguments + count}, terminal);
}
