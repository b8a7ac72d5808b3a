#pragma once
#include <optional>
#include <string_view>

namespace tijian::tables {

/// Row and column, from 1.
struct CellReference {
  int row = 0, column = 0;
};

/// B7; nothing where the text is no reference.
std::optional<CellReference> cell_reference(std::string_view text);

/// A whole number from 1 to 1e9; nothing where the text is none.
std::optional<int> positive_number(std::string_view text);

}  // namespace tijian::tables
