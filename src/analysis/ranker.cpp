#include "analysis/ranker.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "model/rules.h"
#include "statistics/ascending.h"
#include "tijian/missing.h"

namespace tijian::analysis {
namespace {

/// What is ranked: more is better.
struct Entry {
  double score;
  double before_cap;
  std::int32_t row;
};

/// Best first; equal scores stay as they stood.
void sort(std::vector<Entry>& entries) {
  constexpr std::size_t few = 256;
  if (entries.size() > few) {
    statistics::sort_ascending(entries, [](const Entry& entry) { return -entry.score; });
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

Ranker::Ranker(const NodeScores& nominal, std::span<const int> groups, Direction better)
    : sign_(better == Direction::lower ? -1 : 1) {
  std::map<int, std::vector<std::int32_t>> by_group;
  for (Eigen::Index row = 0; row < nominal.score.size(); ++row) {
    if (std::isnan(nominal.score[row])) continue;
    by_group[groups[row]].push_back(static_cast<std::int32_t>(row));
    ranked_.push_back(row);
  }
  for (auto& [group, members] : by_group) {
    std::ranges::stable_sort(members, std::ranges::greater{},
                             [&](auto row) { return sign_ * nominal.score[row]; });
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

void Ranker::rank(const NodeScores& scores, std::int32_t* ranks, std::int32_t* above) const {
  const bool capped = scores.uncapped.size() > 0;
  std::vector<Entry> entries;
  for (const auto& members : groups_) {
    entries.clear();
    for (const std::int32_t row : members)
      entries.push_back({sign_ * scores.score[row],
                         model::before_cap(capped ? scores.uncapped[row] : missing, sign_), row});
    sort(entries);
    model::rank_best_first(
        std::span(entries), capped, [](const Entry& entry) { return entry.score; },
        [](const Entry& entry) { return entry.before_cap; },
        [&](const Entry& entry, int rank) { ranks[entry.row] = rank; });
    for (std::size_t i = 0; i < entries.size(); ++i)
      above[entries[i].row] = i == 0 ? -1 : entries[i - 1].row;
  }
}

}  // namespace tijian::analysis
