#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "analysis/doubt_words.h"
#include "analysis/jumps.h"
#include "analysis/level_values.h"
#include "analysis/share_whole.h"
#include "dataset/held.h"
#include "dataset/plausibility.h"
#include "formula/formula.h"
#include "model/evaluation_warnings.h"
#include "model/peers.h"
#include "model/scale_ends.h"
#include "model/series_breaks.h"
#include "tijian/plausibility.h"

namespace tijian::analysis {
namespace {

constexpr double indicator_from_peers = 10, variable_from_peers = 100;
constexpr double nearly_all = 0.9;
constexpr double whole_slack = 1 + 1e-9;

class DoubtSearch {
 public:
  DoubtSearch(const Framework& framework, const Method& method, const Dataset& data,
              const IndicatorTable& table, const MethodTable& methods)
      : framework_(framework),
        method_(method),
        data_(data),
        table_(table),
        methods_(methods),
        groups_(
            model::RankGroups(model::rank_peers(framework, method.reference)).number(table.rows)),
        rows_of_groups_(model::rows_of_groups(groups_)),
        jumps_(table.rows, groups_),
        level_(framework.indicators.size(), 0) {}

  std::vector<Doubt> find() {
    doubts_ = data_.doubts;
    const auto citing = [this](Index row, Index column) { return cite(row, column); };
    for (Doubt& doubt : dataset::Plausibility(framework_, false).each(data_, citing))
      if (!told_.contains({doubt.row, doubt.variable, doubt.indicator})) add(std::move(doubt));
    for (Index column = 0; column < std::ssize(data_.columns); ++column) look_at_column(column);
    for (int j = 0; j < static_cast<int>(framework_.indicators.size()); ++j) look_at_indicator(j);
    add_one_ends();
    std::ranges::stable_sort(doubts_, {}, &Doubt::kind);
    return std::move(doubts_);
  }

 private:
  const Rows& rows() const { return table_.rows; }

  Citation cite(Index row, Index column) const {
    return data_.cite ? data_.cite(row, column) : data_.columns[column].where;
  }

  /// Of a value: its cell, or where the indicator is defined that computes it.
  Citation where_of(Index row, int indicator, Index column) const {
    return column >= 0 ? cite(row, column) : framework_.indicators[indicator].where;
  }

  /// Where an indicator's values stand, or the variable that it passes on; -1: they are computed.
  Index column_of_indicator(int j) const {
    const Index own = data_.column_of_indicator(j);
    const auto& formula = framework_.indicators[j].compiled;
    return own >= 0 || !formula || formula->bare_variable() < 0
               ? own
               : data_.column_of_variable(formula->bare_variable());
  }

  void add(Doubt doubt) {
    if (doubt.row >= 0) told_.insert({doubt.row, doubt.variable, doubt.indicator});
    doubts_.push_back(std::move(doubt));
  }

  Doubt doubt_of_cell(DoubtKind kind, Diagnostic told, Index row, const DataColumn& of,
                      double value, double reference) const {
    return {kind,     std::move(told), rows().place_of(row), rows().period[row],
            row,      of.variable,     of.indicator,         value,
            reference};
  }

  /// A variable, which indicators follow; indicators are looked at as the table has them.
  void look_at_column(Index column) {
    const DataColumn& of = data_.columns[column];
    if (of.variable < 0) return;
    const std::vector<double> values = without_told(data_.values.column(column), [&](Index row) {
      return told_.contains({row, of.variable, -1});
    });
    for (const Jump& jump :
         jumps_.find(values, framework_.variables[of.variable].breaks, variable_from_peers))
      add_jump(jump, of, column, values[jump.row]);
    const auto passes_on = [&](const Indicator& one) {
      return one.compiled && one.compiled->bare_variable() == of.variable;
    };
    if (std::ranges::none_of(framework_.indicators, passes_on))
      add_level(of, column, data_.values.column(column));
  }

  void look_at_indicator(int j) {
    const DataColumn of{-1, j, {}};
    const Index column = column_of_indicator(j);
    add_implausible(j, column);
    add_shares(j, column);
    const std::vector<double> values =
        without_told(table_.values.column(j), [&](Index row) { return is_told(row, j); });
    for (const Jump& jump :
         jumps_.find(values, model::breaks_of(framework_, j), indicator_from_peers))
      add_jump(jump, of, column, values[jump.row]);
    add_level(of, column, table_.values.column(j));
  }

