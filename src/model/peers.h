#pragma once
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tijian/dataset.h"
#include "tijian/framework.h"
#include "tijian/method.h"

namespace tijian::model {

/// Whom relative scales compare: by `reference.group`, else the framework's peers.
Peers scale_peers(const Framework&, const Reference&);
/// Whose values fill what is missing: by `group`, else as relative scales compare.
Peers fill_peers(const Framework&, const Reference&, const std::string& group);
/// Whom ranks compare: the framework's peers, unless `reference.group` is none.
Peers rank_peers(const Framework&, const Reference&);

/// The groups of rows by their attribute. Rows without that attribute are one group.
class PeerGroups {
 public:
  PeerGroups(const Peers&, const Rows&);
  const std::string& operator[](Index row) const { return names_[number(row)]; }
  /// Rows of one group have the same number.
  int number(Index row) const;
  bool any() const { return attribute_; }
  /// The distinct groups of the rows, ascending.
  std::vector<std::string> of(const Rows&) const;

 private:
  const Attribute* attribute_;
  std::vector<std::string> names_;  ///< the first: without a value
  std::vector<int> of_value_;
};

/// Numbers the rows that are ranked together, of one period and one group of peers: over all calls
/// the same number for the same.
class RankGroups {
 public:
  explicit RankGroups(Peers peers) : peers_(std::move(peers)) {}
  std::vector<int> number(const Rows&);

 private:
  Peers peers_;
  std::map<std::pair<Period, std::string>, int> numbers_;
};

}  // namespace tijian::model
