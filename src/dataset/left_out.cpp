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
    const std::string& column = entry.first;
    const auto& cells = file.header.cells;
    const auto found = std::ranges::find_if(cells, [&](const HeaderCell& cell) {
      return base::folded(cell.name) == base::folded(column);
    });
    if (found != cells.end()) {
      for (const std::string& text : entry.second)
        where_.push_back(
            {static_cast<int>(found - cells.begin()), std::string(base::trimmed(text)), column});
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

std::vector<std::string> LeftOutRows::unused() const {
  std::vector<std::string> names = places_.unused(met_);
  for (const Where& one : where_)
    if (!one.met) names.push_back(one.column + ": " + one.text);
  return names;
}

bool LeftOutRows::operator()(std::span<const std::string_view> cells) {
  if (place_cell_ >= 0 && place(cells[place_cell_])) return true;
  const auto says = std::ranges::find_if(
      where_, [&](const Where& one) { return base::trimmed(cells[one.cell]) == one.text; });
  if (says == where_.end()) return false;
  says->met = true;
  return true;
}

}  // namespace tijian::dataset
