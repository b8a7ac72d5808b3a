#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/catalogue.h"
#include "base/number.h"
#include "base/output_file.h"
#include "report/csv_lines.h"
#include "report/text_table.h"
#include "report/words.h"
#include "tijian/report/comparison.h"
#include "tijian/report/layout.h"

namespace tijian::report {
namespace {

constexpr std::size_t most_moves = 60, most_reasons = 3;
constexpr double worth_a_line = 0.005;  // points of the index
constexpr std::array causes{Cause::value,  Cause::presence,    Cause::scale,
                            Cause::weight, Cause::aggregation, Cause::adjustment};

std::string signed_number(double x, int decimals) {
  const std::string text = base::fixed(x, decimals);
  return x > 0 && text.find_first_not_of("0.") != text.npos ? '+' + text : text;
}

std::string rank_words(int before, int after) {
  const auto one = [](int rank) { return rank > 0 ? std::to_string(rank) : std::string("—"); };
  return before == after ? one(before) : one(before) + "→" + one(after);
}

class CompareTable {
 public:
  CompareTable(const Comparison& comparison, std::uint16_t data_flags, const View& view)
      : comparison_(comparison), data_flags_(data_flags), view_(view), say_(view.say) {
    for (const Move& move : comparison.moves) moves_.push_back(&move);
    std::ranges::stable_sort(moves_, std::ranges::greater{}, [](const Move* move) {
      return std::isnan(move->change()) ? -1 : std::abs(move->change());
    });
  }

  std::string render() const {
    std::string out = heading() + (moves_.size() == 1 ? single(*moves_.front()) : many());
    const auto list = [&](const std::vector<std::string>& names, const char* en, const char* zh) {
      if (!names.empty()) out += say_(en, zh, base::joined(names, say_(", ", "、"))) + '\n';
    };
    list(comparison_.indicators_before_only, "Indicators before only: {}", "仅之前有的指标：{}");
    list(comparison_.indicators_after_only, "Indicators after only: {}", "仅之后有的指标：{}");
    list(comparison_.places_before_only, "Places before only: {}", "仅之前有的评价单元：{}");
    list(comparison_.places_after_only, "Places after only: {}", "仅之后有的评价单元：{}");
    return out;
  }

 private:
  std::string heading() const {
    const auto of = [&](const Framework& framework) {
      const std::string& text = say_(framework.title);
      return text.empty() ? framework.id : text;
    };
    const std::string before = of(*comparison_.framework_before),
                      after = of(*comparison_.framework_after);
    return styled(before == after ? after : before + " → " + after, Style::strong, view_.colour) +
           synthetic_words(data_flags_, view_) + "\n\n";
  }

  bool periods() const {
    return std::ranges::any_of(moves_, [](const Move* m) { return m->period_after != Period{}; });
  }

  std::string when(const Move& move) const {
    const std::string before = to_string(move.period_before), after = to_string(move.period_after);
    return before == after ? after : before + "→" + after;
  }

  std::string name(const Contribution& c) const {
    if (c.node == comparison_.framework_after->nodes.front().id)
      return say_("index as a whole", "总指数整体");
    const std::string& title = say_(c.title);
    return title.empty() ? c.node : title;
  }

  /// The cause in words: of data that came or went, which.
  std::string because(const Contribution& c) const {
    const bool before = !std::isnan(c.before), after = !std::isnan(c.after);
    if (c.implausible && c.cause == Cause::value)
      return say_("figures, implausible", "数据变化，数值超出合理范围");
    if (c.cause != Cause::presence || before == after) return say_(title(c.cause));
    if (c.unit.empty())
      return after ? say_("scored only now", "本期才计分") : say_("scored no more", "本期未计分");
    if (holds(comparison_.indicators_before_only, c.node))
      return say_("in the first system only", "仅之前的体系有");
    if (holds(comparison_.indicators_after_only, c.node))
      return say_("in the second system only", "仅之后的体系有");
    return after ? say_("data only now", "本期才有数据") : say_("data no more", "本期缺数据");
  }

  static bool holds(const std::vector<std::string>& ids, const std::string& id) {
    return std::ranges::find(ids, id) != ids.end();
  }

  static std::string figure(double x, const Contribution& c) {
    if (std::isnan(x)) return "—";
    return c.unit.empty() ? base::fixed(x, 2) : base::readable(x);
  }

