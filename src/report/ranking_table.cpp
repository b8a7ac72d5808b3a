#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <concepts>
#include <map>
#include <vector>

#include "base/number.h"
#include "framework/title.h"
#include "model/peers.h"
#include "report/text_table.h"
#include "report/words.h"
#include "tijian/missing.h"
#include "tijian/report/layout.h"
#include "tijian/report/scores.h"

namespace tijian::report {
namespace {

/// Categories are left out where the terminal is narrow; before them, what stands behind.
constexpr int most_drop = 1;

class RankingTable {
 public:
  RankingTable(const Run& run, const Period& period, const View& view)
      : run_(run), view_(view), say_(view.say), period_(period) {
    const Rows& rows = run.card.rows;
    for (Eigen::Index row = 0; row < rows.size(); ++row)
      if (rows.period[row] == period_) rows_.push_back(row);
    std::map<int, std::size_t> group_order;  // as the data have them
    for (const Eigen::Index row : rows_) group_order.emplace(peers(row), group_order.size());
    std::ranges::stable_sort(rows_, {}, [&](Eigen::Index row) {
      return std::pair{group_order[peers(row)], order(row)};
    });
    for (int column = 1; column < static_cast<int>(run.card.nodes.size()); ++column)
      if (node(column).parent == 0 && node(column).indicator < 0) categories_.push_back(column);
  }

  /// The index with as many categories as fit, the others below.
  std::string render() const {
    std::size_t shown = fitting({0, true});
    std::string body = table({0, true}, shown).render(view_.width, view_.colour);
    while (shown < categories_.size()) {
      const Block block{shown, false};
      shown = fitting(block);
      body += '\n' + table(block, shown).render(view_.width, view_.colour);
    }
    return head() + '\n' + body + '\n' + foot(body);
  }

 private:
  using Names = std::vector<std::string>;

  /// Categories from one on, beside the index and what belongs to it or by themselves.
  struct Block {
    std::size_t from;
    bool overview;
  };

  /// Up to which category a block fits; one at least, where it has nothing else.
  std::size_t fitting(const Block& block) const {
    std::size_t end = categories_.size();
    while (end > block.from + (block.overview ? 0 : 1) &&
           table(block, end).left_out(view_.width, most_drop) > 0)
      --end;
    return end;
  }

  TextTable table(const Block& block, std::size_t end) const {
    TextTable table(columns(block, end));
    for (std::size_t i = 0; i < std::min(rows_.size(), most_places); ++i) {
      const bool begins = i == 0 || peers(rows_[i]) != peers(rows_[i - 1]);
      if (begins && peers(rows_.front()) != peers(rows_.back()))
        table.add_line(group_words(rows_[i]), 0, Style::faint);
      table.add(line(rows_[i], block, end));
    }
    return table;
  }

  const Node& node(int column) const { return run_.framework->nodes[run_.card.nodes[column]]; }

  int peers(Eigen::Index row) const {
    return run_.card.peers.empty() ? 0 : run_.card.peers[static_cast<std::size_t>(row)];
  }

  /// The best score first, missing ones last; capped ones as they are ranked.
  std::pair<int, double> order(Eigen::Index row) const {
    const double score = run_.card.score(row, 0);
    const int rank = run_.card.rank.size() > 0 ? run_.card.rank(row, 0) : 0;
    if (rank > 0) return {0, rank};
    if (std::isnan(score)) return {1, 0};
    return {0, node(0).direction == Direction::lower ? score : -score};
  }

  /// `Subdistrict, Township: 43 places`
  std::string group_words(Eigen::Index row) const {
    const Peers own = model::rank_peers(*run_.framework, run_.model.method.reference);
    const int attribute = run_.framework->find_attribute(own.attribute);
    const Attribute* column = run_.card.rows.attribute(own.attribute);
    std::string names;
    for (const std::string& value : column ? own.values_of(column->at(row)) : Names{}) {
      const AttributeValue* known =
          attribute < 0 ? nullptr : run_.framework->attributes[attribute].value(value);
      const std::string title = known ? say_(known->title) : "";
      names += (names.empty() ? "" : say_(", ", "、")) + (title.empty() ? value : title);
    }
    const auto same = [&](Eigen::Index other) { return peers(other) == peers(row); };
    const auto count = std::ranges::count_if(rows_, same);
    const std::string places = places_words(count);
    if (!names.empty()) return names + say_(": ", "：") + places;
    if (own.attribute.empty()) return places;
    const std::string title =
        attribute < 0 ? own.attribute
                      : say_(framework::title_of(run_.framework->attributes[attribute]));
    return say_("without {}: ", "无“{}”：", title) + places;
  }

  std::string places_words(std::integral auto count) const {
    return count == 1 ? say_("1 place", "1 个评价单元") : say_("{} places", "{} 个评价单元", count);
  }

