#include <algorithm>
#include <cmath>

#include "base/number.h"
#include "report/study_words.h"
#include "report/text_table.h"
#include "report/words.h"
#include "tijian/report/layout.h"
#include "tijian/report/robustness.h"

namespace tijian::report {
namespace {

constexpr std::size_t most_removals = 20;

std::string range(double low, double high, int decimals) {
  return base::fixed(low, decimals) + "–" + base::fixed(high, decimals);
}

class RobustnessTable {
 public:
  RobustnessTable(const Robustness& study, const RobustnessOptions& options,
                  std::uint16_t data_flags, const View& view)
      : study_(study), options_(options), data_flags_(data_flags), view_(view), say_(view.say) {
    for (Eigen::Index row = 0; row < study.rows.size(); ++row)
      if (ranked(row)) period_ = std::max(period_, study.rows.period[row]);
    for (Eigen::Index row = 0; row < study.rows.size(); ++row)
      if (ranked(row) && study.rows.period[row] == period_) rows_.push_back(row);
    std::ranges::stable_sort(rows_, {}, [&](auto row) {
      return std::pair{alone(row), of(row).rank.nominal};
    });
  }

  std::string render() const {
    std::string out = head() + '\n' + places();
    if (rows_.size() > most_places)
      out += say_("{} more places: --out writes them all.\n",
                  "另有 {} 个评价单元：--out 可全部写出。\n", rows_.size() - most_places);
    if (!study_.sensitivity.empty()) out += '\n' + sensitivity();
    if (!study_.removal.empty()) out += '\n' + removals();
    return out;
  }

 private:
  const RowRobustness& of(Eigen::Index row) const { return study_.by_row[row]; }
  bool ranked(Eigen::Index row) const { return !std::isnan(of(row).rank.nominal); }
  /// Whether there is none to be ranked with, as the district among its streets.
  bool alone(Eigen::Index row) const {
    return std::ranges::count(study_.peers, study_.peers[row]) == 1;
  }
  const Node& node(int index) const { return study_.framework->nodes[index]; }
  std::string name(const Node& node) const {
    const std::string& title = say_(node.title);
    return title.empty() ? node.id : title;
  }

  std::string head() const {
    std::string title = name(node(study_.node));
    if (const std::string when = to_string(period_); !when.empty())
      title += say_(", ", "，") + when;
    title += say_(": {} places, {} replications, seed {}", "：{} 个评价单元，{} 次模拟，种子 {}",
                  rows_.size(), study_.runs, options_.seed);
    std::string out =
        styled(title, Style::strong, view_.colour) + synthetic_words(data_flags_, view_) + '\n';
    for (const Text& variation : study_.variations)
      out += wrap("  " + say_(variation), view_.width, 4) + '\n';
    return out +
           wrap(say_("On average a place moves by {} ranks (90 % of replications: {}).",
                     "评价单元平均变动 {} 个名次（90% 的模拟在 {} 之间）。",
                     base::fixed(study_.rank_shift.mean, 2),
                     range(study_.rank_shift.low, study_.rank_shift.high, 2)),
                view_.width, 0) +
           '\n';
  }

  std::string places() const {
    TextTable table({{say_("rank", "名次"), true, 0, 0},
                     {say_("place", "评价单元"), false, 8, 0},
                     {"90 %", true, 0, 0},
                     {say_("shift", "平均变动"), true, 0, 4},
                     {say_("top {}", "前 {}", study_.top), true, 0, 3},
                     {say_("score", "得分"), true, 0, 0},
                     {"90 %", true, 0, 2},
                     {say_("grade", "等级"), false, 8, 5},
                     {say_("just above", "上邻"), false, 0, 7},
                     {say_("just below", "下邻"), false, 0, 6}});
    for (std::size_t i = 0; i < std::min(rows_.size(), most_places); ++i) {
      const RowRobustness& own = of(rows_[i]);
      const bool compared = !alone(rows_[i]);
      const auto of_ranks = [&](const std::string& text) { return compared ? text : "—"; };
      table.add({{of_ranks(base::fixed(own.rank.nominal, 0))},
                 {study_.rows.place_of(rows_[i]), Style::strong},
                 {of_ranks(range(own.rank.low, own.rank.high, 0)), Style::strong},
                 {of_ranks(base::fixed(own.rank_shift, 1))},
                 {of_ranks(base::percent(own.top))},
                 {base::fixed(own.score.nominal, 2)},
                 {range(own.score.low, own.score.high, 2)},
                 {grade(own)},
                 {neighbour(own.above)},
                 {neighbour(own.below)}});
    }
    return table.render(view_.width, view_.colour);
  }