  /// ` 24.2→26 %`; empty without figures on both sides.
  std::string figures(const Contribution& c) const {
    if (std::isnan(c.before) || std::isnan(c.after) || c.cause != Cause::value) return "";
    return ' ' + figure(c.before, c) + "→" + figure(c.after, c) +
           (c.unit == "1" ? "" : ' ' + c.unit);
  }

  std::string reason(const Contribution& c) const {
    return fmt::format(
        "{} {} ({})", name(c), signed_number(c.amount, 2),
        c.cause == Cause::value && !figures(c).empty() ? figures(c).substr(1) : because(c));
  }

  /// `no index (2022): 55 % of its parts have a score, 60 % needed`; empty with an index on both
  /// sides.
  std::string without_index(const Move& move) const {
    std::vector<std::string> texts;
    const auto add = [&](double score, const IndexCoverage& coverage, const std::string& when) {
      if (std::isnan(score))
        texts.push_back(say_("no index ({}): {} of its parts have a score, {} needed",
                             "{}无总指数：下级仅 {} 有得分，须达 {}", when,
                             base::percent(coverage.parts), base::percent(coverage.asked)));
    };
    add(move.before, move.coverage_before, side(move, false));
    add(move.after, move.coverage_after, side(move, true));
    return base::joined(texts, say_("; ", "；"));
  }

  std::string reasons(const Move& move) const {
    if (std::isnan(move.change())) return without_index(move);
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < std::min(most_reasons, move.contributions.size()); ++i)
      texts.push_back(reason(move.contributions[i]));
    return base::joined(texts, say_("; ", "；"));
  }

  Style style_of(double change) const {
    return change < 0 ? Style::bad : change > 0 ? Style::good : Style::plain;
  }

  std::string many() const {
    TextTable table({{say_("place", "评价单元"), false, 8, 0},
                     {say_("period", "时期"), false, 0, 3},
                     {say_("before", "之前"), true, 0, 2},
                     {say_("after", "之后"), true, 0, 2},
                     {say_("change", "变化"), true, 0, 0},
                     {say_("rank", "名次"), true, 0, 0},
                     {say_("because of", "主要原因"), false, 24, 0, true}});
    for (std::size_t i = 0; i < std::min(moves_.size(), most_moves); ++i) {
      const Move& move = *moves_[i];
      table.add({{move.place, Style::strong},
                 {periods() ? when(move) : ""},
                 {base::fixed(move.before, 2)},
                 {base::fixed(move.after, 2)},
                 {signed_number(move.change(), 2), style_of(move.change())},
                 {rank_words(move.rank_before, move.rank_after)},
                 {reasons(move)}});
    }
    std::string out = table.render(view_.width, view_.colour);
    if (moves_.size() > most_moves)
      out += say_("{} more places moved less: --out writes them all.\n",
                  "另有 {} 个评价单元变化更小：--out 可全部写出。\n", moves_.size() - most_moves);
    return out;
  }

  /// One place: totals by cause, categories, and all that is worth a line, which sum to the change.
  std::string single(const Move& move) const {
    std::string head = move.place;
    if (const std::string period = when(move); !period.empty()) head += ' ' + period;
    head += say_(": {} to {}, {}; rank {}", "：{} 至 {}，{}；名次 {}", base::fixed(move.before, 2),
                 base::fixed(move.after, 2), signed_number(move.change(), 2),
                 rank_words(move.rank_before, move.rank_after));
    std::string out = styled(head, Style::strong, view_.colour) + '\n';
    if (std::isnan(move.change())) return out + without_index(move) + "\n\n" + categories(move);
    if (move.contributions.empty()) return out + say_("nothing moved\n", "没有变化\n");
    return out + wrap(by_cause(move), view_.width, 2) + "\n\n" + categories(move) + '\n' +
           all_reasons(move);
  }

  /// `figures +3.05; data that came or went +3.31; sum +6.37`
  std::string by_cause(const Move& move) const {
    std::string out;
    for (const Cause cause : causes) {
      const double amount = move.because_of(cause);
      if (std::abs(amount) < worth_a_line) continue;
      out += say_(title(cause)) + ' ' + signed_number(amount, 2) + say_("; ", "；");
    }
    return out + say_("sum {}", "合计 {}", signed_number(move.change(), 2));
  }

