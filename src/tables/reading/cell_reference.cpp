#include "tables/reading/cell_reference.h"

#include <charconv>

namespace tijian::tables {

std::optional<int> positive_number(std::string_view text) {
  int number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, fault] = std::from_chars(text.data(), end, number);
  if (fault != std::errc() || stop != end || number < 1 || number > 1'000'000'000)
    return std::nullopt;
  return number;
}

std::optional<CellReference> cell_reference(std::string_view text) {
  constexpr std::size_t most_letters = 4;
  std::size_t letters = 0;
  int column = 0;
  for (; letters < text.size() && letters <= most_letters; ++letters) {
    const char c = text[letters];
    const int letter = c >= 'A' && c <= 'Z' ? c - 'A' : c >= 'a' && c <= 'z' ? c - 'a' : -1;
    if (letter < 0) break;
    column = 26 * column + letter + 1;
  }
  if (letters == 0 || letters > most_letters) return std::nullopt;
  const auto row = positive_number(text.substr(letters));
  if (!row) return std::nullopt;
  return CellReference{*row, column};
}

}  // namespace tijian::tables
