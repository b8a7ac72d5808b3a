#pragma once
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tijian/hard_limit.h"
#include "tijian/indicator_change.h"
#include "tijian/known_diagnosis.h"
#include "tijian/light.h"
#include "tijian/matrix.h"
#include "tijian/missing.h"
#include "tijian/period.h"
#include "tijian/run.h"
#include "tijian/weak_points.h"

namespace tijian {

/// How one indicator of one row is read. Its value, verdict and score are the run's.
struct Reading {
  Light light = Light::no_data;
  /// By Aspect: what the plan, the standard, its own past, its peers and the residents say by
  /// themselves; no_standard where one of them does not say.
  std::array<Light, aspect_count> aspects{Light::no_standard, Light::no_standard,
                                          Light::no_standard, Light::no_standard,
                                          Light::no_standard};
  Arrow arrow = Arrow::none;
  Period last_period;                       ///< the latest before with a value; {}: none
  double last = missing;                    ///< its value
  Period first_period;                      ///< where the arrow begins
  double first = missing;                   ///< its value
  double pace = missing;                    ///< a year, over the arrow's years, in its unit
  double needed = missing;                  ///< a year, to be green in time
  double median = missing;                  ///< of the peers with a value, itself among them
  double quartile[2] = {missing, missing};  ///< lower and upper, by value
  /// What the value may be by the rounding of its figures (see ReadOptions::rounding), its standard
  /// error, and as a survey's share by chance; both the value where nothing is known.
  double low = missing, high = missing;
  /// It has no value, and the latest of the series was beyond a hard limit: nobody knows that it is
  /// cured.
  bool unmeasured_breach = false;
  bool fragile = false;  ///< its light is another one at either of these
  int rank = 0, of = 0;  ///< by value among the peers, 1 is best; 0: none, or no better side
};

/// How a category of one row is read.
struct CategoryReading {
  Light light = Light::no_data;
  std::array<int, 2> worst{-1, -1};  ///< the indicators that decide it; -1: none
  double last = missing;             ///< the score of the latest period before that has one
};

/// Where an indicator of a place has been going, up to the period of the diagnosis, since the last
/// break of its series. Paces are in its unit a year.
struct TrendReading {
  Index row;
  int indicator;
  int n;               ///< values, two at least
  Period first, last;  ///< of them
  double slope;        ///< Sen's
  double low, high;    ///< its 95 % interval; missing below five values
  double s, p;         ///< Mann and Kendall's test; p is missing below three values
  Arrow arrow;
  double pace, needed;  ///< as in Reading
  double percentile;    ///< share of the paces seen, its own and its peers', slower than needed
  /// Years in which it is green at this pace, by Sen's slope, and the first that a 95 % prediction
  /// allows and ensures; missing where it never does within a hundred years.
  double reached, earliest, latest;
};

/// A share that a survey found, of an indicator with `interval`, and what chance makes of it.
struct ShareReading {
  Index row;
  int indicator;
  double answers;  ///< so many it is a share of, above 0
  /// Wilson's 95 % interval, in its unit. Wilson (1927), Probable inference.
  double low, high;
  double pooled;  ///< the share of all answers of its peers, itself among them; missing where alone
};

/// What is wrong with one indicator of a place in the period of the diagnosis; or, solved or not
/// checked, was so in the one before.
struct Problem {
  std::string id;  ///< framework/place/indicator/kind, the same every year
  Index row;
  int indicator;
  Aspect aspect;  ///< by what it is one
  ProblemKind kind;
  Light severity;                ///< red or orange; in Diagnosis::past the light of now
  double value, reference, gap;  ///< in its unit; gap: value - reference
  /// Of the reference, where that is an earlier value; {} elsewhere.
  Period reference_period;
  Finding finding;                   ///< how it is said
  Period since;                      ///< the first of the periods in a row in which it was so
  double points_lost = missing;      ///< of the index, by its indicator
  double share_of_places = missing;  ///< of its peers with a value, itself among them, that have it
  ProblemState state = ProblemState::none;
  /// The variable whose move since the value before did most harm to this and to another problem of
  /// the place; -1: none, or Run::data is empty.
  int same_cause = -1;
};

/// What is ill in a run: lights of every indicator and category in every row, and the problems of
/// one period.
struct Diagnosis {
  std::shared_ptr<const Framework> framework;
  Rows rows;
  Period period;
  Matrix<Reading> indicators;  ///< rows x indicators
  /// Of the categories, the index among them: their nodes, and rows x nodes.
  std::vector<int> nodes;
  Matrix<CategoryReading> categories;
  std::vector<TrendReading> trends;  ///< of its period, by row and indicator
  std::vector<HardLimit> limits;     ///< of its period
  std::vector<WeakPoints> weak;      ///< of its period
  std::vector<ShareReading> shares;  ///< of its period, by indicator and row
  std::vector<Problem> problems;     ///< the gravest first; then in the order of the framework
  std::vector<Problem> past;         ///< of the diagnosis before: solved, or not checked this time
  bool compared = false;             ///< there is a diagnosis before
  Period previous = {};              ///< of that one; {}: none, or not known
  std::vector<IndicatorChange> changes;  ///< since the diagnosis before, by row and indicator
};

/// The survey's share of a row and indicator; null where it has none: no interval, no value within
/// 0 to 100 %, no count of answers, or a row of another period.
const ShareReading* share_at(const Diagnosis&, Index row, int indicator);

struct DiagnosisOptions {
  std::string period = {};  ///< of the problems; empty: the latest in which any place has a value
  /// The diagnosis before; nothing: there was none.
  std::optional<KnownDiagnosis> previous = {};
};

/// Reads every indicator of every row: its light by `light` or the verdict (a breach is red), what
/// plan, standard, past, peers and residents say by themselves, its arrow; and every category by
/// its two worst indicators. Of an indicator with `interval` the peers say orange where it is worse
/// than they are together by more than chance (the pooled share lies outside its interval), else
/// green; nothing where the run's data do not count its answers. The residents say what the
/// indicator of the nearest category above with `felt_as` says, where the indicator itself has a
/// value. B491 where no row is of the period. UsageError where `check` of the run throws, or its
/// card lacks indicators or details. N591 where `previous` is of a later period, N592 (a warning)
/// of the same. With it,
/// problems have a state, and `past` tells what became of the others; those of places without a row
/// in the period are left out.
Loaded<Diagnosis> diagnose(const Run&, const DiagnosisOptions& = {});

}  // namespace tijian
