#include "program.h"

int main(int count, char** arguments) {
  tijian::cli::Terminal terminal = tijian::cli::terminal_of_process();
  return tijian::cli::run_program({arguments + 1, arguments + count}, terminal);
}
