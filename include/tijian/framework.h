#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tijian/diagnostic.h"
#include "tijian/method.h"
#include "tijian/place.h"
#include "tijian/reading_rules.h"
#include "tijian/text.h"

namespace tijian {

namespace formula {
class Formula;
}

/// How a place gets a variable, where the data do not give it, from the places whose `parent` (an
/// attribute) it is, of the same period. Missing where one of them has none; a part that weighs 0
/// need have none.
struct Rollup {
  enum class By { none, sum, mean };
  By by = By::none;
  std::string weights = {};  ///< for the mean: a variable; empty: all alike
};

/// Between which values something is believable, in its own unit; a value outside it is told.
struct PlausibleRange {
  std::optional<double> low, high;  ///< nothing: no limit on that side
  bool operator==(const PlausibleRange&) const = default;
  bool limited() const { return low || high; }
  /// A missing value is in every range.
  bool holds(double value) const { return !(low && value < *low) && !(high && value > *high); }
};

/// A raw statistic with a unit of measure.
struct Variable {
  std::string id;
  Text title;
  std::string unit;  ///< as written in the framework; "1" for a plain number
  Text definition;
  std::string keeper;  ///< the department that keeps the statistic
  Citation where;
  Rollup rollup = {};
  PlausibleRange range = {};
  std::string part_of = {};      ///< a variable that is never less; empty: none
  std::vector<int> breaks = {};  ///< years in which a new series begins
  /// With a rollup: what it is, where the data do not give it, for a place without parts; empty:
  /// nothing.
  std::string formula = {};
  std::shared_ptr<const formula::Formula> compiled = {};
};

struct YearValue {
  std::optional<int> year;
  double value;
};

/// The plan's path: from the baseline to the target. `scope` says whose target it is.
struct Plan {
  std::optional<YearValue> baseline, target;
  std::string scope;  ///< district | city | national | region | definitional; may be empty
};

/// A standard in force from one year to another (both inclusive; left out: always).
struct Standard {
  std::optional<double> floor;  ///< the value must be at least this
  std::optional<double> cap;    ///< the value must be at most this
  std::optional<int> from, until;

  /// What a value should reach: the cap where less is better, else the floor.
  std::optional<double> limit(Direction better) const {
    return better == Direction::lower ? cap : floor;
  }
};

/// Where a definition or a number comes from, and how sure that is.
struct Basis {
  std::string source, item, url;
  std::string
      confidence;  ///< seed, cited, derived-*, definitional, uncited-*, convention, no-number
  std::vector<std::string> of;  ///< baseline, target, standard, score, definition; empty: all
};

/// What it takes to change an indicator within a period, for `prescribe`.
struct Effort {
  double per = 1;   ///< so many units of the indicator
  double cost = 1;  ///< cost that much, in any one unit of cost
  double most = 0;  ///< and no more units than this can be had
  bool operator==(const Effort&) const = default;
};

struct Indicator {
  std::string id;
  Text title;
  std::string unit;
  Direction direction = Direction::higher;
  std::string formula;  ///< as written; the variable's id where it was left out
  double weight = 1;
  /// One of MethodTable::value_functions with its parameters, those of the plan filled in; nothing:
  /// relative, the method's normaliser scales it.
  std::optional<Choice> score;
  /// Of a relative one, its own normaliser in place of the method's.
  std::optional<Choice> normalise;
  std::optional<Plan> plan;
  std::vector<Standard> standards;
  bool binding = false;
  std::vector<Basis> basis;
  Text definition, note;
  std::map<std::string, std::vector<std::string>> only_for;  ///< attribute: values where it applies
  std::vector<std::string> tags;
  std::string keeper;
  PlausibleRange range;
  std::vector<int> breaks;  ///< years in which a new series begins
  /// Whether it is a bottom line, which must hold, or a guide: `bottom_line`, `guide`, or empty.
  std::string kind;
  std::optional<LightLimits> light;      ///< nothing: its light goes by the verdict
  std::optional<TrendRule> trend;        ///< nothing: the framework's
  std::optional<IntervalRule> interval;  ///< nothing: a figure without chance
  Text advice;                           ///< what is done where it is ill
  std::optional<Effort> effort;
  Citation where;
  std::shared_ptr<const formula::Formula> compiled;
  /// A formula of x, the value, that it goes through before it is treated and normalised:
  /// `log(x)`, `x^(1/3)`; empty: none. Value functions, plan and standard see the value itself.
  std::string transform;
  std::shared_ptr<const formula::Formula> compiled_transform;

