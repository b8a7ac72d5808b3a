#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/number.h"
#include "report/study_words.h"
#include "report/text_table.h"
#include "report/words.h"
#include "tijian/report/audit.h"

namespace tijian::report {
namespace {

using Kind = AuditFlag::Kind;
constexpr std::size_t most_flags = 30;

class AuditTable {
 public:
  AuditTable(const Audit& audit, std::uint16_t data_flags, const View& view)
      : audit_(audit), data_flags_(data_flags), view_(view), say_(view.say) {}

  std::string render() const {
    return title() + '\n' + flags() + '\n' + categories() + '\n' + influence() + '\n' +
           indicators();
  }

 private:
  const Node& node(int index) const { return audit_.framework->nodes[index]; }
  std::string name(int index) const {
    const std::string& title = say_(node(index).title);
    return title.empty() ? node(index).id : title;
  }
  std::string title() const {
    return styled(name(0), Style::strong, view_.colour) + synthetic_words(data_flags_, view_) +
           '\n';
  }
  std::string head(const std::string& text) const {
    return styled(text, Style::strong, view_.colour) + '\n';
  }

  std::string words(const AuditFlag& flag) const {
    const std::string own = name(flag.node), other = name(flag.other), r = base::fixed(flag.r, 2);
    switch (flag.kind) {
      case Kind::collinear:
        return say_("collinear: {} and {}, r = {}", "高度相关：{} 与 {}，r = {}", own, other, r);
      case Kind::negative:
        return say_("negative: {} runs against {}, r = {}", "方向相反：{} 与 {}，r = {}", own,
                    other, r);
      case Kind::silent:
        if (std::isnan(flag.r)) return say_("silent: {} does not vary", "无影响：{} 没有差异", own);
        return say_("silent: {} hardly moves {}, r = {}", "影响微弱：{} 对 {}，r = {}", own, other,
                    r);
    }
    return {};
  }

  std::string flags() const {
    std::string out = head(say_("To look at", "值得留意"));
    TextTable table({});
    if (audit_.flags.empty()) table.add_line("  " + std::string(say_("nothing", "无")), 4);
    for (const Kind kind : {Kind::negative, Kind::collinear, Kind::silent}) {
      std::vector<AuditFlag> own;
      for (const AuditFlag& flag : audit_.flags)
        if (flag.kind == kind) own.push_back(flag);
      std::ranges::stable_sort(own, std::ranges::greater{},
                               [](const AuditFlag& flag) { return std::abs(flag.r); });
      for (std::size_t i = 0; i < std::min(own.size(), most_flags); ++i)
        table.add_line("  " + words(own[i]), 4,
                       kind == Kind::negative ? Style::warn : Style::plain);
      if (own.size() > most_flags)
        table.add_line("  " + say_("... and {} more of this kind", "……此类另有 {} 项",
                                   own.size() - most_flags),
                       4);
    }
    if (audit_.scarce > 0)
      table.add_line(
          "  " + say_("not judged: {} correlations of fewer than {} rows",
                      "未判断：{} 个相关系数不足 {} 行", audit_.scarce, audit_.options.fewest_rows),
          4, Style::faint);
    return out + table.render(view_.width, view_.colour);
  }

  std::string categories() const {
    TextTable table({{say_("category", "类别"), false, 12, 0},
                     {say_("children", "下级"), true, 0, 0},
                     {"alpha", true, 0, 0},
                     {say_("1st component", "第一主成分"), true, 0, 0},
                     {say_("2nd", "第二"), true, 0, 1},
                     {say_("rows", "行数"), true, 0, 2}});
    for (const CategoryStructure& own : audit_.categories) {
      const double all = std::accumulate(own.eigenvalues.begin(), own.eigenvalues.end(), 0.0);
      const auto share = [&](std::size_t k) {
        return k < own.eigenvalues.size() ? base::percent(own.eigenvalues[k] / all) : "—";
      };
      table.add({{name(own.node), Style::strong},
                 {std::to_string(node(own.node).children.size())},
                 {base::fixed(own.alpha, 2)},
                 {share(0)},
                 {share(1)},
                 {std::to_string(own.rows)}});
    }
    for (const CategoryStructure& own : audit_.categories)
      if (own.no_alpha != NoAlpha::none)
        table.add_line("  " + say_("no alpha of {}: {}", "{} 没有 alpha：{}", name(own.node),
                                   words(own.no_alpha)),
                       4, Style::faint);
    return head(say_("Do the children of a category measure one thing?", "同类指标是否一致")) +
           table.render(view_.width, view_.colour);
  }

