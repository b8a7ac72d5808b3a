#include "dataset/left_out.h"

#include <algorithm>

#include "base/catalogue.h"
#include "base/spelling.h"

namespace tijian::dataset {

LeftOutRows::LeftOutRows(const DataFile& file, Faults& faults)
    : place_cell_(file.header.cell(Role::place)) {
  for (const std::string& name : file.source.leave_out.places)
    places_.emplace(base::name_key(name), name);
  for (const auto& entry : file.source.leave_out.where) {
    const std::string &column = entry.first, &text = entry.second;
    const auto& cells = file.header.cells;
    const auto found = std::ranges::find_if(cells, [&](const HeaderCell& cell) {
      return base::folded(cell.name) == base::folded(column);
    });
    if (found != cells.end()) {
      where_.emplace_back(static_cast<int>(found - cells.begin()), base::trimmed(text));
      continue;
    }
    std::vector<std::string> names;
    for (const HeaderCell& cell : cells) names.push_back(cell.name);
    faults.add(base::make_diagnostic("C355", file.source.where,
                                     {{"name", column}, {"names", base::some_of(names)}}));
  }
}

bool LeftOutRows::place(std::string_view name) const {
  if (places_.empty()) return false;
  const auto found = places_.find(base::name_key(name));
  if (found != places_.end()) met_.insert(found->first);
  return found != places_.end();
}

std::vector<std::string> LeftOutRows::unused() const {
  std::vector<std::string> names;
  for (const auto& [key, name] : places_)
    if (!met_.contains(key)) names.push_back(name);
  return names;
}

bool LeftOutRows::operator()(std::span<const std::string_view> cells) const {
  if (place_cell_ >= 0 && place(cells[place_cell_])) return true;
  return std::ranges::any_of(
      where_, [&](const auto& one) { return base::trimmed(cells[one.first]) == one.second; });
}

}  // namespace tijian::dataset
