#include "report/conclusion.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/number.h"
#include "report/finding.h"
#include "report/shared_problems.h"
#include "report/words.h"

namespace tijian::report {
namespace {

using LightCounts = std::array<int, 7>;

void count_lights(const Diagnosis& diagnosis, Index row, LightCounts& counts) {
  for (Index j = 0; j < diagnosis.indicators.cols(); ++j)
    ++counts[static_cast<std::size_t>(diagnosis.indicators(row, j).light)];
}

/// Neither good nor bad: none has a standard and a figure.
bool nothing_judged(const LightCounts& counts) {
  return counts[0] + counts[1] + counts[2] + counts[3] == 0;
}

std::string unjudged(Language say) {
  return say("No indicator could be judged: none has a standard and a figure.",
             "没有一项指标可以判断：没有既有标准又有数的指标。");
}

/// The sentences of one row; each may be empty.
class RowConclusion {
 public:
  RowConclusion(const Diagnosis& diagnosis, const Run& run, Index row, Language say)
      : diagnosis_(diagnosis), run_(run), row_(row), say_(say) {
    for (const Problem& problem : diagnosis.problems)
      if (problem.row == row) own_.push_back(&problem);
  }

  /// What is wrong.
  std::string problems() const {
    const auto breaches = std::ranges::count_if(
        own_, [](const Problem* p) { return p->kind == ProblemKind::breach; });
    std::string text = say_("{} problems, {} of them breaches of hard limits",
                            "共发现 {} 个问题，其中突破底线 {} 个", own_.size(), breaches);
    if (!own_.empty())
      text += say_("; first: {}", "；首要问题：{}", finding(diagnosis_, run_, *own_.front(), say_));
    return text + say_(".", "。");
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
    return out.empty() ? "" : say_("Since the one before: {}.", "与上期相比：{}。", out);
  }

  std::string lights() const {
    LightCounts counts{};
    count_lights(diagnosis_, row_, counts);
    if (nothing_judged(counts)) return unjudged(say_);
    return say_(
        "Of the indicators {} are green, {} yellow, {} orange, {} red; {} have no "
        "standard, {} no data, {} do not apply.",
        "各项指标中正常 {} 项、关注 {} 项、预警 {} 项、红色预警 {} 项，另有无标准 {} 项、数据不足 "
        "{} "
        "项、不适用 {} 项。",
        counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6]);
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
    return say_("The index is {} and misses {} points, most of them by {}.",
                "总指数 {}，距满分差 {} 分，主要失分在{}。",
                base::fixed(run_.card.score(row_, 0), 2), base::fixed(own->nodes.front().lost, 2),
                list);
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
                        : say_("Not measured now, and beyond a hard limit before: {}.",
                               "本期未测而此前已突破底线：{}。", list);
  }

 private:
  const Diagnosis& diagnosis_;
  const Run& run_;
  Index row_;
  Language say_;
  std::vector<const Problem*> own_;
};

/// The sentences of all places of the period.
class WholeConclusion {
 public:
  WholeConclusion(const Diagnosis& diagnosis, const Run& run, Language say)
      : diagnosis_(diagnosis), run_(run), say_(say) {
    for (Index row = 0; row < diagnosis.rows.size(); ++row)
      if (diagnosis.rows.period[row] == diagnosis.period) rows_.push_back(row);
  }

  std::string problems() const {
    std::set<Index> ill;
    for (const Problem& one : diagnosis_.problems) ill.insert(one.row);
    const auto breaches =
        std::ranges::count(diagnosis_.problems, ProblemKind::breach, &Problem::kind);
    const auto peers = std::ranges::count(diagnosis_.problems, ProblemKind::peers, &Problem::kind);
    std::string text = say_("{} problems in {} of {} places, {} of them breaches of hard limits",
                            "{1}/{2} 个评价单元共发现 {0} 个问题，其中突破底线 {3} 个",
                            diagnosis_.problems.size(), ill.size(), rows_.size(), breaches);
    if (peers > 0)
      text += say_(", {} only in that peers do better", "，仅因落后于同类的 {} 个", peers);
    return text + say_(".", "。");
  }

  std::string lights() const {
    LightCounts counts{};
    for (const Index row : rows_) count_lights(diagnosis_, row, counts);
    if (nothing_judged(counts)) return unjudged(say_);
    return say_("Of all lights {} are green, {} yellow, {} orange, {} red; {} figures are missing.",
                "全部指标灯中正常 {} 个、关注 {} 个、预警 {} 个、红色预警 {} 个；缺数 {} 个。",
                counts[0], counts[1], counts[2], counts[3], counts[5]);
  }

  std::string shared() const {
    const std::vector<SharedProblem> all = shared_problems(diagnosis_);
    std::string list;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, all.size()); ++i)
      if (all[i].rows.size() > 1)
        list += (list.empty() ? "" : say_(", ", "、")) +
                say_("{} ({} of {})", "{}（{}/{}）",
                     say_(run_.framework->indicators[all[i].indicator].title), all[i].rows.size(),
                     rows_.size());
    return list.empty() ? "" : say_("Most widely shared: {}.", "最普遍的问题：{}。", list);
  }

 private:
  const Diagnosis& diagnosis_;
  const Run& run_;
  Language say_;
  std::vector<Index> rows_;
};

std::vector<std::string> without_empty(std::vector<std::string> sentences) {
  std::erase(sentences, "");
  return sentences;
}

}  // namespace

std::vector<std::string> conclusion(const Diagnosis& diagnosis, const Run& run, Index row,
                                    Language say) {
  const RowConclusion own(diagnosis, run, row, say);
  return without_empty({own.problems(), own.life(), own.lights(), own.losses(), own.unmeasured()});
}

std::vector<std::string> conclusion(const Diagnosis& diagnosis, const Run& run, Language say) {
  const WholeConclusion own(diagnosis, run, say);
  return without_empty({own.problems(), own.lights(), own.shared()});
}

std::string paragraph(const std::vector<std::string>& sentences, Language say) {
  std::string text;
  for (const std::string& one : sentences) text += (text.empty() ? "" : say(" ", "")) + one;
  return text;
}

std::string worst_words(const Framework& framework, const Diagnosis& diagnosis, Index row,
                        const CategoryReading& reading, Language say) {
  std::string out;
  for (const int j : reading.worst)
    if (j >= 0 && diagnosis.indicators(row, j).light != Light::green)
      out += (out.empty() ? "" : say(", ", "、")) + say(framework.indicators[j].title);
  return out;
}

}  // namespace tijian::report
