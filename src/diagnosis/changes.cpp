#include "diagnosis/changes.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "diagnosis/series.h"
#include "formula/formula.h"
#include "model/probe.h"

namespace tijian::diagnosis {
namespace {

/// An indicator's old definition on the data of now.
struct OldDefinition {
  bool same = true;                 ///< it was not changed
  std::optional<double> unit = 1.;  ///< a number in the old unit times this is one in the new
  std::vector<double> values = {};  ///< one a row; empty: it no longer computes, or is the same
  double green = missing;
};

class ChangeReader {
 public:
  ChangeReader(const Run& run, const Diagnosis& diagnosis, const KnownDiagnosis& known)
      : run_(run),
        framework_(*run.framework),
        diagnosis_(diagnosis),
        known_(known),
        probe_(framework_, run.data),
        old_(framework_.indicators.size()),
        before_(diagnosis.rows.places.size(), -1) {
    for (const Index row : rows_in(diagnosis.rows, known.period))
      before_[diagnosis.rows.place[row]] = row;
    for (const KnownReading& one : known.readings) readings_[{one.place, one.node}] = &one;
    for (const KnownProblem& one : known.problems) problems_[one.id] = &one;
    for (const auto* list : {&diagnosis.problems, &diagnosis.past})
      for (const Problem& one : *list) now_[{one.row, one.indicator}] = &one;
    for (const KnownDefinition& one : known.definitions)
      if (const int j = framework_.find_indicator(one.node); j >= 0) old_[j] = definition(j, one);
  }

  std::vector<IndicatorChange> read() const {
    std::vector<IndicatorChange> all;
    for (const Index row : rows_in(diagnosis_.rows, diagnosis_.period))
      for (int j = 0; j < static_cast<int>(framework_.indicators.size()); ++j) add(row, j, all);
    return all;
  }

 private:
  OldDefinition definition(int j, const KnownDefinition& known) {
    const Indicator& own = framework_.indicators[j];
    OldDefinition out;
    out.green = known.green;
    const bool same_unit = known.unit == own.unit;
    out.same = known.formula == own.formula && same_unit;
    if (!same_unit) out.unit = factor(known.unit, own.unit);
    if (out.same || known.formula.empty() || run_.data.rows.size() == 0) return out;
    if (variables_.empty())
      for (const Variable& one : framework_.variables)
        variables_.push_back({one.id, formula::Unit::parse(one.unit)});
    std::vector<Diagnostic> faults;
    const auto compiled = formula::Formula::compile(
        known.formula, variables_, formula::Unit::parse(own.unit), {}, known.node, faults);
    if (compiled && probe_.computes(*compiled)) out.values = probe_.values(*compiled);
    return out;
  }

  static std::optional<double> factor(const std::string& from, const std::string& to) {
    const auto a = formula::Unit::parse(from), b = formula::Unit::parse(to);
    if (!a || !b) return {};
    const auto conversion = a->to(*b);
    return conversion ? std::optional((*conversion)(1)) : std::nullopt;
  }

  void add(Index row, int j, std::vector<IndicatorChange>& all) const {
    const std::string& id = framework_.indicators[j].id;
    const auto before = readings_.find({diagnosis_.rows.place_of(row), id});
    if (before == readings_.end()) return;
    const Problem* problem = problem_at(row, j);
    const Light light = diagnosis_.indicators(row, j).light;
    if (!problem && light == before->second->light) return;
    IndicatorChange out{row, j, known_.period, before->second->light, light};
    const double in_unit = old_[j].unit.value_or(missing);
    out.before = before->second->value * in_unit;
    out.after = run_.table.values(row, j);
    if (problem) {
      out.reference = problem->reference;
      out.reference_before = reference_before(*problem, *before->second) * in_unit;
    }
    split(out);
    if (out.because != ChangeReason::none || out.light != out.light_before) all.push_back(out);
  }

  const Problem* problem_at(Index row, int j) const {
    const auto found = now_.find({row, j});
    return found == now_.end() ? nullptr : found->second;
  }

  /// As the diagnosis before said it, else by what its figures say of the same kind.
  double reference_before(const Problem& problem, const KnownReading& before) const {
    const auto known = problems_.find(problem.id);
    if (known != problems_.end()) return known->second->reference;
    switch (problem.kind) {
      case ProblemKind::breach:
        return std::isnan(before.standard) ? before.target : before.standard;
      case ProblemKind::standard:
        return before.standard;
      case ProblemKind::plan:
        return before.target;
      case ProblemKind::light:
        return old_[problem.indicator].green;
      case ProblemKind::peers:
        return before.median;
      case ProblemKind::trend:
        return missing;
    }
    return missing;
  }

  void split(IndicatorChange& out) const {
    const OldDefinition& old = old_[out.indicator];
    const bool referred = !std::isnan(out.reference) && !std::isnan(out.reference_before);
    out.threshold = referred ? out.reference_before - out.reference : missing;
    if (std::isnan(out.after) || std::isnan(out.before)) {
      out.because = std::isnan(out.after)
                        ? std::isnan(out.before) ? ChangeReason::none : ChangeReason::gone
                        : ChangeReason::come;
      return;
    }
    const Index then = before_[diagnosis_.rows.place[out.row]];
    const double restated = then < 0 ? missing : run_.table.values(then, out.indicator);
    if (!std::isnan(restated) && known_.definitions.empty()) {
      out.data = out.after - restated;  // revised, or defined in another way: nobody knows
    } else if (!std::isnan(restated)) {
      const bool computes = !old.values.empty() && !std::isnan(old.values[then]);
      const double by_old = old.same ? restated : computes ? old.values[then] : out.before;
      out.data = out.after - restated;
      out.revision = by_old - out.before;
      out.definition = restated - by_old;
    } else if (old.same && !known_.definitions.empty()) {
      out.data = out.after - out.before;
      out.definition = 0;
    }
    out.because = reason(out);
  }

  static ChangeReason reason(const IndicatorChange& change) {
    if (std::isnan(change.data)) return ChangeReason::unknown;
    const std::pair<ChangeReason, double> parts[] = {{ChangeReason::data, change.data},
                                                     {ChangeReason::revision, change.revision},
                                                     {ChangeReason::definition, change.definition},
                                                     {ChangeReason::threshold, change.threshold}};
    ChangeReason most = ChangeReason::none;
    double size = 0;
    for (const auto& [part, amount] : parts)
      if (std::abs(amount) > size) most = part, size = std::abs(amount);
    return most;
  }

  using Subject = std::pair<std::string, std::string>;  ///< place and indicator

  const Run& run_;
  const Framework& framework_;
  const Diagnosis& diagnosis_;
  const KnownDiagnosis& known_;
  model::Probe probe_;
  std::vector<OldDefinition> old_;  ///< one an indicator
  std::vector<Index> before_;       ///< by place: its row in the period of before; -1: none
  std::vector<formula::FormulaVariable> variables_;  ///< made when first asked for
  std::map<Subject, const KnownReading*> readings_;
  std::map<std::string, const KnownProblem*> problems_;  ///< by id
  std::map<std::pair<Index, int>, const Problem*> now_;  ///< by row and indicator
};

}  // namespace

std::vector<IndicatorChange> changes_since(const Run& run, const Diagnosis& diagnosis,
                                           const KnownDiagnosis& known) {
  return ChangeReader(run, diagnosis, known).read();
}

}  // namespace tijian::diagnosis
