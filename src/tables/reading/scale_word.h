#pragma once
#include <algorithm>
#include <array>
#include <string_view>

namespace tijian::tables {

/// Whether what a format writes behind a number says that it counts more than ones: 万人
inline bool says_scale(std::string_view behind) {
  constexpr std::array<std::string_view, 4> words{"百", "千", "万", "亿"};
  const std::string_view text =
      behind.substr(std::min(behind.find_first_not_of(' '), behind.size()));
  return std::ranges::any_of(words, [&](std::string_view word) { return text.starts_with(word); });
}

}  // namespace tijian::tables
