#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "analysis/jumps.h"
#include "analysis/level_values.h"
#include "base/catalogue.h"
#include "dataset/check.h"
#include "dataset/held.h"
#include "dataset/plausibility.h"
#include "formula/formula.h"
#include "framework/plausible_words.h"
#include "framework/title.h"
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

/// What 100 % is in a unit; nothing where it is no ratio.
std::optional<double> whole_in(const std::string& unit) {
  const auto own = formula::Unit::parse(unit);
  const auto conversion = own ? formula::Unit().to(*own) : std::nullopt;
  return conversion ? std::optional((*conversion)(1)) : std::nullopt;
}

/// Whether an indicator is known to be a share: a survey's, or a part over its whole.
bool is_share(const Framework& framework, const Indicator& indicator) {
  if (indicator.interval && !indicator.interval->share_of.empty()) return true;
  if (!indicator.compiled) return false;
  using Op = formula::Instruction::Op;
  formula::FormulaCode code = indicator.compiled->code();
  std::erase_if(code, [](const auto& step) { return step.op == Op::convert; });
  return code.size() == 3 && code[0].op == Op::variable && code[1].op == Op::variable &&
         code[2].op == Op::divide &&
         framework.variables[code[0].index].part_of == framework.variables[code[1].index].id;
}

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
    for (Doubt& doubt : dataset::Plausibility(framework_, false).each(data_, citing()))
      add(std::move(doubt));
    for (Index column = 0; column < std::ssize(data_.columns); ++column) look_at_column(column);
    for (int j = 0; j < static_cast<int>(framework_.indicators.size()); ++j) look_at_indicator(j);
    add_one_ends();
    std::ranges::stable_sort(doubts_, {}, &Doubt::kind);
    return std::move(doubts_);
  }

 private:
  const Rows& rows() const { return table_.rows; }

  Citation cite(Index row, Index column) const {
    if (column < 0) return {};
    return data_.cite ? data_.cite(row, column) : data_.columns[column].where;
  }
  std::function<Citation(Index, Index)> citing() const {
    return [this](Index row, Index column) { return cite(row, column); };
  }

  Index column_of(int variable, int indicator) const {
    const auto found = std::ranges::find_if(data_.columns, [&](const DataColumn& column) {
      return column.variable == variable && column.indicator == indicator;
    });
    return found == data_.columns.end() ? Index{-1} : found - data_.columns.begin();
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
    const Variable& variable = framework_.variables[of.variable];
    const auto values = data_.values.column(column);
    for (const Jump& jump : jumps_.find(values, variable.breaks, variable_from_peers))
      if (!told_.contains({jump.row, of.variable, -1})) add_jump(jump, of, column, values);
    const auto passes_on = [&](const Indicator& one) {
      return one.compiled && one.compiled->bare_variable() == of.variable;
    };
    if (std::ranges::none_of(framework_.indicators, passes_on)) add_level(of, column, values);
  }

  void look_at_indicator(int j) {
    const DataColumn of{-1, j, {}};
    const Index column = column_of(-1, j);
    const auto values = table_.values.column(j);
    add_implausible(j, column);
    add_shares(j, column);
    for (const Jump& jump :
         jumps_.find(values, model::breaks_of(framework_, j), indicator_from_peers))
      if (!is_told(jump.row, j)) add_jump(jump, of, column, values);
    add_level(of, column, values);
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
      if (column >= 0) told.where = cite(row, column);
      add(doubt_of_cell(DoubtKind::range, std::move(told), row, {-1, j, {}}, value,
                        range.high && value > *range.high ? *range.high : *range.low));
    }
  }

  void add_shares(int j, Index column) {
    const Indicator& of = framework_.indicators[j];
    const auto whole = is_share(framework_, of) ? whole_in(of.unit) : std::nullopt;
    for (Index row = 0; whole && row < rows().size(); ++row) {
      const double value = table_.values(row, j);
      if (!(value > *whole * whole_slack) || is_told(row, j)) continue;
      Diagnostic told = base::make_diagnostic("N586", column >= 0 ? cite(row, column) : of.where,
                                              {{"name", framework::title_of(of)},
                                               {"value", framework::amount(value, of.unit, 6)},
                                               {"row", dataset::row_name(rows(), row)}});
      add(doubt_of_cell(DoubtKind::share, std::move(told), row, {-1, j, {}}, value, *whole));
    }
  }

  void add_jump(const Jump& jump, const DataColumn& of, Index column,
                std::span<const double> values) {
    const dataset::Held held = dataset::held_by(of, framework_);
    const auto amount = [&](double value) { return framework::amount(value, held.unit, 6); };
    const double value = values[jump.row];
    std::vector<base::Argument> words{{"name", held.title},
                                      {"value", amount(value)},
                                      {"row", dataset::row_name(rows(), jump.row)}};
    if (jump.before >= 0) {
      words.push_back({"before", amount(jump.reference)});
      words.push_back({"when", to_string(rows().period[jump.before])});
    } else {
      words.push_back({"median", amount(jump.reference)});
      words.push_back({"peers", std::to_string(jump.peers)});
    }
    add(doubt_of_cell(
        DoubtKind::jump,
        base::make_diagnostic(jump.before >= 0 ? "N584" : "N585", cite(jump.row, column),
                              std::span<const base::Argument>(words)),
        jump.row, of, value, jump.reference));
  }

  void add_level(const DataColumn& of, Index column, std::span<const double> values) {
    const auto level = level_values(values, table_, rows_of_groups_, of.indicator);
    if (!level) return;
    if (of.indicator >= 0) level_[of.indicator] = 1;
    const dataset::Held held = dataset::held_by(of, framework_);
    const Period& period = rows().period[level->row];
    Diagnostic told =
        base::make_diagnostic("N582", column >= 0 ? data_.columns[column].where : held.where,
                              {{"name", held.title},
                               {"value", framework::amount(values[level->row], held.unit, 6)},
                               {"places", std::to_string(level->places)},
                               {"when", model::when_words(period)}});
    told.count = level->groups;
    doubts_.push_back({DoubtKind::constant,
                       std::move(told),
                       {},
                       period,
                       -1,
                       of.variable,
                       of.indicator,
                       values[level->row]});
  }

  /// An indicator that is constant is told already.
  void add_one_ends() {
    for (const model::ScaleEnd& end :
         model::scale_ends(framework_, method_, methods_, table_, groups_, nearly_all))
      if (!level_[end.indicator])
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
