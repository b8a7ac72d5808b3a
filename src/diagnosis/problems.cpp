#include "diagnosis/problems.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <tuple>

#include "diagnosis/series.h"
#include "model/series_breaks.h"

namespace tijian::diagnosis {
namespace {

/// One way of being ill, and by what.
struct Ill {
  ProblemKind kind;
  Aspect aspect;
};

/// What is wrong with an indicator of a row, the gravest kind; nothing where all is well. What plan
/// or standard say comes before what the past and the peers say.
std::optional<Ill> illness_of(const Reading& reading, Verdict verdict) {
  const auto ill = [&](Aspect aspect) {
    const Light light = reading.aspects[static_cast<std::size_t>(aspect)];
    return light == Light::orange || light == Light::red;
  };
  if (verdict == Verdict::breach)
    return Ill{ProblemKind::breach, ill(Aspect::standard) ? Aspect::standard : Aspect::plan};
  if (ill(Aspect::standard)) return Ill{ProblemKind::standard, Aspect::standard};
  if (ill(Aspect::plan)) return Ill{ProblemKind::plan, Aspect::plan};
  if (reading.light == Light::orange || reading.light == Light::red)
    return Ill{ProblemKind::light, Aspect::standard};
  if (ill(Aspect::past)) return Ill{ProblemKind::trend, Aspect::past};
  if (ill(Aspect::peers)) return Ill{ProblemKind::peers, Aspect::peers};
  return {};
}

Finding finding_of(const Judgement& judgement, ProblemKind kind) {
  switch (kind) {
    case ProblemKind::breach:
      return Finding::breach;
    case ProblemKind::standard:
      return Finding::not_met;
    case ProblemKind::light:
      return Finding::light;
    case ProblemKind::trend:
      return Finding::trend;
    case ProblemKind::peers:
      return Finding::peers;
    case ProblemKind::plan:
      break;
  }
  if (judgement.verdict == Verdict::reversed) return Finding::reversed;
  if (judgement.verdict != Verdict::behind) return Finding::off_pace;
  return std::isnan(judgement.expected) ? Finding::not_met : Finding::behind;
}

class Finder {
 public:
  Finder(const Run& run, const Diagnosis& diagnosis)
      : run_(run),
        diagnosis_(diagnosis),
        histories_(run.table.rows),
        rows_(rows_in(diagnosis.rows, diagnosis.period)) {}

  std::vector<Problem> find() {
    for (const Index row : rows_) look_at(row);
    add_losses();
    add_shares();
    std::ranges::stable_sort(problems_, [](const Problem& a, const Problem& b) {
      return std::tuple(a.kind != ProblemKind::breach, -static_cast<int>(a.severity)) <
             std::tuple(b.kind != ProblemKind::breach, -static_cast<int>(b.severity));
    });
    return std::move(problems_);
  }

 private:
  void add_losses() {
    std::map<std::pair<Index, int>, double> lost;
    for (const WeakPoints& points : diagnosis_.weak)
      for (const WeakPoint& one : points.nodes) lost[{points.row, one.node}] = one.lost;
    for (Problem& problem : problems_) {
      const auto own = lost.find({problem.row, run_.framework->node_of(problem.indicator)});
      if (own != lost.end()) problem.points_lost = own->second;
    }
  }

  /// How many of the peers with a value have the same problem: many, and it is the district's task.
  void add_shares() {
    std::map<std::tuple<int, int, ProblemKind>, int> ill;  // by peers, indicator and kind
    for (const Problem& problem : problems_) ++ill[key_of(problem)];
    std::map<std::pair<int, int>, int> measured;
    for (const Index row : rows_)
      for (int j = 0; j < static_cast<int>(diagnosis_.indicators.cols()); ++j)
        measured[{run_.card.peers[row], j}] += !std::isnan(run_.table.values(row, j));
    for (Problem& problem : problems_)
      if (const int all = measured[{run_.card.peers[problem.row], problem.indicator}]; all > 1)
        problem.share_of_places = ill[key_of(problem)] / static_cast<double>(all);
  }

  std::tuple<int, int, ProblemKind> key_of(const Problem& problem) const {
    return {run_.card.peers[problem.row], problem.indicator, problem.kind};
  }

  void look_at(Index row) {
    for (int j = 0; j < static_cast<int>(run_.framework->indicators.size()); ++j)
      if (const auto ill = illness_at(row, j)) add(row, j, *ill);
  }

  std::optional<Ill> illness_at(Index row, int j) const {
    return illness_of(diagnosis_.indicators(row, j), run_.card.verdict(row, j));
  }

  void add(Index row, int j, const Ill& ill) {
    const Reading& reading = diagnosis_.indicators(row, j);
    const Light own = reading.aspects[static_cast<std::size_t>(ill.aspect)];
    Problem problem{run_.framework->id + '/' + diagnosis_.rows.place_of(row) + '/' +
                        run_.framework->indicators[j].id + '/' + std::string(to_string(ill.kind)),
                    row,
                    j,
                    ill.aspect,
                    ill.kind,
                    ill.aspect == Aspect::past || ill.aspect == Aspect::peers ? own : reading.light,
                    run_.table.values(row, j),
                    reference_of(row, j, ill),
                    missing,
                    ill.kind == ProblemKind::trend ? reading.first_period : Period{},
                    ill.aspect == Aspect::peers && share_at(diagnosis_, row, j)
                        ? Finding::share
                        : finding_of(run_.card.judgement(row, j), ill.kind),
                    since(row, j, ill.kind)};
    problem.gap = problem.value - problem.reference;
    problems_.push_back(std::move(problem));
  }

  /// What the value is held against.
  double reference_of(Index row, int j, const Ill& ill) const {
    const Reading& reading = diagnosis_.indicators(row, j);
    const Indicator& indicator = run_.framework->indicators[j];
    if (ill.aspect == Aspect::past) return reading.first;
    if (const ShareReading* share = share_at(diagnosis_, row, j);
        share && ill.aspect == Aspect::peers)
      return share->pooled;
    if (ill.aspect == Aspect::peers) return reading.median;
    if (ill.kind == ProblemKind::light) return indicator.light->green;
    return run_.card.judgement(row, j).limit;
  }

  /// Never across a break of the series. The first of the periods in a row, up to this one, in
  /// which it was ill in that way; those in which nobody measured it neither count nor end them.
  Period since(Index row, int j, ProblemKind kind) const {
    const std::span<const Index> history = histories_.until(row);
    const std::vector<int> breaks = model::breaks_of(*run_.framework, j);
    Period first = diagnosis_.rows.period[row];
    for (std::size_t k = history.size() - 1; k-- > 0;) {
      if (std::isnan(run_.table.values(history[k], j))) continue;
      const auto before = illness_at(history[k], j);
      if (!before || before->kind != kind ||
          model::breaks_between(breaks, diagnosis_.rows.period[history[k]], first))
        break;
      first = diagnosis_.rows.period[history[k]];
    }
    return first;
  }

  const Run& run_;
  const Diagnosis& diagnosis_;
  const Histories histories_;
  const std::vector<Index> rows_;  ///< of the period
  std::vector<Problem> problems_;
};

}  // namespace

Aspect aspect_of(ProblemKind kind) {
  switch (kind) {
    case ProblemKind::plan:
      return Aspect::plan;
    case ProblemKind::trend:
      return Aspect::past;
    case ProblemKind::peers:
      return Aspect::peers;
    default:
      return Aspect::standard;
  }
}

std::vector<Problem> problems_of(const Run& run, const Diagnosis& diagnosis) {
  return Finder(run, diagnosis).find();
}

}  // namespace tijian::diagnosis
