#include "statistics/ascending_order.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

namespace tijian::statistics {
namespace {

constexpr std::size_t many = 2'000;
constexpr int digit_bits = 8, digits = 64 / digit_bits;
constexpr std::size_t digit_values = 1 << digit_bits;

struct Keyed {
  std::uint64_t key;
  std::uint32_t at;
  std::size_t digit(int number) const { return key >> (digit_bits * number) & (digit_values - 1); }
};

/// Ascends as the value does: of negative numbers all bits are turned, of others the sign.
std::uint64_t key_of(double value) {
  const auto bits = std::bit_cast<std::uint64_t>(value + 0.0);  // -0 is 0
  constexpr std::uint64_t sign = std::uint64_t{1} << 63;
  return bits & sign ? ~bits : bits | sign;
}

using Counts = std::array<std::uint32_t, digit_values>;

/// From the last digit to the first, each pass keeping the order of the one before.
std::vector<std::uint32_t> order_by_digits(std::span<const double> values) {
  std::vector<Keyed> from(values.size()), to(values.size());
  std::array<Counts, digits> counts{};
  for (std::uint32_t i = 0; i < values.size(); ++i) {
    from[i] = {key_of(values[i]), i};
    for (int d = 0; d < digits; ++d) ++counts[d][from[i].digit(d)];
  }
  for (int d = 0; d < digits; ++d) {
    Counts& next = counts[d];
    if (next[from[0].digit(d)] == values.size()) continue;  // the same in all
    std::exclusive_scan(next.begin(), next.end(), next.begin(), std::uint32_t{0});
    for (const Keyed& one : from) to[next[one.digit(d)]++] = one;
    from.swap(to);
  }
  std::vector<std::uint32_t> order(values.size());
  std::ranges::transform(from, order.begin(), &Keyed::at);
  return order;
}

}  // namespace

std::vector<std::uint32_t> ascending_order(std::span<const double> values) {
  if (values.size() >= many) return order_by_digits(values);
  std::vector<std::uint32_t> order(values.size());
  std::iota(order.begin(), order.end(), std::uint32_t{0});
  std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return values[i]; });
  return order;
}

}  // namespace tijian::statistics
