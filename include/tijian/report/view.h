#pragma once
#include "tijian/report/language.h"

namespace tijian::report {

/// How a text is shown.
struct View {
  Language say;
  int width = 80;       ///< columns of the terminal
  bool colour = false;  ///< with the terminal's codes
};

}  // namespace tijian::report