  /// The period, where it tells the sides apart.
  std::string side(const Move& move, bool after) const {
    if (move.period_before != move.period_after)
      return to_string(after ? move.period_after : move.period_before);
    return after ? say_("after", "之后") : say_("before", "之前");
  }

  std::string categories(const Move& move) const {
    TextTable table({{say_("category", "类别"), false, 20, 0},
                     {side(move, false), true, 0, 0},
                     {side(move, true), true, 0, 0},
                     {say_("points of the index", "总指数分"), true, 0, 0}});
    for (const CategoryMove& one : move.categories)
      table.add({{say_(one.title).empty() ? one.node : say_(one.title)},
                 {base::fixed(one.before, 2)},
                 {base::fixed(one.after, 2)},
                 {signed_number(one.contribution, 2), style_of(one.contribution)}});
    return move.categories.empty() ? "" : table.render(view_.width, view_.colour);
  }

  std::string all_reasons(const Move& move) const {
    TextTable table({{say_("because of", "原因"), false, 20, 0, true},
                     {side(move, false), true, 0, 0},
                     {side(move, true), true, 0, 0},
                     {say_("unit", "单位"), false, 0, 2},
                     {say_("by its", "方面"), false, 8, 0, true},
                     {say_("points of the index", "总指数分"), true, 0, 0}});
    double rest = 0;
    int small = 0;
    for (const Contribution& c : move.contributions) {
      if (std::abs(c.amount) < worth_a_line) {
        rest += c.amount;
        ++small;
        continue;
      }
      table.add({{name(c)},
                 {figure(c.before, c)},
                 {figure(c.after, c)},
                 {c.unit == "1" ? "" : c.unit},
                 {because(c)},
                 {signed_number(c.amount, 2), style_of(c.amount)}});
    }
    if (small > 0)
      table.add({{say_("{} smaller ones", "另 {} 项变化很小", small)},
                 {},
                 {},
                 {},
                 {},
                 {signed_number(rest, 2)}});
    table.add({{say_("sum", "合计"), Style::strong},
               {},
               {},
               {},
               {},
               {signed_number(move.change(), 2), Style::strong}});
    return table.render(view_.width, view_.colour);
  }

  const Comparison& comparison_;
  std::uint16_t data_flags_;
  const View& view_;
  Language say_;
  std::vector<const Move*> moves_;  ///< the largest change first
};

std::string file_of_moves(const Comparison& comparison, std::uint16_t data_flags) {
  CsvLines lines({"place", "period_before", "period_after", "before", "after", "change",
                  "rank_before", "rank_after", "coverage_before", "coverage_after"},
                 data_flags);
  const auto rank = [](int r) { return r > 0 ? std::to_string(r) : std::string(); };
  for (const Move& move : comparison.moves)
    lines.add(move.place)
        .add(to_string(move.period_before))
        .add(to_string(move.period_after))
        .add(move.before)
        .add(move.after)
        .add(move.change())
        .add(rank(move.rank_before))
        .add(rank(move.rank_after))
        .add(move.coverage_before.values)
        .add(move.coverage_after.values)
        .end();
  return lines.text();
}

std::string file_of_contributions(const Comparison& comparison, std::uint16_t data_flags) {
  CsvLines lines({"place", "period_before", "period_after", "node", "cause", "contribution",
                  "value_before", "value_after", "unit"},
                 data_flags);
  for (const Move& move : comparison.moves)
    for (const Contribution& c : move.contributions)
      lines.add(move.place)
          .add(to_string(move.period_before))
          .add(to_string(move.period_after))
          .add(c.node)
          .add(to_string(c.cause))
          .add(c.amount)
          .add(c.before)
          .add(c.after)
          .add(c.unit)
          .end();
  return lines.text();
}

}  // namespace

std::string compare_table(const Comparison& comparison, std::uint16_t data_flags,
                          const View& view) {
  return CompareTable(comparison, data_flags, view).render();
}

std::vector<std::string> write_comparison(const Comparison& comparison, std::uint16_t data_flags,
                                          const std::string& folder) {
  const std::vector<std::string> paths{folder + "/moves.csv", folder + "/contributions.csv"};
  base::write_file(paths[0], file_of_moves(comparison, data_flags));
  base::write_file(paths[1], file_of_contributions(comparison, data_flags));
  return paths;
}

}  // namespace tijian::report
