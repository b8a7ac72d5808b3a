#include <algorithm>
#include <array>
#include <cmath>

#include "base/number.h"
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
    return head() + "\n\n" + wrap(conclusion(), view_.width, 0) + "\n\n" + board() + '\n' + felt() +
           problems();
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

  int count(Light light) const {
    int n = 0;
    for (Index j = 0; j < diagnosis_.indicators.cols(); ++j)
      n += diagnosis_.indicators(row_, j).light == light;
    return n;
  }

  int count_kind(ProblemKind kind) const {
    return static_cast<int>(
        std::ranges::count_if(own_, [&](const Problem* p) { return p->kind == kind; }));
  }

  /// What is wrong, how the whole stands, where it is lost.
  std::string conclusion() const {
    const int breaches = count_kind(ProblemKind::breach), all = static_cast<int>(own_.size());
    std::string text = say_("{} problems, {} of them breaches of hard limits",
                            "共发现 {} 个问题，其中突破底线 {} 个", all, breaches);
    if (!own_.empty())
      text += say_("; first: {}", "；首要问题：{}", finding(diagnosis_, run_, *own_.front(), say_));
    text += say_(".", "。") + life();
    text += say_(
        " Of the indicators {} are green, {} yellow, {} orange, {} red; {} have no "
        "standard, {} no data, {} do not apply.",
        "各项指标中正常 {} 项、关注 {} 项、预警 {} 项、红色预警 {} 项，另有无标准 {} 项、数据不足 "
        "{} "
        "项、不适用 {} 项。",
        count(Light::green), count(Light::yellow), count(Light::orange), count(Light::red),
        count(Light::no_standard), count(Light::no_data), count(Light::not_applicable));
    return text + losses() + unmeasured();
  }

  /// Hard limits that were passed and are not measured now: that cures nothing.
  std::string unmeasured() const {
    std::string list;
    for (Index j = 0; j < diagnosis_.indicators.cols(); ++j) {
      const Reading& reading = diagnosis_.indicators(row_, j);
      if (reading.unmeasured_breach)
        list += (list.empty() ? "" : say_(", ", "、")) +
                say_("{} ({})", "{}（{}）", say_(run_.framework->indicators[j].title),
                     period_words(reading.last_period, say_));
    }
    return list.empty() ? ""
                        : say_(" Not measured now, and beyond a hard limit before: {}.",
                               "本期未测而此前已突破底线：{}。", list);
  }

  /// Where the index is lost: the three categories that cost most, or indicators without any.
  std::string losses() const {
    const auto own = std::ranges::find(diagnosis_.weak, row_, &WeakPoints::row);
    if (own == diagnosis_.weak.end() || !(own->nodes.front().lost > 0)) return "";
    std::vector<WeakPoint> parts;
    for (const WeakPoint& one : own->nodes)
      if (run_.framework->nodes[one.node].parent == 0 && one.lost > 0) parts.push_back(one);
    std::ranges::stable_sort(parts, std::ranges::greater{}, &WeakPoint::lost);
    std::string list;
    for (std::size_t i = 0; i < std::min<std::size_t>(parts.size(), 3); ++i)
      list += (i == 0 ? "" : say_(", ", "、")) +
              say_("{} ({})", "{}（{}）", say_(run_.framework->nodes[parts[i].node].title),
                   base::percent(parts[i].obstacle / 100));
    return say_(" The index is {} and misses {} points, most of them by {}.",
                "总指数 {}，距满分差 {} 分，主要失分在{}。",
                base::fixed(run_.card.score(row_, 0), 2), base::fixed(own->nodes.front().lost, 2),
                list);
  }

  /// What became of the problems of the diagnosis before.
  std::string life() const {
    std::array<int, 6> counts{};
    for (const Problem* problem : own_) ++counts[static_cast<std::size_t>(problem->state)];
    for (const Problem& problem : diagnosis_.past)
      counts[static_cast<std::size_t>(problem.state)] += problem.row == row_;
    std::string out;
    for (std::size_t k = 1; k < counts.size(); ++k)
      if (counts[k] > 0)
        out += (out.empty() ? "" : say_(", ", "、")) +
               say_("{} {}", "{1} {0} 个", counts[k], say_(title(static_cast<ProblemState>(k))));
    return out.empty() ? "" : say_(" Since the one before: {}.", "与上期相比：{}。", out);
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
                 {worst(reading)}});
    }
    return table.render(view_.width, view_.colour);
  }

  std::string worst(const CategoryReading& reading) const {
    std::string out;
    for (const int j : reading.worst)
      if (j >= 0 && diagnosis_.indicators(row_, j).light != Light::green)
        out += (out.empty() ? "" : say_(", ", "、")) + say_(run_.framework->indicators[j].title);
    return out;
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
