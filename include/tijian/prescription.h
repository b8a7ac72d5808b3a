#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tijian/diagnostic.h"
#include "tijian/missing.h"
#include "tijian/run.h"

namespace tijian {

struct PrescriptionOptions {
  enum class Aim : std::uint8_t { fewest, cheapest };
  std::string place;
  std::string goal;         ///< a score, or the id or title of one of the node's grades
  std::string node = {};    ///< a category or an indicator, by id or title; empty: the index
  std::string period = {};  ///< as in the data; empty: the latest in which the place has a value
  Aim aim = Aim::fewest;
  long most_steps = 20000;  ///< of each search; beyond, the best found so far is not proved
  int draws = 1000;         ///< of weights; 0: robustness is not looked at
  std::uint64_t seed = 1;
};

/// One indicator lifted.
struct PrescribedStep {
  int indicator = -1;
  double from = missing, to = missing;  ///< in the indicator's unit
  double gain = 0;  ///< what it adds to the node's score after the steps before it
  double cost = 1;  ///< by the indicator's `effort`; without, 1
};

/// What lifts a place to a goal.
struct Prescription {
  /// Why an indicator is no candidate.
  struct NotMoved {
    enum class Why : std::uint8_t {
      no_value,
      relative,  ///< the sample scales it: its score depends on others
      no_reach,  ///< no effort is stated, and neither the place nor its peers have two values
      at_best    ///< what can be reached does not make the score better
    };
    int indicator = -1;
    Why why = Why::no_value;
  };
  struct Second {
    std::vector<PrescribedStep> steps;
    double after = missing, cost = 0;
    bool optimal = false;  ///< proved to be the best of its kind
  };
  Index row = -1;
  int node = 0;
  double before = missing, goal = missing, after = missing;
  bool reached = false;
  bool optimal = false;  ///< proved that none is better, or that the goal is out of reach
  double cost = 0;       ///< of all steps
  std::vector<PrescribedStep> steps;
  std::vector<int> breaches;     ///< hard limits below the node that are in breach even so
  std::optional<Second> second;  ///< nothing where there is none
  double robust = missing;       ///< share of the weight draws in which the goal is reached, 0..1
  std::vector<NotMoved> not_moved;  ///< indicators below the node that have a weight
};

/// The fewest indicators, or the cheapest set, that lift a node's score of a place to a goal within
/// what each indicator can reach in one period.
///
/// **Reach.** An indicator with `effort` changes by at most `most` units. Others by the best pace
/// (change per year between successive values, never across `breaks`, up to the period) that the
/// place or one of its peers has had, over the length of the period. It moves no further than its
/// score gets better, never beyond the best end of its scale or out of its plausible range. A hard
/// limit in breach is cured where its limit lies within that reach; else the cap of the breach
/// stays. Not moved: see NotMoved.
///
/// **What is optimal.** Each indicator is lifted by its full reach or not at all. Of the sets that
/// reach the goal, `fewest` takes the one of the fewest indicators, of these the cheapest;
/// `cheapest` the one of the least cost, of these the one of the fewest. After that the step with
/// an effort that costs most for each point it brings is shortened to the least change that still
/// reaches the goal (its cost falls in proportion; that is not part of what is proved). `second` is
/// the best set that does not use all indicators of the first, shortened likewise.
///
/// Branch and bound (Land & Doig 1960) over sets: scores are those of `apply`; a branch ends where
/// all that is left to choose does not reach the goal (power means only: these are monotone), and
/// under arithmetic means also by the best sum of gains without caps (fractional knapsack, Dantzig
/// 1957). `optimal` is true where the search came to its end.
///
/// **Robust** is the share of weight draws (given weights times 0.75..1.25, uniform, as
/// `robustness` draws them) in which the place with these steps reaches the goal.
///
/// Where the goal is out of reach, `reached` is false, `steps` are all that can be moved, `after`
/// is the best that can be reached, and N571 warns of it. A node that counts the other way round
/// (`direction: lower`) is brought down to the goal. B490 to B492 for a place, period or node that
/// there is not, N570 without a score, N572 and N573 for a goal that is none. UsageError where
/// `check` of the run throws.
Loaded<Prescription> prescribe(const Run&, const PrescriptionOptions&);

}  // namespace tijian
