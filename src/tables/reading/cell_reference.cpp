#include "tables/reading/cell_reference.h"

namespace tijian::tables {

std::optional<int> positive_number(std::string_view text) {
  constexpr long most = 1'000'000'000;
  long number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9' || number > most) return std::nullopt;
    number = 10 * number + (c - '0');
  }
  if (number < 1 || number > most) return std::nullopt;
  return static_cast<int>(number);
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
