#include "report/run.h"

#include <algorithm>
#include <cmath>

#include "report/number.h"

namespace tijian {

std::string uncited_legend(Language say) {
  return say("† rests on a number that was not checked against its source",
             "† 依据的数字未经核对原始出处");
}

std::string run_title(const Run& run, Language say) {
  const Framework& framework = run.framework();
  std::string title = say(framework.title);
  if (title.empty()) title = framework.id;
  return framework.version.empty() ? title : title + ' ' + framework.version;
}

std::string no_score_words(const Run& run, Language say) {
  const double least = run.model.method.missing.min_coverage;
  return least > 0 ? say("coverage too low for a score ({} needed)",
                         "覆盖率过低，不计分（须达 {}）", percent(least))
                   : say("no score", "无得分");
}

bool any_flag(const Run& run, std::span<const Eigen::Index> rows, std::uint16_t flag) {
  for (const Eigen::Index row : rows)
    for (int column = 0; column < static_cast<int>(run.card.nodes.size()); ++column)
      if (run.flags(row, column) & flag) return true;
  return false;
}

Period period_to_show(const Run& run) {
  const Rows& rows = run.card.rows;
  Period latest, scored;
  bool any = false;
  for (Eigen::Index row = 0; row < rows.size(); ++row) {
    latest = std::max(latest, rows.period[row]);
    if (std::isnan(run.card.score(row, 0))) continue;
    scored = any ? std::max(scored, rows.period[row]) : rows.period[row];
    any = true;
  }
  return any ? scored : latest;
}

}  // namespace tijian