  /// The standard in force in that year, or null.
  const Standard* standard_in(int year) const;
  /// Whether `number` (baseline, target, standard, score, definition) rests on an uncited basis.
  bool uncited(std::string_view number) const;
  /// Whether any of its numbers does.
  bool uncited() const;
};

/// A class of a node's scores: grades are listed from the best down, and a score belongs to the
/// first whose `at_least` it reaches; a score below the last belongs to none.
struct Grade {
  std::string id;
  Text title;
  double at_least = 0;
};

/// Classes by rank in place of scores: grade 1 has the highest scores, the last the lowest.
struct RankClasses {
  enum class Of { rank, rank_less_1, rank_less_1_of_rest };
  int count = 0;     ///< of classes
  Of of = Of::rank;  ///< ceil(count r/n); floor(count (r-1)/n) + 1; floor(count (r-1)/(n-1)) + 1
  /// The class, 1..count, of rank r (1: the highest score) among n.
  int of_rank(int r, int n) const;
};

/// A node of the tree. Nodes stand in the order of the tree, parents before children: node 0 is
/// the index.
struct Node {
  std::string id;
  Text title;
  double weight = 1;
  int parent = -1;
  std::vector<int> children;  ///< nodes, in the framework's order
  int indicator = -1;         ///< for a leaf: its place in Framework::indicators
  int height = 0;             ///< 0 for a leaf; for others one more than the highest child
  /// Of a category, what is better: `lower` counts the other way round, its parent sees its score
  /// mirrored on its scale, and the lowest score ranks first.
  Direction direction = Direction::higher;
  std::vector<Grade> grades = {};  ///< `grades: [{at_least, id, title}]`; may be empty
  /// `grades: {classes: 10, of: rank/n}`: then `grades` are 1 to 10, and Scorecard says which.
  std::optional<RankClasses> classes = {};
  Citation where = {};  ///< no file where a program made it
  /// Of a category or the index, `felt_as`: the indicator by which residents say how it is; -1:
  /// none.
  int felt_as = -1;
  /// `short`: for tables, at most 12 characters, 28 of an alphabet; empty: the title.
  Text short_title = {};

  /// The grade of a score, or null: where there is none, or classes go by rank.
  const Grade* grade(double score) const;
};

/// Which places are compared with each other, in ranks, relative scales and medians: those of one
/// value of an attribute, or of one group of its values.
struct Peers {
  std::string attribute;                         ///< empty: all with all
  std::vector<std::vector<std::string>> groups;  ///< values that stand for one; may be empty
  bool operator==(const Peers&) const = default;

  /// The values that are compared with that one, itself included.
  std::vector<std::string> values_of(std::string_view value) const;
  /// What places of that value are peers by: those values joined by ' '.
  std::string group_of(std::string_view value) const;
};

/// The tree of nodes with the variables that formulas use, and the places that it expects.
/// Immutable once loaded.
struct Framework {
  std::string id, version;
  Text title;
  std::vector<PlaceAttribute> attributes;
  std::vector<Place> places;  ///< that are expected; empty: any
  std::vector<Variable> variables;
  std::vector<Indicator> indicators;  ///< in the order of the leaves of the tree
  std::vector<Node> nodes;
  Peers peers;    ///< who is compared with whom, unless the method says otherwise
  Method method;  ///< this framework's defaults
  DiagnosisRules diagnosis;
  std::string path;  ///< the file it was read from
  /// Of the ids and units of its variables and indicators, so that data and tables of another
  /// framework are told. 0 where a program made the framework.
  std::uint64_t fingerprint = 0;

  /// -1 where there is none of that id.
  int find_variable(std::string_view id) const;
  int find_indicator(std::string_view id) const;
  int find_node(std::string_view id) const;
  int find_attribute(std::string_view id) const;
  /// By name, alias or code; case and blanks do not count.
  int find_place(std::string_view named) const;
  /// The leaf of an indicator.
  int node_of(int indicator) const;
};

/// Throws a UsageError unless the nodes are a tree with parents before children and an indicator
/// for each leaf, in their order, weights are finite and formulas are of its variables. Every
/// function that takes a framework with data, a method or a model calls it.
void check(const Framework&);

/// Reads a framework.yaml (or the folder that holds one) with all files that it includes.
/// Every problem is reported, each with its file, line and column.
Loaded<Framework> load_framework(const std::string& path, const MethodTable& = builtin_methods());
Framework load_framework_or_throw(const std::string& path, const MethodTable& = builtin_methods());

/// Reads a method file over the framework's own method, and checks it against the framework.
Loaded<Method> load_method(const std::string& path, const Framework&,
                           const MethodTable& = builtin_methods());

}  // namespace tijian