  std::string words(NoAlpha why) const {
    switch (why) {
      case NoAlpha::none:
        break;
      case NoAlpha::one_child:
        return say_("fewer than two of its children vary", "有差异的下级不足两项");
      case NoAlpha::no_common_rows:
        return say_("two of its children have fewer than two rows in common",
                    "有两项下级的共同行不足两行");
      case NoAlpha::no_variance:
        return say_("its children cancel each other out, their sum has no variance",
                    "下级相互抵消，其和的方差不为正");
      case NoAlpha::contradictory:
        return say_("the covariances of its children, each of other rows, contradict each other",
                    "下级两两之间的协方差取自不同的行，互相矛盾");
    }
    return {};
  }

  std::string influence() const {
    TextTable table({{say_("node", "节点"), false, 12, 0},
                     {say_("weight", "权重"), true, 0, 0},
                     {say_("influence", "实际影响"), true, 0, 0},
                     {say_("r with parent", "与上级 r"), true, 0, 0},
                     {say_("r with index", "与总指数 r"), true, 0, 1}});
    for (const Influence& own : audit_.influence)
      table.add({{name(own.node), node(own.node).indicator < 0 ? Style::strong : Style::plain},
                 {base::percent(own.stated)},
                 {base::percent(own.actual)},
                 {base::fixed(own.with_parent, 2)},
                 {base::fixed(own.with_index, 2)}});
    TextTable note({});
    note.add_line(say_("influence: share of the siblings' squared correlations with the parent",
                       "实际影响：与上级相关系数的平方在同级中所占的份额"),
                  0, Style::faint);
    return head(say_("Stated weight and actual influence within the parent",
                     "上级之内的权重与实际影响")) +
           note.render(view_.width, view_.colour) + table.render(view_.width, view_.colour);
  }

  std::string indicators() const {
    TextTable table({{say_("indicator", "指标"), false, 12, 0},
                     {say_("values", "有值"), true, 0, 0},
                     {say_("missing", "缺失"), true, 0, 0},
                     {say_("equal", "同值"), true, 0, 1},
                     {say_("min", "最小"), true, 0, 4},
                     {say_("median", "中位"), true, 0, 3},
                     {say_("max", "最大"), true, 0, 4},
                     {say_("skewness", "偏度"), true, 0, 0},
                     {say_("kurtosis", "峰度"), true, 0, 2}});
    for (std::size_t j = 0; j < audit_.indicators.size(); ++j) {
      const IndicatorStatistics& own = audit_.indicators[j];
      const Indicator& indicator = audit_.framework->indicators[j];
      const std::string& title = say_(indicator.title);
      const bool skewed = std::abs(own.skewness) >= 2 && own.kurtosis >= 3.5;
      table.add({{title.empty() ? indicator.id : title},
                 {std::to_string(own.present)},
                 {own.present == own.rows ? "" : base::percent(own.share_missing)},
                 {base::percent(own.share_equal)},
                 {base::readable(own.min, 4)},
                 {base::readable(own.median, 4)},
                 {base::readable(own.max, 4)},
                 {base::fixed(own.skewness, 2), skewed ? Style::warn : Style::plain},
                 {base::fixed(own.kurtosis, 2)}});
    }
    return head(say_("Indicators", "指标统计")) + table.render(view_.width, view_.colour);
  }

  const Audit& audit_;
  std::uint16_t data_flags_;
  const View& view_;
  Language say_;
};

}  // namespace

std::string_view name_of(Kind kind) {
  return kind == Kind::collinear ? "collinear" : kind == Kind::negative ? "negative" : "silent";
}

std::string_view name_of(NoAlpha why) {
  constexpr std::string_view names[] = {"", "one_child", "no_common_rows", "no_variance",
                                        "contradictory"};
  return names[static_cast<std::size_t>(why)];
}

std::string audit_table(const Audit& audit, std::uint16_t data_flags, const View& view) {
  return AuditTable(audit, data_flags, view).render();
}

}  // namespace tijian::report
