#include "model/peers.h"

#include <algorithm>
#include <set>

namespace tijian {

std::vector<std::string> Peers::values_of(std::string_view value) const {
  for (const std::vector<std::string>& group : groups)
    if (std::ranges::find(group, value) != group.end()) return group;
  return {std::string(value)};
}

std::string Peers::group_of(std::string_view value) const {
  std::string name;
  for (const std::string& one : values_of(value)) name += (name.empty() ? "" : " ") + one;
  return name;
}

}  // namespace tijian

namespace tijian::model {

Peers scale_peers(const Framework& framework, const Reference& reference) {
  if (reference.group.empty()) return framework.peers;
  return reference.group == Reference::no_group ? Peers{} : Peers{reference.group, {}};
}

Peers fill_peers(const Framework& framework, const Reference& reference, const std::string& group) {
  return group.empty() ? rank_peers(framework, reference) : Peers{group, {}};
}

Peers rank_peers(const Framework& framework, const Reference& reference) {
  return reference.group == Reference::no_group ? Peers{} : framework.peers;
}

PeerGroups::PeerGroups(const Peers& peers, const Rows& rows)
    : attribute_(peers.attribute.empty() ? nullptr : rows.attribute(peers.attribute)),
      names_{std::string()} {
  if (!attribute_) return;
  for (const std::string& value : attribute_->values) {
    const std::string name = peers.group_of(value);
    const auto found = std::ranges::find(names_, name);
    of_value_.push_back(static_cast<int>(found - names_.begin()));
    if (found == names_.end()) names_.push_back(name);
  }
}

int PeerGroups::number(Index row) const {
  const int value = attribute_ ? attribute_->of_row[static_cast<std::size_t>(row)] : -1;
  return value < 0 ? 0 : of_value_[static_cast<std::size_t>(value)];
}

std::vector<std::string> PeerGroups::of(const Rows& rows) const {
  std::set<std::string> groups;
  for (Index row = 0; row < rows.size(); ++row) groups.insert((*this)[row]);
  return {groups.begin(), groups.end()};
}

std::vector<int> RankGroups::number(const Rows& rows) {
  const PeerGroups groups(peers_, rows);
  std::vector<int> numbers(rows.size());
  std::map<std::pair<Period, int>, int> known;  // so that texts are compared once
  std::pair<Period, int> last;
  for (Index row = 0; row < rows.size(); ++row) {
    const std::pair key{rows.period[row], groups.number(row)};
    if (row > 0 && key == last) {
      numbers[row] = numbers[row - 1];
      continue;
    }
    last = key;
    const auto found = known.find(key);
    if (found != known.end()) {
      numbers[row] = found->second;
      continue;
    }
    const auto next = static_cast<int>(numbers_.size());
    numbers[row] = numbers_.emplace(std::pair{key.first, groups[row]}, next).first->second;
    known.emplace(key, numbers[row]);
  }
  return numbers;
}

}  // namespace tijian::model
