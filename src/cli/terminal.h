#pragma once
#include <ostream>
#include <string>

namespace tijian::cli {

/// Where the program writes, and what it may do there.
struct Terminal {
  std::ostream& out;
  std::ostream& err;
  int width = 80;         ///< columns of standard output
  bool colour = false;    ///< standard output is a terminal and NO_COLOR is not set
  bool progress = false;  ///< standard error is a terminal
  bool chinese = false;   ///< the language of the locale
};

/// The one that the program was started from.
Terminal terminal_of_process();

/// Whether a locale asks for Chinese, by LC_ALL, LC_MESSAGES, LANG, the first that is set.
bool asks_for_chinese(const char* lc_all, const char* lc_messages, const char* lang);

}  // namespace tijian::cli
