#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <vector>

#include "base/number.h"
#include "report/text_table.h"
#include "report/words.h"
#include "tijian/report/scores.h"

namespace tijian::report {
namespace {

class PlaceTable {
 public:
  PlaceTable(const Run& run, Eigen::Index row, const View& view)
      : run_(run),
        view_(view),
        say_(view.say),
        main_(row),
        earlier_(earlier_rows()),
        table_(columns()) {
    keep(explain(run, main_, 0));
  }

  std::string render() {
    for (int column = 1; column < static_cast<int>(run_.card.nodes.size()); ++column)
      if (node(column).indicator < 0) add_category(column);
    add_leaves(0);
    add_index();
    std::string out = head();
    if (run_.card.verdict.size() > 0) out += verdict_counts();
    const std::string body = table_.render(view_.width, view_.colour);
    const std::string notes = foot(body);
    return out + '\n' + body + (notes.empty() ? "" : '\n' + notes);
  }

 private:
  const Framework& framework() const { return *run_.framework; }
  const Node& node(int column) const { return framework().nodes[run_.card.nodes[column]]; }
  const Period& period(Eigen::Index row) const { return run_.card.rows.period[row]; }

  /// The categories' explanations, each without its children.
  void keep(Explanation e) {
    for (Explanation& child : e.children) keep(std::move(child));
    e.children.clear();
    explained_[e.node] = std::move(e);
  }

  std::vector<Eigen::Index> earlier_rows() const {
    const Rows& rows = run_.card.rows;
    std::vector<Eigen::Index> earlier;
    for (Eigen::Index row = 0; row < rows.size(); ++row)
      if (rows.place[row] == rows.place[main_] && period(row) < period(main_))
        earlier.push_back(row);
    std::ranges::stable_sort(earlier, std::greater{}, [&](auto row) { return period(row); });
    return earlier;
  }

  /// The latest earlier row in which the indicator has a value; -1 where none has.
  Eigen::Index before(int indicator) const {
    const auto found = std::ranges::find_if(
        earlier_, [&](auto row) { return !std::isnan(run_.card.value(row, indicator)); });
    return found == earlier_.end() ? -1 : *found;
  }

  int depth(int index) const {
    int depth = 0;
    for (int up = framework().nodes[index].parent; up > 0; up = framework().nodes[up].parent)
      ++depth;
    return depth;
  }

  std::string score(Eigen::Index row, int column) const {
    const double score = run_.card.score(row, column);
    if (std::isnan(score)) return "— ";
    if (node(column).indicator < 0)
      return base::fixed(score, 2) +
             (run_.relative_total(row, run_.card.nodes[column]) ? relative_mark : " ");
    const bool uncited = run_.uncited_score(row, node(column).indicator);
    const bool relative = run_.relative(node(column).indicator) && run_.mixes(node(column).parent);
    const std::string marks =
        (uncited ? uncited_mark : "") + std::string(relative ? relative_mark : "");
    return base::fixed(score, 2) + (marks.empty() ? " " : marks);
  }

  std::string grade(Eigen::Index row, int column) const {
    return grade_words(node(column), run_.card.grade(row, column), say_);
  }

  /// A category's coverage, or why it has no score, and what its flags mean.
  std::string coverage(int column) const {
    const Explanation& e = explained_.at(run_.card.nodes[column]);
    const std::string semicolon = say_("; ", "；");
    std::string text = coverage_words(e, say_);
    if (e.flags & flag_capped)
      text += say_("; capped by a breach, {} without", "；因突破底线封顶（封顶前 {}）",
                   base::fixed(e.uncapped, 2));
    if (e.flags & flag_filled) text += say_("; filled from its group", "；由同组补齐");
    if (const std::string own = grade(main_, column); !own.empty()) text += semicolon + own;
    if (const int of = ranked(column); of > 1)
      text += say_("; rank {} of {}", "；第 {} 名（共 {}）", e.rank, of);
    return text + last_score(column);
  }

  /// How many peers have a rank; 0 where the card was made without ranks.
  int ranked(int column) const {
    return run_.card.rank.size() > 0 ? run_.card.ranked_with(main_, column) : 0;
  }

  /// `; 58.21 in 2020`: the score of the period before.
  std::string last_score(int column) const {
    if (earlier_.empty()) return "";
    const double score = run_.card.score(earlier_.front(), column);
    if (std::isnan(score)) return "";
    return say_("; {} in {}", "；{1}年 {0} 分", base::fixed(score, 2),
                to_string(period(earlier_.front())));
  }

  void add_category(int column) {
    const int index = run_.card.nodes[column];
    const std::string indent(static_cast<std::size_t>(2 * depth(index)), ' ');
    table_.add({{indent + say_(node(column).title), Style::strong},
                {},
                {},
                {},
                {coverage(column)},
                {score(main_, column), Style::strong}});
    add_leaves(index);
  }

  void add_index() {
    table_.add({{say_("Index", "总指数"), Style::strong},
                {},
                {},
                {},
                {coverage(0)},
                {score(main_, 0), Style::strong}});
  }

  /// The indicators right below a node.
  void add_leaves(int parent) {
    if (run_.card.value.size() == 0) return;
    std::string missing;
    int missing_count = 0, elsewhere = 0;
    const int indent = parent == 0 ? 0 : 2 * depth(parent) + 2;
    for (const int child : framework().nodes[parent].children) {
      const int indicator = framework().nodes[child].indicator;
      if (indicator < 0) continue;
      if (run_.flags(main_, run_.card.column(child)) & flag_not_applicable) {
        ++elsewhere;
        continue;
      }
      if (!std::isnan(run_.card.value(main_, indicator)) || before(indicator) >= 0) {
        add_value(child, indent);
        continue;
      }
      missing += (missing_count++ ? say_(", ", "、") : "") + say_(framework().nodes[child].title);
    }
    counts_[static_cast<std::size_t>(Verdict::unknown)] += missing_count;
    if (missing_count > 0)
      table_.add_line(std::string(indent, ' ') +
                          say_("no value ({}): ", "无数据（{} 项）：", missing_count) + missing,
                      indent + 2, Style::faint);
    if (elsewhere > 0)
      table_.add_line(std::string(indent, ' ') +
                          say_("not applicable here: {}", "此处不适用：{} 项", elsewhere),
                      indent + 2, Style::faint);
  }

