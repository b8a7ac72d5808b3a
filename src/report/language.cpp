#include "tijian/report/language.h"

#include <fmt/args.h>
#include <fmt/format.h>

namespace tijian::report {

std::string Language::filled(std::string_view pattern,
                             std::initializer_list<std::string> arguments) {
  if (arguments.size() == 0) return std::string(pattern);
  fmt::dynamic_format_arg_store<fmt::format_context> store;
  for (const std::string& argument : arguments) store.push_back(std::cref(argument));
  return fmt::vformat(pattern, store);
}

}  // namespace tijian::report
