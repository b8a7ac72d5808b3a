#include <algorithm>
#include <array>

#include "base/number.h"
#include "report/conclusion.h"
#include "report/shared_problems.h"
#include "report/text_table.h"
#include "report/words.h"
#include "tijian/report/diagnosis.h"
#include "tijian/report/layout.h"

namespace tijian::report {
namespace {

/// The diagnosis of all places of its period.
class DiagnosisSummary {
 public:
  DiagnosisSummary(const Diagnosis& diagnosis, const Run& run, const View& view)
      : diagnosis_(diagnosis), run_(run), view_(view), say_(view.say) {
    for (Index row = 0; row < diagnosis_.rows.size(); ++row)
      if (diagnosis_.rows.period[row] == diagnosis_.period) rows_.push_back(row);
    shared_ = shared_problems(diagnosis_);
  }

  std::string render() const {
    std::string text = run_title(run_, say_);
    if (const std::string when = to_string(diagnosis_.period); !when.empty())
      text += say_(", ", "，") + when;
    text = styled(text, Style::strong, view_.colour) +
           (any_flag(run_, rows_, flag_synthetic) ? synthetic_words(flag_synthetic, view_) : "");
    return text + "\n\n" +
           wrap(paragraph(conclusion(diagnosis_, run_, say_), say_), view_.width, 0) + "\n\n" +
           places() + shared();
  }

 private:
  std::string light(Light light) const { return say_(title(light)); }
  std::string title_of(int indicator) const {
    return say_(run_.framework->indicators[indicator].title);
  }

  std::string of_places(const SharedProblem& one) const {
    return say_("{} of {}", "{}/{}", one.rows.size(), rows_.size());
  }

  std::string places() const {
    TextTable table({{say_("place", "评价单元"), false, 8, 0},
                     {say_("index", "总指数"), true, 0, 0},
                     {light(Light::red), true, 0, 0},
                     {light(Light::orange), true, 0, 0},
                     {light(Light::yellow), true, 0, 0},
                     {light(Light::green), true, 0, 0},
                     {light(Light::no_standard), true, 0, 2},
                     {light(Light::no_data), true, 0, 1},
                     {say_("problems", "问题"), true, 0, 0}});
    for (const Index row : rows_) add(table, row);
    return table.render(view_.width, view_.colour);
  }

  void add(TextTable& table, Index row) const {
    std::array<int, 7> counts{};
    for (Index j = 0; j < diagnosis_.indicators.cols(); ++j)
      ++counts[static_cast<std::size_t>(diagnosis_.indicators(row, j).light)];
    const auto of = [&](Light light) {
      return std::to_string(counts[static_cast<std::size_t>(light)]);
    };
    table.add({{diagnosis_.rows.place_of(row), Style::strong},
               {base::fixed(run_.card.score(row, 0), 2)},
               {of(Light::red), Style::bad},
               {of(Light::orange), Style::warn},
               {of(Light::yellow)},
               {of(Light::green), Style::good},
               {of(Light::no_standard)},
               {of(Light::no_data)},
               {std::to_string(std::ranges::count(diagnosis_.problems, row, &Problem::row))}});
  }

  /// What several places have: the district's task.
  std::string shared() const {
    TextTable table({{say_("places", "单元数"), true, 0, 0},
                     {say_("severity", "严重程度"), false, 0, 0},
                     {say_("by", "依据"), false, 0, 1},
                     {say_("problem", "问题指标"), false, 20, 0, true},
                     {say_("department", "责任部门"), false, 8, 2, true}});
    std::size_t lines = 0;
    for (const SharedProblem& one : shared_) {
      if (one.rows.size() < 2 || lines == most_shared) break;
      ++lines;
      table.add({{of_places(one)},
                 {light(one.severity), style_of(one.severity)},
                 {say_(title(one.aspect))},
                 {title_of(one.indicator)},
                 {run_.framework->indicators[one.indicator].keeper}});
    }
    return lines == 0 ? "" : '\n' + table.render(view_.width, view_.colour);
  }

  const Diagnosis& diagnosis_;
  const Run& run_;
  const View& view_;
  Language say_;
  std::vector<Index> rows_;
  std::vector<SharedProblem> shared_;  ///< those of most places first
};

}  // namespace

std::string diagnosis_summary(const Diagnosis& diagnosis, const Run& run, const View& view) {
  return DiagnosisSummary(diagnosis, run, view).render();
}

}  // namespace tijian::report
