#include "model/strata.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace tijian::model {

namespace {

/// What tells the rows of one stratum from another's.
struct Stratifier {
  Stratifier(const Framework& framework, const Reference& reference, const Rows& of)
      : rows(of),
        groups(scale_peers(framework, reference), of),
        each(reference.periods == Reference::Periods::each) {}

  StratumKey operator()(Eigen::Index row) const {
    return {groups[row], each ? rows.period[row] : Period{}};
  }

  const Rows& rows;
  PeerGroups groups;
  bool each;
};

}  // namespace

StratumKey stratum_key(const Framework& framework, const Reference& reference, const Rows& rows,
                       Eigen::Index row) {
  return Stratifier(framework, reference, rows)(row);
}

int find_stratum(const Model& model, const StratumKey& key) {
  const auto found = std::ranges::find_if(model.strata, [&](const Model::Stratum& s) {
    return s.group == key.group && s.period == key.period;
  });
  return found == model.strata.end() ? -1 : static_cast<int>(found - model.strata.begin());
}

Strata strata_of(const Framework& framework, const Reference& reference, const Rows& rows) {
  const Stratifier key_of(framework, reference, rows);
  Strata strata;
  if (!key_of.each && !key_of.groups.any()) {
    strata.keys.push_back({});
    return strata;
  }
  std::map<StratumKey, int> number;
  for (Eigen::Index row = 0; row < rows.size(); ++row) number.emplace(key_of(row), 0);
  for (auto& [key, index] : number) {
    index = static_cast<int>(strata.keys.size());
    strata.keys.push_back(key);
  }
  strata.of_row.reserve(rows.size());
  for (Eigen::Index row = 0; row < rows.size(); ++row)
    strata.of_row.push_back(number.at(key_of(row)));
  return strata;
}

std::vector<char> reference_rows(const Reference& reference, const Rows& rows) {
  std::vector<char> counts(rows.size(), 1);
  if (reference.periods == Reference::Periods::listed)
    for (Eigen::Index row = 0; row < rows.size(); ++row)
      counts[row] = std::ranges::find(reference.listed, rows.period[row]) != reference.listed.end();
  return counts;
}

std::vector<Eigen::Index> canonical_order(const Rows& rows) {
  // Places sorted once, so that rows compare by numbers.
  std::vector<int> by_name(rows.places.size());
  std::iota(by_name.begin(), by_name.end(), 0);
  std::ranges::sort(by_name, {},
                    [&](int place) -> const std::string& { return rows.places[place]; });
  std::vector<int> rank(by_name.size());
  for (std::size_t i = 0; i < by_name.size(); ++i) rank[by_name[i]] = static_cast<int>(i);

  std::vector<Eigen::Index> order(rows.size());
  std::iota(order.begin(), order.end(), 0);
  const auto before = [&](Eigen::Index a, Eigen::Index b) {
    if (rows.period[a] != rows.period[b]) return rows.period[a] < rows.period[b];
    return rank[rows.place[a]] < rank[rows.place[b]];
  };
  if (!std::ranges::is_sorted(order, before)) std::ranges::sort(order, before);
  return order;
}

}  // namespace tijian::model
