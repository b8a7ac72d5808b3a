#include "dataset/rows.h"

#include <algorithm>
#include <functional>

namespace tijian {

const Attribute* Rows::attribute(std::string_view name) const {
  const auto found = std::ranges::find(attributes, name, &Attribute::name);
  return found == attributes.end() ? nullptr : &*found;
}

Eigen::Index Rows::find(std::string_view name, const Period& when) const {
  const auto named = std::ranges::find(places, name);
  if (named == places.end()) return -1;
  const auto number = static_cast<std::int32_t>(named - places.begin());
  for (Eigen::Index row = 0; row < size(); ++row)
    if (place[row] == number && period[row] == when) return row;
  return -1;
}

}  // namespace tijian

namespace tijian::dataset {

std::int32_t NameTable::add(std::string_view name) {
  if (2 * (names_.size() + 1) > slots_.size()) grow();
  const std::size_t hash = std::hash<std::string_view>{}(name);
  std::size_t slot = hash & (slots_.size() - 1);
  for (; slots_[slot] >= 0; slot = (slot + 1) & (slots_.size() - 1))
    if (hashes_[slots_[slot]] == hash && names_[slots_[slot]] == name) return slots_[slot];
  slots_[slot] = static_cast<std::int32_t>(names_.size());
  names_.emplace_back(name);
  hashes_.push_back(hash);
  return slots_[slot];
}

void NameTable::grow() {
  slots_.assign(std::max<std::size_t>(64, 2 * slots_.size()), -1);
  for (std::size_t i = 0; i < hashes_.size(); ++i) {
    std::size_t slot = hashes_[i] & (slots_.size() - 1);
    while (slots_[slot] >= 0) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = static_cast<std::int32_t>(i);
  }
}

RowBuilder::RowBuilder(std::vector<std::string> attributes) : texts_(attributes.size()) {
  for (std::string& name : attributes) rows_.attributes.push_back({std::move(name), {}, {}});
}

int RowBuilder::add(std::int32_t place, const Period& period) {
  rows_.place.push_back(place);
  rows_.period.push_back(period);
  for (Attribute& attribute : rows_.attributes) attribute.of_row.push_back(-1);
  return size() - 1;
}

int RowBuilder::find_or_add(std::int32_t place, const Period& period) {
  const auto [found, fresh] = row_of_.try_emplace(row_key(place, period), size());
  return fresh ? add(place, period) : found->second;
}

void RowBuilder::set_attribute(int row, int attribute, std::string_view text) {
  if (!text.empty()) rows_.attributes[attribute].of_row[row] = texts_[attribute].add(text);
}

std::string_view RowBuilder::attribute(int row, int attribute) const {
  const std::int32_t text = rows_.attributes[attribute].of_row[row];
  return text < 0 ? std::string_view{} : std::string_view{texts_[attribute].names()[text]};
}

Rows RowBuilder::take() {
  rows_.places = places_.take();
  for (std::size_t i = 0; i < texts_.size(); ++i) rows_.attributes[i].values = texts_[i].take();
  return std::move(rows_);
}

std::uint64_t row_key(std::int32_t place, const Period& period) {
  const auto when = static_cast<std::uint32_t>(
      (period.year * 4 + static_cast<int>(period.part)) * 16 + period.number);
  return static_cast<std::uint64_t>(place) << 32 | when;
}

}  // namespace tijian::dataset
