#include "tijian/report/peer_study.h"

#include <algorithm>
#include <cmath>

#include "base/number.h"
#include "base/output_file.h"
#include "report/peer_study_parts.h"
#include "report/text_table.h"
#include "tijian/report/layout.h"

namespace tijian::report {
namespace {

constexpr std::size_t most_strengths = 3;

class PeerStudyLines {
 public:
  PeerStudyLines(const PeerStudy& study, const Run& run, Index row, const View& view)
      : study_(study), run_(run), row_(row), view_(view), say_(view.say) {}

  std::string render() const {
    return line(say_("Strengths", "强项"), strengths(false)) +
           line(say_("Weaknesses", "弱项"), strengths(true)) +
           line(say_("Coordination", "协调"), coordination());
  }

 private:
  std::string line(const std::string& label, const std::string& text) const {
    if (text.empty()) return "";
    return wrap(label + say_(": ", "：") + text, view_.width, 2) + '\n';
  }

  std::string strengths(bool weak) const {
    std::string out;
    std::size_t count = 0;
    for (const Strength& one : study_.strengths)
      if (one.row == row_ && one.weak == weak && count++ < most_strengths)
        out += (out.empty() ? "" : say_("; ", "；")) + words(one);
    if (count > most_strengths) out += say_("; {} more", "；另有 {} 项", count - most_strengths);
    return out + (out.empty() ? "" : say_(".", "。"));
  }

  std::string words(const Strength& one) const {
    const Indicator& own = run_.framework->indicators[one.indicator];
    const std::string unit = own.unit == "1" ? "" : ' ' + own.unit;
    return say_("{} {}{}, rank {} of {} (median {})", "{0} {1}{2}，{4} 个中第 {3}（中位数 {5}）",
                say_(own.title), base::readable(one.value), unit, one.rank, one.of,
                base::readable(one.median));
  }

  std::string coordination() const {
    const auto own = std::ranges::find(study_.balance.rows, row_, &Coordination::row);
    if (own == study_.balance.rows.end() || own->grade < 0) return "";
    return say_("{} categories, D {}: {}; by the modified form {}: {}.",
                "{} 个类别的耦合协调度为 {}，{}；按修正式为 {}，{}。", own->categories,
                base::fixed(own->coordination, 3), say_(coordination_title(own->grade)),
                base::fixed(own->coordination_modified, 3),
                say_(coordination_title(own->grade_modified)));
  }

  const PeerStudy& study_;
  const Run& run_;
  Index row_;
  const View& view_;
  Language say_;
};

}  // namespace

std::string peer_study_lines(const PeerStudy& study, const Run& run, Index row, const View& view) {
  return PeerStudyLines(study, run, row, view).render();
}

std::vector<std::string> write_peer_study(const PeerStudy& study, const Run& run, Language say,
                                          const std::string& folder) {
  std::vector<std::string> paths;
  const auto write = [&](const char* name, const std::string& text) {
    paths.push_back(folder + '/' + name);
    base::write_file(paths.back(), text);
  };
  write("balance.csv", balance_csv(study.balance, run, say));
  write("strengths.csv", strengths_csv(study.strengths, run));
  if (!run.framework->diagnosis.context.empty())
    write("neighbours.csv", statistical_neighbours_csv(study.like, run));
  if (study.space) write("spatial.csv", spatial_csv(*study.space, run));
  return paths;
}

}  // namespace tijian::report
