#include "dataset/rows.h"

#include <algorithm>

namespace tijian {

const Attribute* Rows::attribute(std::string_view name) const {
  const auto found = std::ranges::find(attributes, name, &Attribute::name);
  return found == attributes.end() ? nullptr : &*found;
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

std::vector<std::pair<int, int>> repeated_rows(const Rows& rows) {
  std::vector<std::pair<int, int>> repeated;
  if (rows.places.size() == rows.place.size()) return repeated;
  std::vector<std::pair<std::uint64_t, int>> keys;
  for (int row = 0; row < static_cast<int>(rows.place.size()); ++row)
    keys.emplace_back(row_key(rows.place[row], rows.period[row]), row);
  std::ranges::sort(keys);
  for (std::size_t i = 1, first = 0; i < keys.size(); ++i) {
    if (keys[i].first == keys[first].first)
      repeated.emplace_back(keys[first].second, keys[i].second);
    else
      first = i;
  }
  std::ranges::sort(repeated, {}, [](const auto& pair) { return pair.second; });
  return repeated;
}

}  // namespace tijian
