#pragma once
#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <numeric>
#include <vector>

namespace tijian::statistics {

/// A number that ascends as the value does: of negative ones all bits are turned, of others the
/// sign. Of 0 and -0 the same.
inline std::uint64_t key_of(double value) {
  const auto bits = std::bit_cast<std::uint64_t>(value + 0.0);  // -0 is 0
  constexpr std::uint64_t sign = std::uint64_t{1} << 63;
  return bits & sign ? ~bits : bits | sign;
}

template <class Item>
struct Keyed {
  std::uint64_t key;
  Item item;
  std::size_t digit(int number) const { return key >> (8 * number) & 0xFF; }
};

/// From the last byte of the keys to the first, each pass keeping the order of the one before.
template <class Item>
void sort_by_bytes(std::vector<Keyed<Item>>& items) {
  constexpr int digits = 8;
  std::array<std::array<std::size_t, 256>, digits> counts{};
  for (const auto& one : items)
    for (int d = 0; d < digits; ++d) ++counts[d][one.digit(d)];
  std::vector<Keyed<Item>> sorted(items.size());
  for (int d = 0; d < digits; ++d) {
    auto& next = counts[d];
    if (next[items.front().digit(d)] == items.size()) continue;  // the same in all
    std::exclusive_scan(next.begin(), next.end(), next.begin(), std::size_t{0});
    for (const auto& one : items) sorted[next[one.digit(d)]++] = one;
    items.swap(sorted);
  }
}

/// Puts items in the order of their values, ascending; equal ones (0 and -0 too) stay as they
/// stood. None of the values is NaN. Many are put in order by the bytes of the values, which takes
/// a part of the time of comparisons that no processor can foretell.
template <class Item, class Value>
void sort_ascending(std::vector<Item>& items, Value value) {
  constexpr std::size_t many = 2'000;
  if (items.size() < many) {
    std::ranges::stable_sort(items, {}, value);
    return;
  }
  std::vector<Keyed<Item>> keyed;
  keyed.reserve(items.size());
  for (const Item& item : items) keyed.push_back({key_of(value(item)), item});
  sort_by_bytes(keyed);
  std::ranges::transform(keyed, items.begin(), &Keyed<Item>::item);
}

}  // namespace tijian::statistics