  /// The likeliest grade.
  std::string grade(const RowRobustness& own) const {
    const auto best = std::ranges::max_element(own.grades);
    if (best == own.grades.end()) return "";
    if (own.no_grade > *best) return say_("none", "无") + ' ' + base::percent(own.no_grade);
    const Grade& grade = node(study_.node).grades[best - own.grades.begin()];
    return say_(grade.title) + ' ' + base::percent(*best);
  }

  std::string neighbour(const std::vector<Neighbour>& side) const {
    if (side.empty()) return "";
    return study_.rows.place_of(side[0].row) + ' ' + base::percent(side[0].probability);
  }

  std::string sensitivity() const {
    TextTable table({{say_("sensitivity of", "敏感性"), false, 12, 0},
                     {say_("to", "因素"), false, 0, 0},
                     {say_("first order", "一阶"), true, 0, 0},
                     {"95 %", true, 0, 2},
                     {say_("total", "总效应"), true, 0, 0},
                     {"95 %", true, 0, 1}});
    for (const Sensitivity& result : study_.sensitivity)
      for (const SobolIndex& index : result.factors)
        table.add({{sensitivity_words(study_, result, say_)},
                   {index.factor, Style::strong},
                   {base::fixed(index.first.value, 2)},
                   {range(index.first.low, index.first.high, 2)},
                   {base::fixed(index.total.value, 2)},
                   {range(index.total.low, index.total.high, 2)}});
    return table.render(view_.width, view_.colour);
  }

  std::string removals() const {
    std::vector<const Removal*> sorted;
    for (const Removal& removal : study_.removal) sorted.push_back(&removal);
    std::ranges::stable_sort(sorted, [](const Removal* a, const Removal* b) {
      return (std::isnan(a->rank_shift) ? -1 : a->rank_shift) >
             (std::isnan(b->rank_shift) ? -1 : b->rank_shift);
    });
    TextTable table({{say_("without", "去掉"), false, 12, 0},
                     {say_("mean shift of ranks", "平均名次变动"), true, 0, 0},
                     {"", false, 12, 1}});
    for (std::size_t i = 0; i < std::min(sorted.size(), most_removals); ++i)
      table.add({{name(node(sorted[i]->node))},
                 {base::fixed(sorted[i]->rank_shift, 2), Style::strong},
                 {say_(sorted[i]->problem)}});
    std::string out = table.render(view_.width, view_.colour);
    if (sorted.size() > most_removals)
      out += say_("{} more, with less shift: --out writes them all.\n",
                  "另有 {} 项影响更小：--out 可全部写出。\n", sorted.size() - most_removals);
    return out;
  }

  const Robustness& study_;
  const RobustnessOptions& options_;
  std::uint16_t data_flags_;
  const View& view_;
  Language say_;
  Period period_;
  std::vector<Eigen::Index> rows_;  ///< the best first
};

}  // namespace

std::string_view name_of(Sensitivity::Of of) {
  return of == Sensitivity::Of::rank_shift ? "rank_shift"
         : of == Sensitivity::Of::score    ? "score"
                                           : "rank";
}

std::string sensitivity_words(const Robustness& study, const Sensitivity& result, Language say) {
  if (result.of == Sensitivity::Of::rank_shift) return say("mean rank shift", "平均名次变动");
  std::string place = study.rows.place_of(result.row);
  if (const std::string when = to_string(study.rows.period[result.row]); !when.empty())
    place += ' ' + when;
  return result.of == Sensitivity::Of::score ? say("score of {}", "{} 的得分", place)
                                             : say("rank of {}", "{} 的名次", place);
}

std::string robustness_table(const Robustness& study, const RobustnessOptions& options,
                             std::uint16_t data_flags, const View& view) {
  return RobustnessTable(study, options, data_flags, view).render();
}

}  // namespace tijian::report
