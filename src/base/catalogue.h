#pragma once
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "tijian/diagnostic.h"

namespace tijian::base {

/// A message in both languages. `{name}` in a template stands for an argument of that name; one
/// that is not given is a fault of ours: make_diagnostic throws std::logic_error.
struct Message {
  std::string_view code;
  Severity severity;
  std::string_view en, zh;
  std::string_view expected_en = {}, expected_zh = {};
  std::string_view hint_en = {}, hint_zh = {};
};

extern const std::span<const Message> yaml_messages, framework_messages, data_messages,
    binding_messages, numbers_messages, method_messages;

/// All messages there are, by code.
std::span<const Message> catalogue();

struct Argument {
  std::string_view name;
  Text value;
};

/// A diagnostic of that code with its templates filled. An unknown code is a fault of ours: throws
/// std::logic_error.
Diagnostic make_diagnostic(std::string_view code, Citation where, std::span<const Argument>,
                           std::string in = {});
inline Diagnostic make_diagnostic(std::string_view code, Citation where,
                                  std::initializer_list<Argument> arguments = {},
                                  std::string in = {}) {
  return make_diagnostic(code, std::move(where),
                         std::span<const Argument>(arguments.begin(), arguments.size()),
                         std::move(in));
}

/// The name nearest to `found` by edits, or empty where none is near.
std::string nearest(std::string_view found, std::span<const std::string> names);

/// "did you mean 'near'?", or nothing where nothing is near.
Text did_you_mean(std::string_view near);
Text did_you_mean(std::string_view found, std::span<const std::string> names);

/// Makes that the hint, where one of the names is near.
void suggest(Diagnostic&, std::string_view found, std::span<const std::string> names);

/// Ten at most of the names, and how many more there are.
Text some_of(std::span<const Text> names);
Text some_of(std::span<const std::string> names);

/// "a, b, c" for messages.
std::string joined(std::span<const std::string> names, std::string_view separator = ", ");

}  // namespace tijian::base