  void add_value(int index, int indent) {
    const Node& leaf = framework().nodes[index];
    const int column = run_.card.column(index);
    const Verdict verdict = run_.card.verdict(main_, leaf.indicator);
    const std::string& unit = framework().indicators[leaf.indicator].unit;
    table_.add({{std::string(static_cast<std::size_t>(indent), ' ') + say_(leaf.title)},
                {earlier_value(leaf.indicator), Style::faint},
                {value(main_, leaf.indicator)},
                {unit == "1" ? "" : unit},
                {judged(leaf.indicator, column), style_of(verdict)},
                {score(main_, column)}});
    ++counts_[static_cast<std::size_t>(verdict)];
  }

  std::string value(Eigen::Index row, int indicator) const {
    const double value = run_.card.value(row, indicator);
    if (std::isnan(value)) return "— ";
    return base::readable(value) + (run_.uncited_value(row, indicator) ? uncited_mark : " ");
  }

  /// The value before, with its period where that is not the one of the header.
  std::string earlier_value(int indicator) const {
    const Eigen::Index row = before(indicator);
    if (row < 0) return "";
    const std::string text = value(row, indicator);
    return row == earlier_.front() ? text : say_("({}) ", "（{}）", to_string(period(row))) + text;
  }

  /// The verdict; of what has no score in this sample, its own trend.
  std::string judged(int indicator, int column) const {
    const Indicator& own = framework().indicators[indicator];
    const double now = run_.card.value(main_, indicator);
    const std::uint16_t flags = run_.flags(main_, column);
    std::string words =
        verdict_words(own, now, run_.card.judgement(main_, indicator), period(main_), say_);
    if (flags & flag_imputed) words += say_("; imputed", "；插补值");
    if (run_.model.weights[run_.card.nodes[column]] == 0) words += say_("; weight 0", "；权重 0");
    if (flags & flag_implausible) words += say_("; implausible value", "；数值超出合理范围");
    if (const std::string grade = this->grade(main_, column); !grade.empty())
      words += say_("; ", "；") + grade;
    if (!(flags & flag_unscored)) return words;
    words += say_("; unscored", "；不计分");
    const Eigen::Index row = before(indicator);
    if (row < 0) return words;
    const std::string trend =
        own_trend_words(own, run_.card.value(row, indicator), period(row), now, say_);
    return trend.empty() ? words : words + say_(", ", "，") + trend;
  }

  std::string head() const {
    std::string text = run_title(run_, say_) + say_(": ", "：") + run_.card.rows.place_of(main_);
    if (const std::string when = to_string(run_.card.rows.period[main_]); !when.empty())
      text += say_(", ", "，") + when;
    std::string out = styled(text, Style::strong, view_.colour);
    if (any_flag(run_, std::array{main_}, flag_synthetic))
      out += synthetic_words(flag_synthetic, view_);
    return out + '\n';
  }

  /// Verdicts come first; the composite is the analyst's addition.
  std::string verdict_counts() const {
    std::string out;
    for (std::size_t v = 1; v < counts_.size(); ++v) {
      if (counts_[v] == 0) continue;
      const auto verdict = static_cast<Verdict>(v);
      if (!out.empty()) out += say_(", ", "，");
      out += styled(say_("{} {}", "{1} {0}", counts_[v], say_(title(verdict))), style_of(verdict),
                    view_.colour);
    }
    return out + '\n';
  }

  std::string foot(const std::string& body) const {
    std::string out;
    if (body.find(uncited_mark) != body.npos) out += uncited_legend(say_) + '\n';
    if (body.find(relative_mark) != body.npos) out += relative_legend(say_) + '\n';
    if (!earlier_.empty())
      out += say_("Other periods: --period, or --out for all.",
                  "其他时期：用 --period 指定，或用 --out 全部写出。") +
             '\n';
    for (const Text& note : run_.model.notes) out += say_(note) + '\n';
    return out;
  }

  std::vector<TextTable::Column> columns() const {
    const std::string now = to_string(period(main_));
    const std::string last = earlier_.empty() ? "" : to_string(period(earlier_.front()));
    return {{say_("indicator", "指标"), false, 16, 0, true},
            {last, true, 0, 2},
            {now.empty() ? say_("value", "值") : now, true, 0, 0},
            {say_("unit", "单位"), false, 0, 3},
            {say_("verdict, coverage", "判断、覆盖率"), false, 14, 0, true},
            {say_("score", "得分"), true, 0, 0}};
  }

  const Run& run_;
  const View& view_;
  Language say_;
  Eigen::Index main_;
  std::vector<Eigen::Index> earlier_;     ///< of the same place, the latest first
  std::map<int, Explanation> explained_;  ///< by node, of that row
  std::array<int, 16> counts_{};
  TextTable table_;
};

}  // namespace

std::string place_table(const Run& run, Index row, const View& view) {
  if (row < 0 || row >= run.card.rows.size())
    throw UsageError(fmt::format("row {} of {}", row, run.card.rows.size()));
  return PlaceTable(run, row, view).render();
}

}  // namespace tijian::report
