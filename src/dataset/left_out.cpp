#include "dataset/left_out.h"

#include <algorithm>

#include "base/catalogue.h"
#include "base/spelling.h"

namespace tijian::dataset {

LeftOutPlaces::LeftOutPlaces(const LeftOut& left_out) {
  for (const std::string& name : left_out.places) names_.emplace(base::name_key(name), name);
}

const std::string* LeftOutPlaces::find(std::string_view name) const {
  if (names_.empty()) return nullptr;
  const auto found = names_.find(base::name_key(name));
  return found == names_.end() ? nullptr : &found->second;
}

std::vector<std::string> LeftOutPlaces::unused(const std::set<std::string>& met) const {
  std::vector<std::string> unused;
  for (const auto& [key, name] : names_)
    if (!met.contains(name)) unused.push_back(name);
  return unused;
}

LeftOutRows::LeftOutRows(const DataFile& file, Faults& faults)
    : place_cell_(file.header.cell(Role::place)), places_(file.source.leave_out) {
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

bool LeftOutRows::place(std::string_view name) {
  const std::string* const found = places_.find(name);
  if (found) met_.insert(*found);
  return found != nullptr;
}

bool LeftOutRows::operator()(std::span<const std::string_view> cells) {
  if (place_cell_ >= 0 && place(cells[place_cell_])) return true;
  return std::ranges::any_of(
      where_, [&](const auto& one) { return base::trimmed(cells[one.first]) == one.second; });
}

}  // namespace tijian::dataset
