#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/lookup.h"
#include "base/catalogue.h"
#include "diagnosis/certainty.h"
#include "diagnosis/changes.h"
#include "diagnosis/level.h"
#include "diagnosis/problem_life.h"
#include "diagnosis/problems.h"
#include "diagnosis/reach.h"
#include "diagnosis/residents_aspect.h"
#include "diagnosis/same_cause.h"
#include "diagnosis/series.h"
#include "diagnosis/shares.h"
#include "diagnosis/standing.h"
#include "diagnosis/trends.h"
#include "diagnosis/verdict_light.h"
#include "model/series_breaks.h"
#include "tijian/diagnosis.h"

namespace tijian::diagnosis {
namespace {

/// Ranked with fewer than that, the half and the quarter say little.
constexpr int least_peers = 4;

/// All that the readings of one indicator share.
struct IndicatorRules {
  const Indicator& indicator;
  Yardsticks yardsticks;
  std::optional<ScaleEnds> ends;
  std::vector<int> breaks;
  TrendRule trend;
  std::vector<double> doubt;  ///< one a row
};

Light light_of_past(Arrow arrow, bool measured) {
  switch (arrow) {
    case Arrow::up:
      return Light::green;
    case Arrow::slow_up:
    case Arrow::flat:
      return Light::yellow;
    case Arrow::down:
      return Light::orange;
    default:
      return measured ? Light::no_standard : Light::no_data;
  }
}

/// Whether a series that went the wrong way did so by more than chance: Mann-Kendall's p of at most
/// 0.1. Three values never do.
bool falls(std::span<const Point> series) { return trend_of(series).test.p <= 0.1; }

/// The better half green, the next quarter yellow, the last one orange: a rank is never red.
Light light_of_peers(const Standing& standing) {
  if (standing.rank == 0 || standing.of < least_peers) return Light::no_standard;
  if (2 * standing.rank <= standing.of + 1) return Light::green;
  return 4 * standing.rank <= 3 * standing.of ? Light::yellow : Light::orange;
}

Light& aspect(Reading& reading, Aspect which) {
  return reading.aspects[static_cast<std::size_t>(which)];
}

class Diagnoser {
 public:
  Diagnoser(const Run& run, const Period& period)
      : run_(run),
        framework_(*run.framework),
        histories_(run.table.rows),
        probe_(framework_, run.data) {
    for (Index row = 0; row < run.table.rows.size(); ++row)
      peers_[run.card.peers[row]].push_back(row);
    for (auto& [group, rows] : peers_) sort_by_place(run.table.rows, rows);
    out_.framework = run.framework;
    out_.rows = run.table.rows;
    out_.period = period;
  }

  Diagnosis make() {
    const Index rows = out_.rows.size();
    const auto indicators = static_cast<Index>(framework_.indicators.size());
    out_.indicators = Matrix<Reading>(rows, indicators, Reading{});
    for (Index j = 0; j < indicators; ++j) read_indicator(static_cast<int>(j));
    read_residents(framework_, out_.indicators);
    read_categories();
    out_.trends = trends_of(run_, out_);
    out_.limits = hard_limits(run_, out_.period);
    out_.weak = weak_points(run_, out_.period);
    out_.problems = problems_of(run_, out_);
    if (has_data()) add_same_causes(run_, probe_, out_);
    return std::move(out_);
  }

 private:
  void read_indicator(int j) {
    const Indicator& indicator = framework_.indicators[j];
    const IndicatorRules rules{indicator,
                               Yardsticks(indicator),
                               ends_of(indicator, *run_.model.methods),
                               model::breaks_of(framework_, j),
                               indicator.trend.value_or(framework_.diagnosis.trend),
                               doubt(j)};
    ends_.push_back(rules.ends);
    add_standings(j, indicator.direction);
    read_shares(run_, peers_, j, out_);
    for (Index row = 0; row < out_.rows.size(); ++row) read(rules, j, row);
  }

