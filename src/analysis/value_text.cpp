#include "analysis/value_text.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

namespace tijian::analysis {
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

std::optional<double> read_share(const Value& value) {
  if (const double* number = value.number()) return *number;
  const std::string* text = value.text();
  if (!text || !text->ends_with('%')) return {};
  const char* end = text->data() + text->size() - 1;
  double percent = 0;
  const auto read = std::from_chars(text->data(), end, percent);
  if (read.ec != std::errc{} || read.ptr != end || !std::isfinite(percent)) return {};
  return percent / 100;
}

}  // namespace tijian::analysis
