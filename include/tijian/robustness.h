#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "tijian/framework.h"
#include "tijian/indicator_table.h"
#include "tijian/matrix.h"
#include "tijian/method.h"
#include "tijian/missing.h"

namespace tijian {

/// How the replications are made. What varies is said by Method::robustness.
struct RobustnessOptions {
  enum class Sampling { sobol, random };
  int samples = 1000;      ///< replications; with `sensitivity` there are samples x (factors + 2)
  std::uint64_t seed = 1;  ///< the same seed gives the same result, on any number of threads
  Sampling sampling = Sampling::sobol;
  std::string node = {};  ///< whose scores and ranks; empty: the index
  int top = 10;           ///< for the probability of being among the best
  bool sensitivity = false;
  std::vector<std::string> places = {};  ///< whose score and rank `sensitivity` explains as well
  int bootstrap = 1000;                  ///< resamples for the intervals of the sensitivity indices
  bool removal = false;                  ///< take out each indicator and category in turn
  bool keep_runs = false;                ///< keep every replication's scores and ranks
  int threads = 0;                       ///< 0: all cores
};

/// A quantity over the replications. Quantiles are of type 7, as in R.
struct Distribution {
  double nominal = missing;  ///< without any variation
  double mean = missing;
  double low = missing;  ///< 5 %
  double median = missing;
  double high = missing;  ///< 95 %
};
Distribution distribution(std::span<const double> values, double nominal);

/// A row that stands next to another in the ranking, and in which share of the replications.
struct Neighbour {
  Index row;
  double probability;
};

/// What the replications say of one row. All NaN and empty where the row has no nominal score.
struct RowRobustness {
  Distribution score, rank;
  double rank_shift = missing;          ///< mean of |rank - nominal rank|
  double top = missing;                 ///< probability of a rank <= top
  std::vector<double> grades;           ///< probability of each of the node's grades
  double no_grade = missing;            ///< below the last grade
  std::vector<Neighbour> above, below;  ///< the likeliest three just above and just below
};

/// A number with its 95 % interval by bootstrap.
struct Estimate {
  double value, low, high;
};

/// How much of a result's variance comes from one factor: by itself, and with all that it shares
/// with others.
struct SobolIndex {
  std::string factor;
  Estimate first, total;
};

/// Sobol indices from the results at the points A, B, and A with one factor at a time taken from B:
/// first order by Saltelli et al. (2010), total by Jansen (1999), as in COINr. `mixed` holds one
/// list a factor; all lists are of one length: UsageError where they are not.
std::vector<SobolIndex> sobol_indices(std::span<const double> a, std::span<const double> b,
                                      std::span<const std::vector<double>> mixed, int bootstrap,
                                      std::uint64_t seed);

/// The sensitivity of one result to the factors.
struct Sensitivity {
  enum class Of { rank_shift, score, rank };
  Of of = Of::rank_shift;  ///< the mean rank shift of all rows, or a row's score or rank
  Index row = -1;
  double variance = 0;
  std::vector<SobolIndex> factors;  ///< NaN where nothing varies
};

/// What happens without one indicator or category.
struct Removal {
  int node;                     ///< the node left out
  double rank_shift = missing;  ///< mean of |rank - nominal rank|
  std::vector<double> score;    ///< one a row
  std::vector<int> rank;        ///< one a row; 0: none
  Text problem;                 ///< why there is no result; empty where there is one
};

/// Replications that gave no result, and why.
struct FailedRuns {
  Text reason;
  long count = 0;
};

/// Score and rank distributions, sensitivity indices.
struct Robustness {
  std::shared_ptr<const Framework> framework;
  Rows rows;
  int node = 0;
  int top = 0;
  std::vector<std::string> factors;  ///< what varied: weights, normalise, ...
  std::vector<Text> variations;      ///< how each varied, for people
  long runs = 0;                   ///< replications behind the distributions, failed ones included
  std::vector<FailedRuns> failed;  ///< by reason; they are in no distribution
  /// Of a replication: mean of |rank - nominal| over the rows that are ranked with others.
  Distribution rank_shift;
  std::vector<RowRobustness> by_row;
  std::vector<int> peers;  ///< one a row, as in Scorecard: rows of one number are ranked together
  std::vector<Sensitivity> sensitivity;
  std::vector<Removal> removal;
  /// Rows x replications that succeeded; only with `keep_runs`.
  Matrix<double> run_scores;
  Matrix<int> run_ranks;
};

/// Scores the table again and again under variations of the method. What cannot be varied as asked
/// is an error; replications that fail are counted, explained and warned of. UsageError where
/// `check` of the table throws.
Loaded<Robustness> robustness(std::shared_ptr<const Framework>, const Method&,
                              const IndicatorTable&, const RobustnessOptions& = {},
                              std::shared_ptr<const MethodTable> = nullptr);
/// The same from a copy of the framework, with the built-in methods.
Loaded<Robustness> robustness(const Framework&, const Method&, const IndicatorTable&,
                              const RobustnessOptions& = {});

}  // namespace tijian