  /// Whether the data that the table was computed from are there.
  bool has_data() const { return run_.data.rows.size() == out_.rows.size(); }

  std::vector<double> doubt(int j) {
    return has_data() ? doubt_of(run_, probe_, j)
                      : std::vector<double>(static_cast<std::size_t>(out_.rows.size()), 0.0);
  }

  void add_standings(int j, Direction direction) {
    for (const auto& [group, rows] : peers_) {
      const std::vector<Standing> all = standings(run_.table, rows, j, direction);
      for (std::size_t k = 0; k < rows.size(); ++k) {
        Reading& reading = out_.indicators(rows[k], j);
        reading.median = all[k].median;
        reading.quartile[0] = all[k].lower;
        reading.quartile[1] = all[k].upper;
        reading.rank = all[k].rank;
        reading.of = all[k].of;
        aspect(reading, Aspect::peers) = light_of_peers(all[k]);
      }
    }
  }

  void read(const IndicatorRules& rules, int j, Index row) {
    Reading& reading = out_.indicators(row, j);
    const Verdict verdict = run_.card.verdict(row, j);
    reading.light = light_of(verdict);
    const std::vector<Point> series = series_of(run_.table, histories_.until(row), j);
    add_past(rules, series, j, row, reading);
    if (reading.light == Light::not_applicable || reading.light == Light::no_data) {
      reading.aspects.fill(reading.light);
      return;
    }
    const double value = run_.table.values(row, j);
    const Period& period = out_.rows.period[row];
    aspect(reading, Aspect::plan) = light_of(rules.yardsticks.by_plan(value, period).verdict);
    aspect(reading, Aspect::standard) =
        light_of(rules.yardsticks.by_standard(value, period).verdict);
    const bool late =
        reading.light == Light::yellow &&
        misses_target(unbroken(series, rules.trend, rules.breaks), rules.indicator, period);
    reading.light = light_at(rules.indicator, value, verdict, late);
    if (late && !rules.indicator.light) aspect(reading, Aspect::plan) = Light::orange;
    reading.low = value - rules.doubt[row];
    reading.high = value + rules.doubt[row];
    if (const ShareReading* share = share_at(out_, row, j)) {
      reading.low = std::min(reading.low, share->low);
      reading.high = std::max(reading.high, share->high);
    }
    for (const double end : {reading.low, reading.high})
      if (end != value)
        reading.fragile |=
            light_at(rules.indicator, end, judge(rules.indicator, end, period).verdict, late) !=
            reading.light;
  }

  /// `late`: at its pace it is not at its target in time.
  static Light light_at(const Indicator& indicator, double value, Verdict verdict, bool late) {
    if (indicator.light && verdict != Verdict::breach) return light_by(*indicator.light, value);
    const Light light = light_of(verdict);
    return late && light == Light::yellow ? Light::orange : light;
  }

  void add_past(const IndicatorRules& rules, std::span<const Point> series, int j, Index row,
                Reading& reading) {
    const std::span<const Index> history = histories_.until(row);
    for (std::size_t k = history.size() - 1; k-- > 0 && std::isnan(reading.last);) {
      const Period& then = out_.rows.period[history[k]];
      if (then == out_.rows.period[row]) continue;
      if (model::breaks_between(rules.breaks, then, out_.rows.period[row])) break;
      reading.last = run_.table.values(history[k], j);
      reading.last_period = then;
      reading.unmeasured_breach = std::isnan(run_.table.values(row, j)) &&
                                  run_.card.verdict(history[k], j) == Verdict::breach;
    }
    if (std::isnan(reading.last)) reading.last_period = {};
    if (std::isnan(run_.table.values(row, j))) return;
    const Heading heading =
        heading_of(series, rules.indicator, rules.trend, rules.ends, rules.breaks);
    reading.arrow = heading.arrow;
    reading.first_period = heading.from.period;
    reading.first = heading.arrow == Arrow::none ? missing : heading.from.value;
    reading.pace = heading.pace;
    reading.needed = heading.needed;
    aspect(reading, Aspect::past) = light_of_past(heading.arrow, series.size() > 1);
    if (heading.arrow == Arrow::down && !falls(unbroken(series, rules.trend, rules.breaks)))
      aspect(reading, Aspect::past) = Light::yellow;
  }

