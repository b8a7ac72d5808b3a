#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <vector>

#include "base/number.h"
#include "report/text_table.h"
#include "report/words.h"
#include "tijian/report/scores.h"

namespace tijian::report {
namespace {

/// Up to so many values are all shown, whatever their period.
constexpr std::size_t few_values = 120;

class PlaceTable {
 public:
  PlaceTable(const Run& run, const View& view) : run_(run), view_(view), say_(view.say) {
    rows_.resize(static_cast<std::size_t>(run.card.rows.size()));
    std::iota(rows_.begin(), rows_.end(), 0);
    std::ranges::stable_sort(rows_, std::greater{},
                             [&](auto row) { return run.card.rows.period[row]; });
    const auto shown =
        std::ranges::find(rows_, run.latest(), [&](auto row) { return run.card.rows.period[row]; });
    main_ = *shown;
    keep(explain(run, main_, 0));
    choose_values();
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
  struct Seen {
    Eigen::Index row;
    bool latest;
  };

  const Framework& framework() const { return *run_.framework; }
  const Node& node(int column) const { return framework().nodes[run_.card.nodes[column]]; }
  bool has_periods() const { return rows_.size() > 1; }
  /// Empty where there is but one: the head line has it.
  std::string period(Eigen::Index row) const {
    return has_periods() ? to_string(run_.card.rows.period[row]) : "";
  }

  /// The categories' explanations, each without its children.
  void keep(Explanation e) {
    for (Explanation& child : e.children) keep(std::move(child));
    e.children.clear();
    explained_[e.node] = std::move(e);
  }

  /// Which values of each indicator are shown: all of few; else the latest, and each breach.
  void choose_values() {
    seen_.resize(framework().indicators.size());
    if (run_.card.value.size() == 0) return;
    const auto present = static_cast<std::size_t>((!run_.card.value.array().isNaN()).count());
    for (std::size_t i = 0; i < seen_.size(); ++i)
      for (const Eigen::Index row : rows_) {
        const auto indicator = static_cast<Eigen::Index>(i);
        if (std::isnan(run_.card.value(row, indicator))) continue;
        const bool latest = seen_[i].empty();
        if (latest || present <= few_values || run_.card.verdict(row, indicator) == Verdict::breach)
          seen_[i].push_back({row, latest});
        else
          left_out_ = true;
      }
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
    if (node(column).indicator < 0) return base::fixed(score, 2) + ' ';
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
    std::string text = coverage_words(explained_.at(run_.card.nodes[column]), say_);
    const std::uint16_t flags = run_.flags(main_, column);
    if (flags & flag_capped) text += say_("; capped by a breach", "；因突破底线封顶");
    if (flags & flag_filled) text += say_("; filled from its group", "；由同组补齐");
    const std::string own = grade(main_, column);
    return own.empty() ? text : text + say_("; ", "；") + own;
  }

  /// `2/11`: indicators with a value in any period, of those below the node.
  std::string counted(int index) const {
    if (run_.card.value.size() == 0) return "";
    int all = 0, with_value = 0;
    for (std::size_t i = 0; i < framework().nodes.size(); ++i) {
      const int leaf = framework().nodes[i].indicator;
      if (leaf < 0 || !below(static_cast<int>(i), index)) continue;
      ++all;
      with_value += !seen_[leaf].empty();
    }
    return say_("{} of {}", "{}/{} 项", with_value, all);
  }

  bool below(int index, int ancestor) const {
    while (index > ancestor) index = framework().nodes[index].parent;
    return index == ancestor;
  }

  void add_category(int column) {
    const int index = run_.card.nodes[column];
    const std::string indent(static_cast<std::size_t>(2 * depth(index)), ' ');
    table_.add({{indent + say_(node(column).title), Style::strong},
                {period(main_)},
                {counted(index)},
                {},
                {coverage(column)},
                {score(main_, column), Style::strong}});
    add_leaves(index);
  }

  void add_index() {
    table_.add({{say_("Index", "总指数"), Style::strong},
                {period(main_)},
                {counted(0)},
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
      for (const Seen& seen : seen_[indicator]) add_value(child, seen, indent);
      if (!seen_[indicator].empty()) continue;
      if (run_.flags(main_, run_.card.column(child)) & flag_not_applicable) {
        ++elsewhere;
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

  void add_value(int index, const Seen& seen, int indent) {
    const Node& leaf = framework().nodes[index];
    const Indicator& indicator = framework().indicators[leaf.indicator];
    const int column = run_.card.column(index);
    const double value = run_.card.value(seen.row, leaf.indicator);
    const Verdict verdict = run_.card.verdict(seen.row, leaf.indicator);
    const std::uint16_t flags = run_.flags(seen.row, column);
    std::string words =
        verdict_words(indicator, value, run_.card.judgement(seen.row, leaf.indicator),
                      run_.card.rows.period[seen.row], say_);
    if (flags & flag_imputed) words += say_("; imputed", "；插补值");
    if (const std::string own = grade(seen.row, column); !own.empty())
      words += say_("; ", "；") + own;
    const std::string title = seen.latest ? say_(leaf.title) : "";
    table_.add({{std::string(static_cast<std::size_t>(indent), ' ') + title},
                {period(seen.row), Style::faint},
                {base::readable(value) +
                 (run_.uncited_value(seen.row, leaf.indicator) ? uncited_mark : " ")},
                {indicator.unit == "1" ? "" : indicator.unit},
                {words, style_of(verdict)},
                {score(seen.row, column)}});
    if (seen.latest) ++counts_[static_cast<std::size_t>(verdict)];
  }

  std::string head() const {
    std::string text = run_title(run_, say_) + say_(": ", "：") + run_.card.rows.place_of(main_);
    if (const std::string when = to_string(run_.card.rows.period[main_]); !when.empty())
      text += say_(", ", "，") + when;
    std::string out = styled(text, Style::strong, view_.colour);
    if (any_flag(run_, rows_, flag_synthetic)) out += synthetic_words(flag_synthetic, view_);
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
    if (has_periods())
      out +=
          say_("Categories and index: {}; counted are indicators with a value in any period.",
               "类别与总指数为 {}；项数按任一时期有值计。", period(main_)) +
          (left_out_
               ? say_(" Indicators: the latest value; earlier ones with explain --period or --out.",
                      "指标为最近一期的值；更早的见 explain --period 或 --out。")
               : "") +
          '\n';
    if (body.find(uncited_mark) != body.npos) out += uncited_legend(say_) + '\n';
    if (body.find(relative_mark) != body.npos) out += relative_legend(say_) + '\n';
    for (const Text& note : run_.model.notes) out += say_(note) + '\n';
    return out;
  }

  const Run& run_;
  const View& view_;
  Language say_;
  std::vector<Eigen::Index> rows_;        ///< the latest first
  Eigen::Index main_ = 0;                 ///< of the period whose categories are shown
  std::map<int, Explanation> explained_;  ///< by node, of that row
  std::vector<std::vector<Seen>> seen_;
  bool left_out_ = false;
  std::array<int, 16> counts_{};
  TextTable table_{{{say_("indicator", "指标"), false, 16, 0, true},
                    {say_("period", "时期"), false, 0, 0},
                    {say_("value", "值"), true, 0, 0},
                    {say_("unit", "单位"), false, 0, 3},
                    {say_("verdict, coverage", "判断、覆盖率"), false, 14, 0, true},
                    {say_("score", "得分"), true, 0, 0}}};
};

}  // namespace

std::string place_table(const Run& run, const View& view) { return PlaceTable(run, view).render(); }

}  // namespace tijian::report
