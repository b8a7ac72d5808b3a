#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tijian/arithmetic.h"
#include "tijian/missing.h"
#include "tijian/options.h"
#include "tijian/run.h"

namespace tijian {

/// Why there is no score.
enum class Absence : std::uint8_t {
  none,            ///< there is one
  not_applicable,  ///< the indicator, or all that is below the node, does not apply to the place
  no_value,        ///< the data have no value, and nothing was imputed
  constant,        ///< the sample has one value everywhere, which tells nothing apart
  no_scale,        ///< the sample has nothing to scale by: no such group or period, no values
  no_period,       ///< a path over time needs to know when
  nothing_below,   ///< no child has a score
  below_coverage,  ///< fewer of the children have a score than the method asks for
  too_few,         ///< fewer of the indicators below have a score than the method asks for
  undefined,       ///< the method has no result for these numbers: the logarithm of a negative one
  unscored         ///< nothing below can be scored in this sample
};
std::string_view to_string(Absence);

/// What became of the number worked out before it was the score.
enum class Adjustment : std::uint8_t {
  none,
  held,      ///< held within the ends of the scale
  rounded,   ///< by the method's decimals
  capped,    ///< a binding limit below is breached
  filled,    ///< there was none: the group's took its place
  compared,  ///< with the other places, by `normaliser`
};

/// A number that an indicator was computed from.
struct Input {
  int variable;     ///< index into Framework::variables
  double value;     ///< NaN where missing
  int source = -1;  ///< index into Dataset::sources; -1 where the data name none
  int parts = 0;    ///< as in Dataset::parts: places below that it is rolled up from, or by_formula
};

/// An end of a scale: the value that gets that score.
struct ScaleEnd {
  double score, value;
};

/// Why one node of one row has its score, or none: what its children gave, or how its value became
/// a score. Numbers only; tijian::report has the words.
struct Explanation {
  Index row = 0;
  int node = 0;
  double score = missing;
  Absence absence = Absence::none;
  std::uint16_t flags = 0;    ///< bits of Flag
  double coverage = missing;  ///< as in the scorecard
  int rank = 0;               ///< among its peers of the period; 0: none
  /// Within the parent, over the siblings that have a score: a share, or of sums and products what
  /// the score is multiplied or raised by.
  double weight = 0;
  double counted = missing;  ///< the score as its parent sees it: mirrored where less is better
  double contribution = missing;  ///< weight x counted, where the parent adds these up
  double worked_out = missing;    ///< the score before `adjusted`; missing where peers decide
  Adjustment adjusted = Adjustment::none;
  std::string normaliser;  ///< by which the sample scales the indicator or category; or ""

  // Of a category.
  std::string aggregator;     ///< the mean's name
  ValueMap parameters;        ///< all of its parameters
  bool adds_up = false;       ///< the contributions sum to it: an arithmetic mean, a sum
  double uncapped = missing;  ///< the score without the cap of a breach, where it is capped
  bool mixed = false;         ///< some children are scored by the sample, others on fixed scales
  double share = 0;           ///< of the applicable children, the share that has a score
  double share_asked = 0;     ///< the least that the method asks for
  int scored = 0, of_indicators = 0;  ///< indicators below that have a score, of those that apply
  int scored_asked = 0;               ///< the least that the method asks for
  std::vector<Explanation> children;  ///< all of them, in the framework's order

  // Of an indicator.
  double value = missing;        ///< untreated, imputed where flagged
  double transformed = missing;  ///< where the indicator has a transform
  double treated = missing;      ///< where treatment changed the value
  Arithmetic how;
  std::optional<std::array<ScaleEnd, 2>> ends;  ///< worst and best, where the sample gives a line
  bool relative = false;                        ///< the sample decides the score
  bool uncited_value = false;  ///< rests on a number that was not checked; the score, too
  bool uncited_score = false;
  Judgement judgement;
  bool direct = false;        ///< the data give the indicator's value itself
  int source = -1;            ///< of a value given directly, as in Input
  std::vector<Input> inputs;  ///< in the formula's order; empty where the run keeps no data

  /// The number that the score was made from: treated, transformed or as it is.
  double scaled() const {
    return treated == treated ? treated : transformed == transformed ? transformed : value;
  }
  const Node& of(const Run& run) const {
    return run.framework->nodes[static_cast<std::size_t>(node)];
  }
};

/// Explains a node and everything below it for one row. A run whose card keeps fewer nodes or no
/// details is scored again for it.
Explanation explain(const Run&, Index row, int node);

/// The same by names: `period` as in the data, the place's latest where it is empty; `node` by id
/// or by title in any language, the index where it is empty. B490 to B492 where there is no such.
Loaded<Explanation> explain(const Run&, std::string_view place, std::string_view period = {},
                            std::string_view node = {});

}  // namespace tijian
