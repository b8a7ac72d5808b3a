#include <algorithm>
#include <array>

#include "base/number.h"
#include "report/conclusion.h"
#include "report/finding.h"
#include "report/residents_file.h"
#include "report/text_table.h"
#include "report/words.h"
#include "tijian/report/diagnosis.h"
#include "tijian/report/layout.h"

namespace tijian::report {
namespace {

constexpr std::size_t most_problems = 60;

class DiagnosisTable {
 public:
  DiagnosisTable(const Diagnosis& diagnosis, const Run& run, Index row, const View& view)
      : diagnosis_(diagnosis), run_(run), row_(row), view_(view), say_(view.say) {
    for (const Problem& problem : diagnosis.problems)
      if (problem.row == row) own_.push_back(&problem);
  }

  std::string render() const {
    return head() + "\n\n" +
           wrap(paragraph(conclusion(diagnosis_, run_, row_, say_), say_), view_.width, 0) +
           "\n\n" + board() + '\n' + felt() + problems();
  }

 private:
  std::string head() const {
    std::string text = run_title(run_, say_) + say_(": ", "：") + diagnosis_.rows.place_of(row_);
    if (const std::string when = to_string(diagnosis_.rows.period[row_]); !when.empty())
      text += say_(", ", "，") + when;
    const std::array rows{row_};
    return styled(text, Style::strong, view_.colour) +
           (any_flag(run_, rows, flag_synthetic) ? synthetic_words(flag_synthetic, view_) : "");
  }

  std::string light(Light light) const { return say_(title(light)); }

  std::string board() const {
    TextTable table({{say_("category", "类别"), false, 16, 0, true},
                     {say_("light", "灯"), false, 0, 0},
                     {say_("score", "得分"), true, 0, 0},
                     {say_("last", "上期"), true, 0, 3},
                     {say_("because of", "因为"), false, 16, 0, true}});
    for (std::size_t k = 1; k < diagnosis_.nodes.size(); ++k) {
      const int node = diagnosis_.nodes[k];
      const CategoryReading& reading = diagnosis_.categories(row_, static_cast<Index>(k));
      table.add({{say_(run_.framework->nodes[node].title), Style::strong},
                 {light(reading.light), style_of(reading.light)},
                 {base::fixed(run_.card.score(row_, run_.card.column(node)), 2)},
                 {base::fixed(reading.last, 2), Style::faint},
                 {worst_words(*run_.framework, diagnosis_, row_, reading, say_)}});
    }
    return table.render(view_.width, view_.colour);
  }

  /// Where residents are dissatisfied.
  std::string felt() const {
    std::string out;
    for (const std::string& line :
         residents_lines(residents(run_, diagnosis_), diagnosis_, row_, say_))
      out += wrap(line, view_.width, 2) + '\n';
    return out.empty() ? out : out + '\n';
  }

  /// `[new] ` where there is a diagnosis before.
  std::string state_of(const Problem& problem) const {
    return problem.state == ProblemState::none
               ? ""
               : say_("[{}] ", "【{}】", say_(title(problem.state)));
  }

  /// The problems of the diagnosis before that are none any more, a line each.
  std::string past() const {
    std::string out;
    for (const Problem& problem : diagnosis_.past)
      if (problem.row == row_)
        out += wrap(state_of(problem) + finding(diagnosis_, run_, problem, say_), view_.width, 2) +
               '\n';
    return out.empty() ? "" : '\n' + out;
  }

  std::string problems() const {
    if (own_.empty()) return past();
    TextTable table({{"", true, 0, 0},
                     {say_("severity", "严重程度"), false, 0, 0},
                     {say_("by", "依据"), false, 0, 2},
                     {say_("finding", "问题"), false, 24, 0, true},
                     {say_("department", "责任部门"), false, 8, 1, true}});
    for (std::size_t i = 0; i < std::min(own_.size(), most_problems); ++i) {
      const Problem& own = *own_[i];
      table.add({{std::to_string(i + 1)},
                 {light(own.severity), style_of(own.severity)},
                 {say_(title(own.aspect))},
                 {state_of(own) + finding(diagnosis_, run_, own, say_)},
                 {run_.framework->indicators[own.indicator].keeper}});
    }
    std::string out = table.render(view_.width, view_.colour) + past();
    if (out.find(uncited_mark) != out.npos) out += uncited_legend(say_) + '\n';
    if (own_.size() > most_problems)
      out += say_("{} more: --out writes them all.\n", "另有 {} 个：--out 可全部写出。\n",
                  own_.size() - most_problems);
    return out;
  }

  const Diagnosis& diagnosis_;
  const Run& run_;
  Index row_;
  const View& view_;
  Language say_;
  std::vector<const Problem*> own_;
};

}  // namespace

std::string diagnosis_table(const Diagnosis& diagnosis, const Run& run, Index row,
                            const View& view) {
  return DiagnosisTable(diagnosis, run, row, view).render();
}

}  // namespace tijian::report
