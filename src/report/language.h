#pragma once
#include <fmt/format.h>

#include <string>
#include <string_view>

#include "tijian/text.h"

namespace tijian::report {

/// The language that the program speaks: `say("{} places", "{} 个地区", n)` is the one that
/// applies.
struct Language {
  bool chinese = false;

  std::string_view code() const { return chinese ? "zh" : "en"; }
  const std::string& operator()(const Text& text) const { return text.in(code()); }
  template <class... Arguments>
  std::string operator()(std::string_view en, std::string_view zh,
                         const Arguments&... arguments) const {
    const std::string_view text = chinese ? zh : en;
    if constexpr (sizeof...(arguments) == 0)
      return std::string(text);
    else
      return fmt::vformat(text, fmt::make_format_args(arguments...));
  }
};

}  // namespace tijian::report
