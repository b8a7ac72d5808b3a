#include "report/finding.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/number.h"
#include "report/finding_templates.h"
#include "report/words.h"

namespace tijian::report {
namespace {

/// Fills the names in braces of a template.
class Sentence {
 public:
  Sentence(const Diagnosis& diagnosis, const Run& run, const Problem& problem, Language say)
      : diagnosis_(diagnosis),
        run_(run),
        problem_(problem),
        own_(run.framework->indicators[problem.indicator]),
        judgement_(run.card.judgement(problem.row, problem.indicator)),
        say_(say) {}

  std::string write(Finding finding) const {
    const Text& own = run_.framework->diagnosis.findings[static_cast<std::size_t>(finding)];
    const std::string text = say_(own.empty() ? default_template(finding) : own);
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t open = text.find('{', at), close = text.find('}', open);
      out += text.substr(at, open - at);
      if (close == text.npos) break;
      out += figure(text.substr(open + 1, close - open - 1));
      at = close + 1;
    }
    return out;
  }

 private:
  std::string amount(double value) const {
    return base::readable(value) + (own_.unit == "1" ? "" : ' ' + own_.unit);
  }

  /// `333.4† 万人 (2035)`
  std::string reference() const {
    std::string text = base::readable(problem_.reference);
    const bool judged = problem_.kind <= ProblemKind::plan;
    if (judged && limit_uncited(own_, judgement_)) text += uncited_mark;
    if (own_.unit != "1") text += ' ' + own_.unit;
    if (judged && judgement_.limit_year != 0)
      text += say_(" ({})", "（{}年）", judgement_.limit_year);
    return text;
  }

  /// In per cent of the reference; of an indicator in per cent, in points.
  std::string percent() const {
    if (own_.unit == "%")
      return base::readable(std::abs(problem_.gap), 3) + say_(" percentage points", " 个百分点");
    return problem_.reference == 0
               ? amount(std::abs(problem_.gap))
               : base::readable(std::abs(problem_.gap / problem_.reference) * 100, 3) + " %";
  }

  std::string figure(std::string_view name) const {
    const Reading& reading = diagnosis_.indicators(problem_.row, problem_.indicator);
    const auto& plan = own_.plan;
    if (name == "title") return say_(own_.title);
    if (name == "place") return diagnosis_.rows.place_of(problem_.row);
    if (name == "period") return period_words(diagnosis_.period, say_);
    if (name == "value") return amount(problem_.value);
    if (name == "reference") return reference();
    if (name == "gap") return amount(std::abs(problem_.gap));
    if (name == "percent") return percent();
    if (name == "side") return problem_.gap > 0 ? say_("above", "高出") : say_("below", "低");
    if (name == "since") return period_words(problem_.since, say_);
    if (name == "last") return amount(problem_.reference);
    if (name == "last_period") return period_words(problem_.reference_period, say_);
    if (name == "rank") return std::to_string(reading.rank);
    if (name == "of") return std::to_string(reading.of);
    if (name == "median") return amount(reading.median);
    if (name == "progress") return base::percent(judgement_.progress);
    if (name == "expected") return base::percent(judgement_.expected);
    if (name == "target_year" && judgement_.limit_year != 0)
      return std::to_string(judgement_.limit_year);
    if (name == "baseline" && plan && plan->baseline) return amount(plan->baseline->value);
    if (name == "baseline_year" && plan && plan->baseline && plan->baseline->year)
      return std::to_string(*plan->baseline->year);
    if (const ShareReading* share = share_at(diagnosis_, problem_.row, problem_.indicator)) {
      if (name == "low") return base::readable(share->low, 3);
      if (name == "high") return base::readable(share->high, 3);
      if (name == "answers") return base::readable(share->answers);
    }
    return "—";
  }

  const Diagnosis& diagnosis_;
  const Run& run_;
  const Problem& problem_;
  const Indicator& own_;
  const Judgement judgement_;
  Language say_;
};

}  // namespace

std::string_view reference_kind(const Problem& problem) {
  constexpr std::array<std::string_view, 6> references{"limit", "standard", "target",
                                                       "light", "earlier",  "peers_median"};
  return problem.finding == Finding::share ? "peers_share"
                                           : references[static_cast<std::size_t>(problem.kind)];
}

std::string reach_word(const Diagnosis& diagnosis, const Run& run, const Problem& problem) {
  const Indicator& own = run.framework->indicators[problem.indicator];
  const auto key = [](const TrendReading& one) { return std::pair(one.row, one.indicator); };
  const auto trend = std::ranges::lower_bound(diagnosis.trends,
                                              std::pair(problem.row, problem.indicator), {}, key);
  if (trend == diagnosis.trends.end() || key(*trend) != std::pair(problem.row, problem.indicator) ||
      trend->n < 3 || own.direction == Direction::range ||
      !(own.light || (own.plan && own.plan->target) || !own.standards.empty()))
    return "";
  if (!std::isnan(trend->reached))
    return std::to_string(static_cast<int>(std::ceil(trend->reached)));
  const double better = own.direction == Direction::lower ? -1 : 1;
  if (better * trend->slope <= 0) return "moving_away";
  return std::isnan(trend->earliest)
             ? "not_within_100_years"
             : "not_before_" + std::to_string(static_cast<int>(trend->earliest));
}

std::string finding(const Diagnosis& diagnosis, const Run& run, const Problem& problem,
                    Language say) {
  const Sentence sentence(diagnosis, run, problem, say);
  const std::string text = sentence.write(problem.finding);
  const bool open = problem.state < ProblemState::solved;
  return open && problem.since != diagnosis.period ? text + sentence.write(Finding::since) : text;
}

}  // namespace tijian::report
