#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tijian/diagnostic.h"
#include "tijian/report/language.h"

namespace tijian::report {

/// A JSON object put together member by member. JSON texts here are indented by one blank a level,
/// without a line end after the last line; what is no UTF-8 is replaced by U+FFFD.
class JsonObject {
 public:
  JsonObject& add(std::string_view key, std::string_view text);
  JsonObject& add(std::string_view key, const char* text) {
    return add(key, std::string_view(text));
  }
  JsonObject& add(std::string_view key, const std::vector<std::string>& texts);
  JsonObject& add(std::string_view key, int number);
  /// What a `to_json` made, or another object's text.
  JsonObject& add_json(std::string_view key, std::string json);
  std::string text() const;

 private:
  std::vector<std::pair<std::string, std::string>> members_;  ///< keys as JSON, and values
};

/// An array of objects: code, severity, where, message, ...
std::string to_json(const std::vector<Diagnostic>&, Language);

}  // namespace tijian::report