  std::vector<TextTable::Column> columns(const Block& block, std::size_t end) const {
    std::vector<TextTable::Column> columns{{say_("rank", "名次"), true, 0, 0},
                                           {say_("place", "评价单元"), false, 14, 0}};
    if (block.overview)
      columns.insert(columns.end(), {{say_("breaches", "突破底线"), true, 0, 0},
                                     {say_("not met", "未达标"), true, 0, 0},
                                     {say_("index", "总指数"), true, 0, 0},
                                     {say_("uncapped", "封顶前"), true, 0, most_drop + 1},
                                     {say_("grade", "等级"), false, 8, 0},
                                     {say_("scored", "计分项"), true, 0, 0},
                                     {say_("coverage", "覆盖率"), true, 0, most_drop + 2}});
    for (std::size_t i = block.from; i < end; ++i) {
      columns.push_back({std::to_string(i + 1), true, 0, most_drop});
      if (graded(categories_[i]))
        columns.push_back({say_("grade {}", "等级 {}", i + 1), false, 8, most_drop});
    }
    return columns;
  }

  std::vector<TextTable::Cell> line(Eigen::Index row, const Block& block, std::size_t end) const {
    const Scorecard& card = run_.card;
    const int rank = card.rank.size() > 0 ? card.rank(row, 0) : 0;
    const bool alone = card.rank.size() > 0 && card.ranked_with(row, 0) < 2 && rows_.size() > 1;
    std::vector<TextTable::Cell> cells{{rank > 0 && !alone ? std::to_string(rank) : "—"},
                                       {card.rows.place_of(row), Style::strong}};
    if (block.overview)
      cells.insert(cells.end(), {counted(row, Verdict::breach),
                                 counted(row, Verdict::not_met),
                                 {score(row, 0, 2), Style::strong},
                                 {uncapped(row)},
                                 {grade(row, 0)},
                                 {scored(row)},
                                 {base::percent(card.coverage_of(row, 0))}});
    for (std::size_t i = block.from; i < end; ++i) {
      cells.push_back({score(row, categories_[i], 1)});
      if (graded(categories_[i])) cells.push_back({grade(row, categories_[i])});
    }
    return cells;
  }

  std::string uncapped(Eigen::Index row) const {
    const double score = run_.card.uncapped.size() > 0 ? run_.card.uncapped(row, 0) : missing;
    return std::isnan(score) ? "" : base::fixed(score, 2);
  }

  /// `45/67`: indicators that have a score, of those that apply.
  std::string scored(Eigen::Index row) const {
    if (run_.card.scored.size() == 0) return "";
    return fmt::format("{}/{}", run_.card.scored(row, 0), run_.card.of(row, 0));
  }

  TextTable::Cell counted(Eigen::Index row, Verdict verdict) const {
    if (run_.card.verdict.size() == 0) return {};
    const auto count = (run_.card.verdict.array().row(row) == verdict).count();
    return {count == 0 ? "" : std::to_string(count), Style::bad};
  }

  bool graded(int column) const { return !node(column).grades.empty(); }

  std::string grade(Eigen::Index row, int column) const {
    const Grade* grade = run_.card.grade(row, column);
    return grade ? say_(grade->title) : "";
  }

  std::string score(Eigen::Index row, int column, int decimals) const {
    const double score = run_.card.score(row, column);
    if (std::isnan(score)) return "—";
    const int leaf = node(column).indicator;
    const bool uncited = leaf >= 0 && run_.uncited_score(row, leaf);
    return base::fixed(score, decimals) + (uncited ? uncited_mark : "") +
           (run_.relative_total(row, run_.card.nodes[column]) ? relative_mark : "");
  }

  std::string head() const {
    std::string text = run_title(run_, say_);
    if (const std::string when = to_string(period_); !when.empty()) text += say_(", ", "，") + when;
    text += say_(": ", "：") + places_words(std::ssize(rows_));
    std::string out = styled(text, Style::strong, view_.colour);
    if (any_flag(run_, rows_, flag_synthetic)) out += synthetic_words(flag_synthetic, view_);
    return out + '\n';
  }

  std::string foot(const std::string& body) const {
    std::string out;
    for (std::size_t i = 0; i < categories_.size(); ++i)
      out += (i ? say_("; ", "；") : "") +
             fmt::format("{} {}", i + 1, say_(node(categories_[i]).title));
    if (!out.empty()) out = wrap(out, view_.width, 0) + '\n';
    if (rows_.size() > most_places)
      out += say_("{} more places: --out writes them all.",
                  "另有 {} 个评价单元：--out 可全部写出。", rows_.size() - most_places) +
             '\n';
    if (static_cast<std::size_t>(run_.card.rows.size()) > rows_.size())
      out += say_("Other periods: --period, or --out for all.",
                  "其他时期：用 --period 指定，或用 --out 全部写出。") +
             '\n';
    if (std::ranges::any_of(rows_, [&](auto row) { return std::isnan(run_.card.score(row, 0)); }))
      out += say_("— no score: tijian explain says why", "— 无得分：原因见 tijian explain") + '\n';
    if (body.find(uncited_mark) != body.npos) out += uncited_legend(say_) + '\n';
    if (body.find(relative_mark) != body.npos) out += relative_legend(say_) + '\n';
    for (const Text& note : run_.model.notes) out += say_(note) + '\n';
    return out +
           say_("How a score comes about: tijian explain ... --place <place>",
                "得分由来：tijian explain ... --place <评价单元>") +
           '\n';
  }

  const Run& run_;
  const View& view_;
  Language say_;
  Period period_;
  std::vector<Eigen::Index> rows_;  ///< the best first
  std::vector<int> categories_;     ///< columns of the categories right below the index
};

}  // namespace

std::string ranking_table(const Run& run, const Period& period, const View& view) {
  return RankingTable(run, period, view).render();
}

}  // namespace tijian::report
