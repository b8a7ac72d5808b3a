#include "dataset/part_names.h"

#include <set>

#include "dataset/rows.h"
#include "tijian/place.h"

namespace tijian::dataset {

RowFinder::RowFinder(const Rows& rows) {
  for (std::size_t place = 0; place < rows.places.size(); ++place)
    number_.emplace(rows.places[place], static_cast<std::int32_t>(place));
  for (Index row = 0; row < rows.size(); ++row)
    row_of_[row_key(rows.place[row], rows.period[row])] = row;
}

Index RowFinder::find(std::string_view place, const Period& period) const {
  const auto number = number_.find(std::string(place));
  if (number == number_.end()) return -1;
  const auto row = row_of_.find(row_key(number->second, period));
  return row == row_of_.end() ? -1 : row->second;
}

void RowFinder::add(const Rows& rows) {
  const Index row = rows.size() - 1;
  number_.emplace(rows.place_of(row), rows.place[row]);
  row_of_[row_key(rows.place[row], rows.period[row])] = row;
}

PartNames::PartNames(const Framework& framework, const Rows& rows) {
  std::map<std::string, std::set<std::string>, std::less<>> listed, found;
  for (const Place& place : framework.places)
    if (!place.parent.empty()) listed[place.parent].insert(place.name);
  const Attribute* parent = rows.attribute(parent_attribute);
  std::set<std::pair<std::int32_t, std::int32_t>> seen;
  for (Index row = 0; parent && row < rows.size(); ++row)
    if (!parent->at(row).empty() && seen.emplace(rows.place[row], parent->of_row[row]).second)
      found[std::string(parent->at(row))].insert(rows.place_of(row));
  found.merge(std::map<std::string, std::set<std::string>, std::less<>>(listed));
  for (auto& [place, parts] : found) {
    const auto known = listed.find(place);
    const auto& names = known == listed.end() ? parts : known->second;
    below_[place].assign(names.begin(), names.end());
  }
}

const std::vector<std::string>& PartNames::of(std::string_view place) const {
  static const std::vector<std::string> none;
  const auto found = below_.find(place);
  return found == below_.end() ? none : found->second;
}

std::vector<std::string> PartNames::absent(std::string_view place, const Period& period,
                                           const RowFinder& rows, const Attribute& parent) const {
  std::vector<std::string> names;
  for (const std::string& part : of(place)) {
    const Index row = rows.find(part, period);
    if (row < 0 || parent.at(row).empty()) names.push_back(part);
  }
  return names;
}

}  // namespace tijian::dataset
