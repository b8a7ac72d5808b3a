#include "base/value_text.h"

#include <fmt/format.h>

namespace tijian::base {
namespace {

struct Writer {
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(double value) const { return fmt::format("{}", value); }
  std::string operator()(const std::string& value) const { return value; }
  std::string operator()(const ValueList& values) const {
    std::string out;
    for (const Value& value : values) out += (out.empty() ? "" : ", ") + written(value);
    return '[' + out + ']';
  }
  std::string operator()(const ValueMap& values) const {
    std::string out;
    for (const auto& [key, value] : values)
      out += (out.empty() ? "" : ", ") + key + ": " + written(value);
    return '{' + out + '}';
  }
};

}  // namespace

std::string written(const Value& value) { return std::visit(Writer{}, value.data); }

std::string written(const Choice& choice) {
  return choice.parameters.empty() ? choice.name
                                   : choice.name + ' ' + written(Value{choice.parameters});
}

std::string text_of(const Choice& choice, const std::string& parameter) {
  const Value* value = choice.find(parameter);
  return value && value->text() ? *value->text() : std::string{};
}

}  // namespace tijian::base
