#include "report/run.h"

#include <cmath>

#include "base/number.h"

namespace tijian::report {

std::string uncited_legend(Language say) {
  return say("† rests on a number that was not checked against its source",
             "† 依据的数字未经核对原始出处");
}

std::string relative_legend(Language say) {
  return say(
      "* relative: 0 and 100 are the ends of this sample; not on one scale with the other scores",
      "* 相对得分：0 与 100 为本样本的两端，与其他得分不在同一尺度");
}

std::string run_title(const Run& run, Language say) {
  std::string title = say(run.framework->title);
  if (title.empty()) title = run.framework->id;
  return run.framework->version.empty() ? title : title + ' ' + run.framework->version;
}

std::string coverage_words(const Explanation& e, Language say) {
  if (e.absence == Absence::not_applicable) return say("not applicable", "不适用");
  const std::string text = say("coverage {}", "覆盖率 {}", base::percent(e.coverage));
  if (e.absence == Absence::none) return text;
  if (e.absence != Absence::below_coverage) return text + say(", no score", "，无得分");
  if (std::abs(e.share - e.coverage) < 1e-9)
    return text + say(", no score below {}", "，低于 {} 不计分", base::percent(e.share_asked));
  return text + say("; no score: {} of its parts have one, {} needed",
                    "；不计分：下级仅 {} 有得分，须达 {}", base::percent(e.share),
                    base::percent(e.share_asked));
}

bool any_flag(const Run& run, std::span<const Eigen::Index> rows, std::uint16_t flag) {
  for (const Eigen::Index row : rows)
    for (int column = 0; column < static_cast<int>(run.card.nodes.size()); ++column)
      if (run.flags(row, column) & flag) return true;
  return false;
}

}  // namespace tijian::report
