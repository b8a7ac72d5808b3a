#include "dataset/title_lines.h"

#include <algorithm>
#include <array>

#include "base/spelling.h"

namespace tijian::dataset {
namespace {

/// What follows one of the words and a colon; empty where none of them stands in front.
template <std::size_t count>
std::string behind(const std::array<std::string_view, count>& words, std::string_view text) {
  const std::string plain = base::half_width(text);
  const std::size_t colon = plain.find(':');
  if (colon == plain.npos) return {};
  const std::string word = base::folded(std::string_view(plain).substr(0, colon));
  if (std::ranges::find(words, word) == words.end()) return {};
  return std::string(base::trimmed(std::string_view(plain).substr(colon + 1)));
}

/// What 单位：万人 gives, alone or in brackets behind a title.
std::string unit_in(std::string_view text) {
  const std::string plain = base::half_width(text);
  for (const std::string_view word : {"单位:", "Unit:", "unit:", "Units:", "units:"}) {
    const std::size_t at = plain.find(word);
    if (at == plain.npos) continue;
    const std::string_view rest = std::string_view(plain).substr(at + word.size());
    return std::string(base::trimmed(rest.substr(0, rest.find(')'))));
  }
  return {};
}

}  // namespace

void TitleLines::read(int line, const std::vector<std::string>& cells) {
  constexpr std::array<std::string_view, 2> subjects{"指标", "indicator"};
  for (const std::string& cell : cells) {
    if (std::string found = behind(subjects, cell); !found.empty()) {
      subject = std::move(found);
      subject_line = line;
    }
    if (std::string found = unit_in(cell); !found.empty()) {
      unit = std::move(found);
      unit_line = line;
    }
  }
}

}  // namespace tijian::dataset
