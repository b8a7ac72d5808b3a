#pragma once
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "tijian/diagnostic.h"

namespace tijian::report {

/// What stands for `{name}` in a message.
struct MessageArgument {
  std::string_view name;
  Text value;
};

/// A message of the catalogue in both languages, such as B493, for a program's own refusals. Throws
/// std::logic_error where there is none of that code.
Diagnostic message(std::string_view code, std::initializer_list<MessageArgument> arguments = {},
                   std::string in = {}, Citation where = {});

/// `did you mean 'x'?` of the name that is nearest by edits; empty where none is near.
Text did_you_mean(std::string_view found, std::span<const std::string> names);

/// Ten at most of the names, and how many more there are.
Text some_of(std::span<const std::string> names);

/// `a, b, c`
std::string joined(std::span<const std::string> names, std::string_view separator = ", ");

}  // namespace tijian::report
