#include "analysis/ranker.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "model/rules.h"

namespace tijian::analysis {
namespace {

struct Entry {
  double score;
  std::int32_t row;
};

/// Best first; equal scores stay as they stood.
void sort(std::vector<Entry>& entries) {
  constexpr std::size_t few = 256;
  if (entries.size() > few) {
    std::ranges::stable_sort(entries, std::ranges::greater{}, &Entry::score);
    return;
  }
  for (std::size_t i = 1; i < entries.size(); ++i) {  // by insertion: they are nearly in order
    const Entry entry = entries[i];
    std::size_t at = i;
    for (; at > 0 && entries[at - 1].score < entry.score; --at) entries[at] = entries[at - 1];
    entries[at] = entry;
  }
}

}  // namespace

Ranker::Ranker(std::span<const double> nominal, std::span<const int> groups, Direction better)
    : sign_(better == Direction::lower ? -1 : 1) {
  std::map<int, std::vector<std::int32_t>> by_group;
  for (std::size_t row = 0; row < nominal.size(); ++row) {
    if (std::isnan(nominal[row])) continue;
    by_group[groups[row]].push_back(static_cast<std::int32_t>(row));
    ranked_.push_back(static_cast<Eigen::Index>(row));
  }
  for (auto& [group, members] : by_group) {
    std::ranges::stable_sort(members, std::ranges::greater{},
                             [&](auto row) { return sign_ * nominal[row]; });
    if (members.size() > 1) compared_.insert(compared_.end(), members.begin(), members.end());
    groups_.push_back(std::move(members));
  }
}

double Ranker::mean_shift(const std::int32_t* ranks, const std::int32_t* nominal) const {
  if (compared_.empty()) return 0;
  std::int64_t shift = 0;
  for (const Eigen::Index row : compared_) shift += std::abs(ranks[row] - nominal[row]);
  return static_cast<double>(shift) / static_cast<double>(compared_.size());
}

void Ranker::rank(const double* scores, std::int32_t* ranks, std::int32_t* above) const {
  std::vector<Entry> entries;
  for (const auto& members : groups_) {
    entries.clear();
    for (const std::int32_t row : members) entries.push_back({sign_ * scores[row], row});
    sort(entries);
    model::rank_in_order(
        entries.size(), [&](std::size_t i) { return entries[i].score; },
        [&](std::size_t i, int rank) {
          ranks[entries[i].row] = rank;
          above[entries[i].row] = i == 0 ? -1 : entries[i - 1].row;
        });
  }
}

}  // namespace tijian::analysis
