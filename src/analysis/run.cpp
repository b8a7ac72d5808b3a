#include "tijian/run.h"

#include <algorithm>
#include <cmath>

#include "model/rules.h"

namespace tijian {

bool Run::relative(int indicator) const {
  return model::scaled_by_sample(model.method, framework->indicators[indicator]);
}

bool Run::mixes(int node) const {
  bool by_sample = false, fixed = false;
  for (const int child : framework->nodes[node].children)
    if (const int leaf = framework->nodes[child].indicator; leaf >= 0)
      (relative(leaf) ? by_sample : fixed) = true;
  return by_sample && fixed;
}

bool Run::uncited_value(Eigen::Index row, int indicator) const {
  return table.uncited.size() > 0 && table.uncited(row, indicator);
}

bool Run::uncited_score(Eigen::Index row, int indicator) const {
  return uncited_value(row, indicator) ||
         (!relative(indicator) && framework->indicators[indicator].uncited("score"));
}

std::uint16_t Run::flags(Eigen::Index row, int column) const {
  return card.flags.size() > 0 ? card.flags(row, column) : std::uint16_t{0};
}

Period Run::latest() const {
  const Rows& rows = card.rows;
  Period latest, scored;
  bool any = false;
  for (Eigen::Index row = 0; row < rows.size(); ++row) {
    latest = std::max(latest, rows.period[row]);
    if (std::isnan(card.score(row, 0))) continue;
    scored = any ? std::max(scored, rows.period[row]) : rows.period[row];
    any = true;
  }
  return any ? scored : latest;
}

}  // namespace tijian
