#pragma once
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tijian/matrix.h"
#include "tijian/method_entry.h"
#include "tijian/missing.h"
#include "tijian/value_function.h"

namespace tijian {

/// Statistics of one column over its reference rows; missing values are left out.
struct Summary {
  double count = 0;  ///< values present
  double min = missing;
  double max = missing;
  double mean = missing;
  double m2 = 0;    ///< sum of squared deviations from the mean, of unit * value
  double unit = 1;  ///< a power of two other than 1 where squares would overflow or vanish
  /// Sum of squared shares of the places' weights; NaN: all weigh alike. `m2` is then such that
  /// m2/(count - 1) is the variance sum w (x - m)^2/(1 - sum w^2).
  double concentration = missing;
  bool constant() const { return !(min < max); }
};

/// What a normaliser sees of the column that it fits.
struct Column {
  Direction direction = Direction::higher;
  Summary summary;
  std::span<const double> sorted;  ///< present values, ascending; empty unless `needs_values`
  double low = missing;            ///< goalposts, where given
  double high = missing;
  double target = missing;     ///< the plan's target
  double pass = missing;       ///< the standard's limit
  double reference = missing;  ///< the reference place's value
};

/// Turns an indicator's values into scores. Missing (NaN) stays missing.
struct Normaliser : MethodEntry {
  bool bounded = false;        ///< has `range`; its scores over the reference rows stay inside
  bool needs_moments = false;  ///< needs Summary::mean and m2, not only count and bounds
  bool needs_values = false;   ///< needs Column::sorted: does not merge, keeps values in the model
  bool looks_up = false;  ///< `apply` looks x up among `knots`, the ascending values of the sample
  bool takes_constant = false;  ///< its scale does not come from the sample alone
  /// The score that mirrors onto itself on a scale without `range`; left empty: there is none.
  std::function<double(const Choice&)> middle;
  /// Called for columns that are not constant, or for all with `takes_constant`.
  std::function<Scale(const Column&, const Choice&)> fit;
  /// Left empty for clipped affine methods.
  std::function<void(const Scale&, std::span<const double> x, std::span<double> score)> apply;
};

/// The children's scores of one node over a block of rows.
struct Children {
  std::vector<const double*> columns;  ///< one pointer a child, to `rows` contiguous values
  Index rows = 0;
  std::span<const double> weights;  ///< one a child, >= 0; not necessarily summing to one
  bool present(Index row, std::size_t child) const {
    return columns[child][row] == columns[child][row];
  }
};

/// Combines children into their parent, row by row. Missing children are left out and the weights
/// of the others re-normalised; a row without any child of positive weight is missing.
struct Aggregator : MethodEntry {
  bool needs_peers = false;  ///< compares rows with each other: gets all rows of a stratum at once
  bool keeps_scale = false;  ///< a mean: scores lie between the least and the greatest child's
  /// Of a weighted sum or product, in which weights count as they are: those of the children
  /// present are raised until they sum to all children's.
  enum class Total { none, sum, product };
  Total total = Total::none;
  /// Of the weighted power mean (sum w x^p/sum w)^(1/p), geometric where p = 0: its p, or the
  /// parameter that gives p. Scores, robustness and comparisons then may be worked out without
  /// calling `apply`, alike but for rounding, and arithmetic ones (p = 1) to the bit.
  std::optional<double> power;
  std::string power_from;
  /// That p under a resolved choice; nothing where this is no power mean.
  std::optional<double> exponent(const Choice&) const;
  /// What makes a row missing that has children, for the warning.
  Text refuses{"a negative score below", "下级得分为负"};
  /// Writes `rows` scores; returns how many rows are missing for that.
  std::function<long(const Children&, const Choice&, std::span<double> score)> apply;
};

struct MethodTable;

/// What a data-driven weighting sees: leaves over direction-aware min-max [0,1].
struct WeightingData {
  std::vector<double> count, mean, sd;  ///< one a column; sd with n-1
  std::vector<double> entropy;  ///< sum of p ln p over the column, p = r / sum r, 0 ln 0 = 0
  Matrix<double> correlation;   ///< Pearson, pairwise complete; constant columns NaN
  const Matrix<double>* values = nullptr;  ///< rows x columns; only where `needs_values`
  std::vector<double> given;               ///< the framework's weights
  std::vector<Matrix<double>>
      judgements;  ///< pairwise matrices of this node (ahp), or best and worst rows (bwm)
  std::vector<std::string> names;      ///< of the columns, for the message; may be empty
  const MethodTable* table = nullptr;  ///< for `combined`, which calls other weightings
  Text message;  ///< out: what a person should know, e.g. the consistency ratio
};

/// What is wrong with a judgement, and with which cell; -1: with none by itself.
struct JudgementFault {
  Text what;
  Index row = -1, column = -1;
};

/// Weights for columns, >= 0, summing to one. An array of NaN refuses the data (a judgement that is
/// not reciprocal, say); WeightingData::message then says why.
struct Weighting : MethodEntry {
  bool needs_data = true;    ///< weighs leaves by their columns; else WeightingData has no numbers
  bool judged = false;       ///< weighs the nodes that `matrices` gives judgements for, only those
  int judgement_rows = 0;    ///< rows of a judgement; 0: one a child
  bool every_node = false;   ///< weighs the children of every node, whatever weight they were given
  bool keeps_given = false;  ///< the framework's weights stay as they are
  bool needs_values = false;
  bool needs_correlation = false;
  bool needs_entropy = false;
  std::function<std::vector<double>(WeightingData&, const Choice&)> weigh;
  /// What `weigh` would refuse of one judgement, told before there are data, of which only `given`
  /// and `names` are there; left empty: `weigh` tells.
  std::function<std::optional<JudgementFault>(const WeightingData&, const Matrix<double>&)> fault;
  /// The other weightings that `weigh` calls under a choice; left empty: none.
  std::function<std::vector<Choice>(const Choice&)> parts;
};

/// A filled cell's value for every missing one. `values` is rows x indicators.
struct ImputationData {
  std::span<const int>
      group;  ///< one a row: the group's number, -1: not known; all 0 without groups
  std::span<const int> place;       ///< one a row
  std::span<const double> time;     ///< one a row, in years; NaN without periods
  std::span<const char> reference;  ///< one a row: whether the row is a reference row
};

struct Imputer : MethodEntry {
  /// Per (group, column) constants that a model keeps: groups x columns. Empty function: the method
  /// works on the rows themselves (`fill`).
  std::function<Matrix<double>(const Matrix<double>& values, const ImputationData&, const Choice&)>
      fit;
  /// Fills what is missing from the rows themselves, NaN where it cannot.
  std::function<void(Matrix<double>& values, const ImputationData&, const Choice&)> fill;
  bool after_normalising = false;  ///< sibling_mean: works on scores, done by the model
};

/// What treatment did to one column.
struct Treatment {
  std::string method;  ///< the entry that applies it; empty: untouched
  double low = -std::numeric_limits<double>::infinity();  ///< clip bounds of winsorising
  double high = std::numeric_limits<double>::infinity();
  double shift = 0;  ///< log(x - shift), box_cox of (x - shift)/scale
  double lambda = 0;
  int points = 0;  ///< values changed
  double skewness_before = 0, kurtosis_before = 0, skewness_after = 0, kurtosis_after = 0;
  bool passed = true;  ///< whether the column meets the thresholds now
  double scale = 1;    ///< of box_cox: the geometric mean of x - shift
};

struct Treater : MethodEntry {
  /// `sorted`: present values ascending. Left empty: values stay as they are.
  std::function<Treatment(std::span<const double> sorted, const Choice&)> fit;
  /// The treated value under a treatment that names this entry; not called with NaN. What it needs
  /// to know must be in the treatment's numbers, which a saved model keeps.
  std::function<double(const Treatment&, double x)> apply;
};

/// All methods by family. A value: a program adds its own to a copy and hands the copy over.
struct MethodTable {
  /// UsageError where the entry's name is empty or there already, where it has nothing
  /// to call, or where the default of a parameter is no value of its kind.
  void add(Imputer);
  void add(Treater);
  void add(Normaliser);
  void add(Weighting);
  void add(Aggregator);
  void add(ValueFunction);

  std::vector<Imputer> imputers;
  std::vector<Treater> treaters;
  std::vector<Normaliser> normalisers;
  std::vector<Weighting> weightings;
  std::vector<Aggregator> aggregators;
  std::vector<ValueFunction> value_functions;
};

/// The entry of that name, or null.
template <class Entry>
const Entry* find_method(const std::vector<Entry>& family, std::string_view name) {
  for (const Entry& entry : family)
    if (entry.name == name) return &entry;
  return nullptr;
}

const MethodTable& builtin_methods();

/// What `add` throws, of a table that was put together otherwise.
void check(const MethodTable&);

/// The treated values, by the entry of the table that the treatment names; NaN stays NaN.
/// std::logic_error where the table has none.
void treat(const Treatment&, const MethodTable&, std::span<double> values);
double treat(const Treatment&, const MethodTable&, double x);

}  // namespace tijian
