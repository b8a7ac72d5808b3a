#pragma once
#include <map>
#include <string>
#include <string_view>

namespace tijian {

/// A text in several languages, keyed by language code ("zh", "en", ...).
class Text {
 public:
  Text() = default;
  /// The same text in every language: an identifier, a number, a file name.
  Text(std::string neutral) : by_language_{{"", std::move(neutral)}} {}
  Text(const char* neutral) : Text(std::string(neutral)) {}
  /// English, then Chinese.
  Text(std::string en, std::string zh)
      : by_language_{{"en", std::move(en)}, {"zh", std::move(zh)}} {}
  explicit Text(std::map<std::string, std::string> by_language)
      : by_language_(std::move(by_language)) {}

  /// The text in `language`; else in English; else in any language; else empty.
  const std::string& in(std::string_view language) const;
  const std::map<std::string, std::string>& by_language() const { return by_language_; }
  bool empty() const { return by_language_.empty(); }
  bool operator==(const Text&) const = default;

 private:
  std::map<std::string, std::string> by_language_;
};

}  // namespace tijian
