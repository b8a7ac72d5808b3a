#include "framework/short_title.h"

#include <algorithm>

#include "yaml/text.h"

namespace tijian::framework {
namespace {

using yaml::Node;
using yaml::Reading;

constexpr auto most_characters = 12, most_letters = 28;

auto characters(std::string_view text) {
  return std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; });
}

/// Ideographs are three bytes each and twice as wide as letters.
bool is_wide(std::string_view text) {
  return static_cast<long>(text.size()) > 2 * characters(text);
}

bool fits(const Node& node, Reading& reading, const Text& text) {
  bool good = true;
  for (const auto& [language, words] : text.by_language()) {
    const long most = is_wide(words) ? most_characters : most_letters;
    if (characters(words) <= most) continue;
    reading.report("F274", node,
                   {{"found", words},
                    {"count", std::to_string(characters(words))},
                    {"most", std::to_string(most)}});
    good = false;
  }
  return good;
}

}  // namespace

yaml::Shape<Text> short_title() { return yaml::checked(yaml::localized(), fits); }

}  // namespace tijian::framework