  // ---- categories ----

  void read_categories() {
    for (int node = 0; node < static_cast<int>(framework_.nodes.size()); ++node)
      if (framework_.nodes[node].indicator < 0) out_.nodes.push_back(node);
    out_.categories = Matrix<CategoryReading>(
        out_.rows.size(), static_cast<Index>(out_.nodes.size()), CategoryReading{});
    for (std::size_t k = 0; k < out_.nodes.size(); ++k) {
      const std::vector<int> below = indicators_below(framework_, out_.nodes[k]);
      for (Index row = 0; row < out_.rows.size(); ++row)
        out_.categories(row, static_cast<Index>(k)) = read_category(out_.nodes[k], below, row);
    }
  }

  CategoryReading read_category(int node, const std::vector<int>& below, Index row) const {
    std::vector<Graded> graded;
    for (const int j : below) {
      const Light light = out_.indicators(row, j).light;
      graded.push_back(
          {level_of(framework_.indicators[j], ends_[j], run_.table.values(row, j), light), light,
           j});
    }
    const CategoryLight light = light_of_category(std::move(graded));
    CategoryReading out;
    out.light = light.light;
    if (out.light == Light::green && std::ranges::any_of(below, [&](int j) {
          return out_.indicators(row, j).unmeasured_breach;
        }))
      out.light = Light::yellow;
    std::ranges::copy(light.worst, out.worst.begin());
    const int column = run_.card.column(node);
    const std::span<const Index> history = histories_.until(row);
    for (std::size_t k = history.size() - 1; k-- > 0 && std::isnan(out.last);)
      out.last = run_.card.score(history[k], column);
    return out;
  }

  const Run& run_;
  const Framework& framework_;
  const Histories histories_;
  model::Probe probe_;
  std::map<int, std::vector<Index>> peers_;     ///< rows that are ranked together
  std::vector<std::optional<ScaleEnds>> ends_;  ///< one an indicator
  Diagnosis out_;
};

}  // namespace

}  // namespace tijian::diagnosis

namespace tijian {

Loaded<Diagnosis> diagnose(const Run& run, const DiagnosisOptions& options) {
  check(run);
  if (run.card.verdict.empty() || run.card.peers.empty())
    throw UsageError("a diagnosis needs a card of all nodes, with details");
  Loaded<Diagnosis> out;
  const Loaded<Period> period = find_period(run, options.period);
  out.diagnostics = period.diagnostics;
  if (!period.value) return out;
  if (options.previous && options.previous->period != Period{} &&
      options.previous->period > *period.value) {
    out.diagnostics.push_back(base::make_diagnostic(
        "N591", {},
        {{"found", to_string(options.previous->period)}, {"period", to_string(*period.value)}}));
    return out;
  }
  out.value = diagnosis::Diagnoser(run, *period.value).make();
  if (!options.previous) return out;
  out.value->previous = options.previous->period;
  if (out.value->previous == *period.value)
    out.diagnostics.push_back(
        base::make_diagnostic("N592", {}, {{"period", to_string(*period.value)}}));
  if (auto lost = diagnosis::report_lost_problems(*out.value, options.previous->problems))
    out.diagnostics.push_back(std::move(*lost));
  out.value->compared = true;
  out.value->past = diagnosis::compare_with_previous(run, *out.value, options.previous->problems);
  out.value->changes = diagnosis::changes_since(run, *out.value, *options.previous);
  return out;
}

}  // namespace tijian