  /// One slip is told once: nothing is held against it, as nothing is against a 0.
  template <class IsTold>
  static std::vector<double> without_told(std::span<const double> values, const IsTold& is_told) {
    std::vector<double> rest(values.begin(), values.end());
    for (Index row = 0; row < std::ssize(rest); ++row)
      if (is_told(row)) rest[row] = 0;
    return rest;
  }

  /// Of an indicator's value: it, or what it comes from.
  bool is_told(Index row, int j) const {
    if (!table_.applies(row, j) || told_.contains({row, -1, j})) return true;
    const auto& formula = framework_.indicators[j].compiled;
    return formula && std::ranges::any_of(formula->variables(), [&](int variable) {
             return told_.contains({row, variable, -1});
           });
  }

  void add_implausible(int j, Index column) {
    const PlausibleRange& range = framework_.indicators[j].range;
    for (Index row = 0; range.limited() && row < rows().size(); ++row) {
      const double value = table_.values(row, j);
      if (range.holds(value) || is_told(row, j)) continue;
      Diagnostic told = model::implausible_value(framework_, rows(), j, row, value);
      told.where = where_of(row, j, column);
      add(doubt_of_cell(DoubtKind::range, std::move(told), row, {-1, j, {}}, value,
                        range.high && value > *range.high ? *range.high : *range.low));
    }
  }

  void add_shares(int j, Index column) {
    const auto whole = whole_of_share(framework_, framework_.indicators[j]);
    for (Index row = 0; whole && row < rows().size(); ++row) {
      const double value = table_.values(row, j);
      if (value > *whole * whole_slack && !is_told(row, j))
        add(doubt_of_cell(DoubtKind::share,
                          share_told(framework_, rows(), j, row, value, where_of(row, j, column)),
                          row, {-1, j, {}}, value, *whole));
    }
  }

  void add_jump(const Jump& jump, const DataColumn& of, Index column, double value) {
    add(doubt_of_cell(
        DoubtKind::jump,
        jump_told(framework_, rows(), of, jump, value, where_of(jump.row, of.indicator, column)),
        jump.row, of, value, jump.reference));
  }

  void add_level(const DataColumn& of, Index column, std::span<const double> values) {
    const auto level = level_values(values, table_, rows_of_groups_, of.indicator);
    if (!level) return;
    if (of.indicator >= 0) level_[of.indicator] = 1;
    const double value = values[level->row];
    const Citation where =
        column >= 0 ? data_.columns[column].where : dataset::held_by(of, framework_).where;
    doubts_.push_back({DoubtKind::constant,
                       level_told(framework_, rows(), of, *level, value, where),
                       {},
                       rows().period[level->row],
                       -1,
                       of.variable,
                       of.indicator,
                       value});
  }

  /// An indicator that is constant is told already, and so is one whose few values are.
  void add_one_ends() {
    for (const model::ScaleEnd& end :
         model::scale_ends(framework_, method_, methods_, table_, groups_, nearly_all))
      if (!level_[end.indicator] &&
          !(end.places < model::fewest_places && is_told(end.row, end.indicator)))
        doubts_.push_back({DoubtKind::one_end,
                           model::one_end(framework_, rows(), end),
                           {},
                           rows().period[end.row],
                           -1,
                           -1,
                           end.indicator,
                           static_cast<double>(end.at_end),
                           static_cast<double>(end.places)});
  }

  const Framework& framework_;
  const Method& method_;
  const Dataset& data_;
  const IndicatorTable& table_;
  const MethodTable& methods_;
  const std::vector<int> groups_;
  const std::vector<std::vector<Index>> rows_of_groups_;
  const JumpSearch jumps_;
  std::vector<char> level_;  ///< one an indicator: it was told that all values are alike
  std::set<std::tuple<Index, int, int>> told_;  ///< row, variable, indicator
  std::vector<Doubt> doubts_;
};

}  // namespace

}  // namespace tijian::analysis

namespace tijian {

std::vector<Doubt> doubts(const Framework& framework, const Method& method, const Dataset& data,
                          const IndicatorTable& table, const MethodTable& methods) {
  check(data, framework);
  check(table, framework);
  if (data.rows.size() != table.rows.size())
    throw UsageError("the table was computed from another dataset");
  return analysis::DoubtSearch(framework, method, data, table, methods).find();
}

}  // namespace tijian
