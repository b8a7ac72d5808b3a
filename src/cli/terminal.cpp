#include "terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <string_view>

namespace tijian::cli {
namespace {

constexpr int least_width = 20;

int columns() {
  winsize size{};
  if (::isatty(STDOUT_FILENO) && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 &&
      size.ws_col >= least_width)
    return size.ws_col;
  if (const char* set = std::getenv("COLUMNS"))
    if (const int width = std::atoi(set); width >= least_width) return width;
  return 80;
}

bool is_set(const char* text) { return text && *text; }

}  // namespace

bool asks_for_chinese(const char* lc_all, const char* lc_messages, const char* lang) {
  const char* locale = is_set(lc_all) ? lc_all : is_set(lc_messages) ? lc_messages : lang;
  return is_set(locale) && std::string_view(locale).starts_with("zh");
}

Terminal terminal_of_process() {
  Terminal terminal{std::cout, std::cerr};
  terminal.width = columns();
  terminal.colour = ::isatty(STDOUT_FILENO) && !is_set(std::getenv("NO_COLOR"));
  terminal.progress = ::isatty(STDERR_FILENO);
  terminal.chinese =
      asks_for_chinese(std::getenv("LC_ALL"), std::getenv("LC_MESSAGES"), std::getenv("LANG"));
  return terminal;
}

}  // namespace tijian::cli
