#pragma once
#include <string_view>

namespace tijian::yaml {

/// Where a line begins, counted from 1; the end where there are not so many.
inline std::size_t line_start(std::string_view source, int line) {
  std::size_t start = 0;
  for (; line > 1; --line) {
    const auto end = source.find('\n', start);
    if (end == source.npos) return source.size();
    start = end + 1;
  }
  return start;
}

/// The line that begins there, without its end.
inline std::string_view line_at(std::string_view source, std::size_t start) {
  std::string_view line = source.substr(start, source.find('\n', start) - start);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace tijian::yaml
