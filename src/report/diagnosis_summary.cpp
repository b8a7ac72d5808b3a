#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/number.h"
#include "report/text_table.h"
#include "report/words.h"
#include "tijian/report/diagnosis.h"
#include "tijian/report/layout.h"

namespace tijian::report {
namespace {

constexpr std::size_t most_shared = 15;

/// A problem that several places have.
struct SharedProblem {
  int indicator;
  ProblemKind kind;
  Light severity;  ///< the gravest of them
  Aspect aspect;
  std::set<Index> rows;
};

/// The diagnosis of all places of its period.
class DiagnosisSummary {
 public:
  DiagnosisSummary(const Diagnosis& diagnosis, const Run& run, const View& view)
      : diagnosis_(diagnosis), run_(run), view_(view), say_(view.say) {
    for (Index row = 0; row < diagnosis_.rows.size(); ++row)
      if (diagnosis_.rows.period[row] == diagnosis_.period) rows_.push_back(row);
    find_shared();
  }

  std::string render() const {
    std::string text = run_title(run_, say_);
    if (const std::string when = to_string(diagnosis_.period); !when.empty())
      text += say_(", ", "，") + when;
    text = styled(text, Style::strong, view_.colour) +
           (any_flag(run_, rows_, flag_synthetic) ? synthetic_words(flag_synthetic, view_) : "");
    return text + "\n\n" + wrap(conclusion(), view_.width, 0) + "\n\n" + places() + shared();
  }

 private:
  std::string light(Light light) const { return say_(title(light)); }
  std::string title_of(int indicator) const {
    return say_(run_.framework->indicators[indicator].title);
  }

  void find_shared() {
    std::map<std::pair<int, ProblemKind>, SharedProblem> all;
    for (const Problem& one : diagnosis_.problems) {
      SharedProblem& shared =
          all.try_emplace({one.indicator, one.kind},
                          SharedProblem{one.indicator, one.kind, one.severity, one.aspect, {}})
              .first->second;
      shared.severity = std::max(shared.severity, one.severity);
      shared.rows.insert(one.row);
    }
    for (auto& [key, one] : all) shared_.push_back(std::move(one));
    std::ranges::stable_sort(shared_, [](const SharedProblem& a, const SharedProblem& b) {
      if (a.rows.size() != b.rows.size()) return a.rows.size() > b.rows.size();
      return a.severity > b.severity;
    });
  }

  std::string of_places(const SharedProblem& one) const {
    return say_("{} of {}", "{}/{}", one.rows.size(), rows_.size());
  }

  std::string conclusion() const {
    std::set<Index> ill;
    for (const Problem& one : diagnosis_.problems) ill.insert(one.row);
    const auto breaches =
        std::ranges::count(diagnosis_.problems, ProblemKind::breach, &Problem::kind);
    std::string text = say_("{} problems in {} of {} places, {} of them breaches of hard limits.",
                            "{1}/{2} 个评价单元共发现 {0} 个问题，其中突破底线 {3} 个。",
                            diagnosis_.problems.size(), ill.size(), rows_.size(), breaches);
    std::array<int, 7> counts{};
    for (const Index row : rows_)
      for (Index j = 0; j < diagnosis_.indicators.cols(); ++j)
        ++counts[static_cast<std::size_t>(diagnosis_.indicators(row, j).light)];
    text +=
        say_(" Of all lights {} are green, {} yellow, {} orange, {} red; {} figures are missing.",
             "全部指标灯中正常 {} 个、关注 {} 个、预警 {} 个、红色预警 {} 个；缺数 {} 个。",
             counts[0], counts[1], counts[2], counts[3], counts[5]);
    std::string list;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, shared_.size()); ++i)
      if (shared_[i].rows.size() > 1)
        list += (list.empty() ? "" : say_(", ", "、")) +
                say_("{} ({})", "{}（{}）", title_of(shared_[i].indicator), of_places(shared_[i]));
    return list.empty() ? text
                        : text + say_(" Most widely shared: {}.", "最普遍的问题：{}。", list);
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
