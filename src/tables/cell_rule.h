#pragma once
#include <string>

namespace tijian::tables {

/// What a cell takes. Texts are cut to what the format has room for.
struct CellRule {
  std::string formula;       ///< of the cell: true of what it takes; an empty cell it always takes
  std::string title;         ///< of both texts
  std::string prompt;        ///< shown to who is about to fill it in
  std::string refusal;       ///< shown to who entered something else
  bool may_be_kept = false;  ///< what was entered all the same
};

}  // namespace tijian::tables
