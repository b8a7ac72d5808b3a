#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tijian/missing.h"
#include "tijian/period.h"
#include "tijian/run.h"

namespace tijian {

/// Why a figure of a Balance is missing.
enum class Undefined : std::uint8_t {
  no,                 ///< it is there
  negative_values,    ///< shares of a sum of such values mean nothing
  mean_not_positive,  ///< nothing to divide by
  all_alike,          ///< no inequality that could lie between groups
  endless_scale,      ///< scores without ends, such as averages of z-scores, are no shares
  no_weight           ///< none of the categories with a score has a weight
};
std::string_view to_string(Undefined);

/// How well the categories right below the index develop together in one row: coupling
/// coordination (耦合协调度) of those with a score, each as its share of the way from the worst end
/// of its scale to the best, weighed as the framework does. Missing where `why` says so.
struct Coordination {
  int group = 0;  ///< in Balance::groups
  Index row = 0;
  int categories = 0;             ///< with a score, two at least
  double development = missing;   ///< T: their weighted mean, 0..1
  double coupling = missing;      ///< C = k (prod U)^(1/k) / sum U, 0..1
  double coordination = missing;  ///< D = sqrt(C T), 0..1
  /// The same with C = sqrt((1 - mean |U_i - U_j|) (prod U_i / max U)^(1/(k-1))), which spreads
  /// over 0..1: Wang Shujia, Kong Wei, Ren Liang et al. (2021), 国内耦合协调度模型的误区及修正.
  double coupling_modified = missing, coordination_modified = missing;
  int grade = -1, grade_modified = -1;  ///< of D, 0 the worst of ten to 9; -1: none
  Undefined why = Undefined::no;
};
/// 极度失调 (D < 0.1), 严重失调, ... 优质协调 (from 0.9). UsageError outside 0..9.
Text coordination_title(int grade);

/// The share of Theil's T that lies between the values of an attribute and not within them.
struct TheilBetween {
  std::string attribute;   ///< of the framework
  int places = 0;          ///< with a value in the node and in the attribute
  double share = missing;  ///< 0..1, of the T of these places
  Undefined why = Undefined::no;
};

/// How unequal the places of one group of peers are in one node: in the score of a category or of
/// the index, in the value of an indicator. Each place counts once, whatever its population.
struct Inequality {
  int group = 0;  ///< in Balance::groups
  int node = 0;
  int places = 0;              ///< with a value, two at least
  double gini = missing;       ///< 0 (all alike) to 1 - 1/n; Gini (1912)
  double variation = missing;  ///< standard deviation (n - 1) over the mean
  double theil = missing;      ///< T, 0 to ln n; Theil (1967)
  std::vector<TheilBetween> between;
  Undefined why = Undefined::no;            ///< gini and theil
  Undefined why_variation = Undefined::no;  ///< variation
};

/// Balance within rows and between places, of one period.
struct Balance {
  Period period;
  std::vector<std::string> groups;  ///< of peers, by name; one without a name where all are peers
  /// Rows in which two or more categories right below the index have a score, by group and place's
  /// name.
  std::vector<Coordination> rows;
  /// By group and node, those with two or more values.
  std::vector<Inequality> nodes;
};

/// Of a run whose card has all nodes. T is decomposed by `parent` and by each attribute of places
/// that lists its values, where the places are of two of them at least; not by that of the peers.
/// No row of the period: empty. UsageError where `check` of the run throws or nodes were not kept.
Balance balance(const Run&, const Period&);

}  // namespace tijian
