#include "statistics/neighbours.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "tijian/diagnostic.h"

namespace tijian::statistics {
namespace {

void check_pair(const NeighbourPair& pair, int places) {
  const auto wrong = [&](const char* what) {
    throw UsageError(fmt::format("neighbours: the pair ({}, {}) of {} places {}", pair.from,
                                 pair.to, places, what));
  };
  if (std::min(pair.from, pair.to) < 0 || std::max(pair.from, pair.to) >= places)
    wrong("has a number outside them");
  if (pair.from == pair.to) wrong("is of a place with itself");
  if (!(pair.weight > 0) || !std::isfinite(pair.weight)) wrong("has a weight that is not above 0");
}

bool same_places(const NeighbourPair& a, const NeighbourPair& b) {
  return a.from == b.from && a.to == b.to;
}

/// The pairs by place, each once.
std::vector<NeighbourPair> in_order(std::span<const NeighbourPair> given, Symmetry symmetry) {
  std::vector<NeighbourPair> pairs(given.begin(), given.end());
  if (symmetry == Symmetry::both_ways)
    for (const auto& [from, to, weight] : given) pairs.push_back({to, from, weight});
  std::ranges::sort(pairs, [](const NeighbourPair& a, const NeighbourPair& b) {
    return a.from != b.from ? a.from < b.from : a.to != b.to ? a.to < b.to : a.weight < b.weight;
  });
  for (std::size_t i = 1; i < pairs.size(); ++i)
    if (same_places(pairs[i - 1], pairs[i]) && pairs[i - 1].weight != pairs[i].weight)
      throw UsageError(fmt::format("neighbours: the pair ({}, {}) has two weights: {} and {}",
                                   pairs[i].from, pairs[i].to, pairs[i - 1].weight,
                                   pairs[i].weight));
  pairs.erase(std::unique(pairs.begin(), pairs.end(), same_places), pairs.end());
  return pairs;
}

}  // namespace

Neighbours::Neighbours(int places, std::span<const NeighbourPair> pairs, Symmetry symmetry) {
  for (const NeighbourPair& pair : pairs) check_pair(pair, places);
  starts_.assign(static_cast<std::size_t>(places) + 1, 0);
  for (const NeighbourPair& pair : in_order(pairs, symmetry)) {
    neighbours_.push_back({pair.to, pair.weight});
    ++starts_[pair.from + 1];
  }
  for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
}

std::span<const Neighbour> Neighbours::of(int place) const {
  return {neighbours_.data() + starts_[place], neighbours_.data() + starts_[place + 1]};
}

double Neighbours::weight(int from, int to) const {
  const auto row = of(from);
  const auto found = std::ranges::lower_bound(row, to, {}, &Neighbour::place);
  return found != row.end() && found->place == to ? found->weight : 0;
}

std::vector<int> Neighbours::islands() const {
  std::vector<int> out;
  for (int i = 0; i < places(); ++i)
    if (of(i).empty()) out.push_back(i);
  return out;
}

Neighbours Neighbours::standardised() const {
  Neighbours out = *this;
  for (int i = 0; i < places(); ++i) {
    double sum = 0;
    for (const Neighbour& neighbour : of(i)) sum += neighbour.weight;
    for (int k = starts_[i]; k < starts_[i + 1]; ++k) out.neighbours_[k].weight /= sum;
  }
  return out;
}

Neighbours Neighbours::among(std::span<const double> values) const {
  if (static_cast<int>(values.size()) != places())
    throw UsageError(fmt::format("neighbours: {} values for {} places", values.size(), places()));
  Neighbours out;
  for (int i = 0; i < places(); ++i) {
    for (const Neighbour& neighbour : of(i))
      if (!std::isnan(values[i]) && !std::isnan(values[neighbour.place]))
        out.neighbours_.push_back(neighbour);
    out.starts_.push_back(static_cast<int>(out.neighbours_.size()));
  }
  return out;
}

Neighbours neighbours_for(std::span<const double> values, const Neighbours& neighbours,
                          RowWeights weights) {
  const Neighbours among = neighbours.among(values);
  return weights == RowWeights::standardised ? among.standardised() : among;
}

}  // namespace tijian::statistics
