#include "tijian/report/message.h"

#include <vector>

#include "base/catalogue.h"

namespace tijian::report {

Diagnostic message(std::string_view code, std::initializer_list<MessageArgument> arguments,
                   std::string in, Citation where) {
  std::vector<base::Argument> all;
  for (const MessageArgument& argument : arguments) all.push_back({argument.name, argument.value});
  return base::make_diagnostic(code, std::move(where), std::span<const base::Argument>(all),
                               std::move(in));
}

Text did_you_mean(std::string_view found, std::span<const std::string> names) {
  return base::did_you_mean(found, names);
}

Text some_of(std::span<const std::string> names) { return base::some_of(names); }

std::string joined(std::span<const std::string> names, std::string_view separator) {
  return base::joined(names, separator);
}

}  // namespace tijian::report
