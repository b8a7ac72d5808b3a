#include "dataset/left_out.h"

#include <algorithm>

#include "base/spelling.h"

namespace tijian::dataset {

LeftOutRows::LeftOutRows(const DataFile& file) : place_cell_(file.header.cell(Role::place)) {
  for (const std::string& name : file.source.leave_out.places) places_.insert(base::name_key(name));
  for (const auto& [column, text] : file.source.leave_out.where)
    for (int i = 0; i < std::ssize(file.header.cells); ++i)
      if (base::folded(file.header.cells[i].name) == base::folded(column))
        where_.emplace_back(i, base::trimmed(text));
}

bool LeftOutRows::place(std::string_view name) const {
  return !places_.empty() && places_.contains(base::name_key(name));
}

bool LeftOutRows::operator()(std::span<const std::string_view> cells) const {
  if (place_cell_ >= 0 && place(cells[place_cell_])) return true;
  return std::ranges::any_of(
      where_, [&](const auto& one) { return base::trimmed(cells[one.first]) == one.second; });
}

}  // namespace tijian::dataset
