#pragma once
#include <memory>
#include <string_view>

#include "tijian/dataset.h"
#include "tijian/framework.h"
#include "tijian/indicator_table.h"
#include "tijian/model.h"
#include "tijian/scorecard.h"

namespace tijian {

/// All that scoring made, together, for those who explain, judge or report it. It owns its parts:
/// move them in.
///
///   const Run run{framework, std::move(data), std::move(table), std::move(model),
///                 std::move(card)};
///   const Explanation why = *explain(run, "朝阳区", "2021");
///
/// Rows are those of the table and of the card; indicators count as in Framework::indicators,
/// nodes as in Framework::nodes.
struct Run {
  std::shared_ptr<const Framework> framework;
  Dataset data;  ///< left empty where nobody asks for the inputs of values and their sources
  IndicatorTable table;
  Model model;
  Scorecard card;

  /// These members throw a UsageError for a row, indicator, node or column that there is not, and
  /// where there is no framework.

  /// Whether the sample decides the score: the ends of its scale are not the plan's or a
  /// standard's.
  bool relative(int indicator) const;
  /// Whether scores that the sample decides stand beside scores on a fixed scale right below that
  /// node.
  bool mixes(int node) const;
  /// Whether the value itself, not a benchmark, rests on a number that was not checked.
  bool uncited_value(Index row, int indicator) const;
  /// Whether the score does: the value, or the scale.
  bool uncited_score(Index row, int indicator) const;
  /// The card's flags of a column; none where it was made without details.
  std::uint16_t flags(Index row, int column) const;
  /// Whether the sample decides all scores below a category that has one, where it does not decide
  /// those of the whole framework: the total is on another scale than others.
  bool relative_total(Index row, int node) const;
  /// The latest period in which any place has a value; the latest of all where none has.
  Period latest() const;

 private:
  bool all_relative(Index row, int node) const;
};

/// The row of a place: of the period as in the data, else of the latest in which the place has a
/// value. B490, B491 where there is no such.
Loaded<Index> find_row(const Run&, std::string_view place, std::string_view period = {});
/// The period as in the data; the latest where it is empty. B491 where no row is of it.
Loaded<Period> find_period(const Run&, std::string_view period = {});

/// Throws a UsageError where the parts are not whole or not of one framework, or their rows differ
/// in number; says what was found. `explain` calls it.
void check(const Run&);

}  // namespace tijian
