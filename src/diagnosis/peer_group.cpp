#include "diagnosis/peer_group.h"

#include <algorithm>

#include "diagnosis/series.h"
#include "model/peers.h"
#include "tijian/missing.h"

namespace tijian::diagnosis {

std::vector<PeerGroup> peer_groups(const Run& run, const Period& period) {
  const Rows& rows = run.table.rows;
  const model::PeerGroups peers(model::rank_peers(*run.framework, run.model.method.reference),
                                rows);
  std::map<std::string, std::vector<Index>> groups;
  for (const Index row : rows_in(rows, period)) groups[peers[row]].push_back(row);
  std::vector<PeerGroup> out;
  for (auto& [name, members] : groups) {
    sort_by_place(rows, members);
    out.push_back({name, std::move(members)});
  }
  return out;
}

std::vector<double> values_of(const Run& run, const PeerGroup& group, int node) {
  const int indicator = run.framework->nodes[node].indicator;
  const int column = run.card.column(node);
  std::vector<double> out;
  for (const Index row : group.rows)
    if (indicator < 0)
      out.push_back(run.card.score(row, column));
    else
      out.push_back(run.table.applies(row, indicator) ? run.table.values(row, indicator) : missing);
  return out;
}

void check_all_nodes(const Run& run) {
  check(run);
  if (run.card.nodes.size() != run.framework->nodes.size())
    throw UsageError("the run's card does not have all nodes");
}

}  // namespace tijian::diagnosis
