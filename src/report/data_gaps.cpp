#include "report/data_gaps.h"

#include <algorithm>

namespace tijian::report {
namespace {

KeeperGaps& of_keeper(std::vector<KeeperGaps>& all, const std::string& keeper) {
  const auto known = std::ranges::find(all, keeper, &KeeperGaps::keeper);
  if (known != all.end()) return *known;
  all.push_back({keeper, 0, 0, {}});
  return all.back();
}

}  // namespace

std::vector<KeeperGaps> data_gaps(const Diagnosis& diagnosis, const ReportScope& scope) {
  std::vector<KeeperGaps> all;
  for (int j = 0; j < static_cast<int>(diagnosis.framework->indicators.size()); ++j) {
    KeeperGaps& own = of_keeper(all, diagnosis.framework->indicators[j].keeper);
    DataGap gap{j, {}};
    for (const Index row : scope.rows) {
      const Light light = diagnosis.indicators(row, j).light;
      own.due += light != Light::not_applicable;
      if (light == Light::no_data) gap.rows.push_back(row);
    }
    own.missing += static_cast<int>(gap.rows.size());
    if (!gap.rows.empty()) own.gaps.push_back(std::move(gap));
  }
  std::erase_if(all, [](const KeeperGaps& one) { return one.missing == 0; });
  std::ranges::stable_sort(all, std::ranges::greater{}, &KeeperGaps::missing);
  return all;
}

}  // namespace tijian::report
