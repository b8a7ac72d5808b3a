#pragma once
#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>

#include "tijian/text.h"

namespace tijian::report {

/// The language that results are worded in: `say("{} places", "{} 个地区", n)` is the one that
/// applies.
struct Language {
  bool chinese = false;

  std::string_view code() const { return chinese ? "zh" : "en"; }
  const std::string& operator()(const Text& text) const { return text.in(code()); }
  /// `{}` stands for the next of the arguments, `{1}` for the second: texts and whole numbers.
  template <class... Arguments>
  std::string operator()(std::string_view en, std::string_view zh,
                         const Arguments&... arguments) const {
    return filled(chinese ? zh : en, {as_text(arguments)...});
  }

 private:
  static std::string as_text(std::string_view text) { return std::string(text); }
  static std::string as_text(std::integral auto number) { return std::to_string(number); }
  static std::string filled(std::string_view pattern, std::initializer_list<std::string> arguments);
};

}  // namespace tijian::report
