#pragma once
#include <array>
#include <string>
#include <vector>

#include "report/run.h"
#include "report/score_words.h"
#include "tijian/missing.h"

namespace tijian::report {

/// A number that an indicator was computed from.
struct Input {
  const Variable* variable;
  double value;
  const Source* source;  ///< null where the data name none
};

/// Why a node has its score: what its children gave, or how its value became a score.
struct Explanation {
  int node = 0;
  int column = 0;
  double score = missing;
  double weight = 0;              ///< effective: re-normalised over the siblings that have a score
  double contribution = missing;  ///< weight x score
  std::uint16_t flags = 0;
  double coverage = 0;

  // Of a category.
  std::string mean;      ///< the aggregation's name
  bool adds_up = false;  ///< the contributions sum to the mean: an arithmetic one
  /// Of the contributions; what another mean gives; missing where peers decide.
  double sum = missing;
  double children_share = 0;  ///< of the applicable children, what share has a score
  bool enough = true;         ///< whether that is what the method asks for
  std::vector<Explanation> children;

  // Of an indicator.
  double value = missing;
  double treated = missing;  ///< where treatment changed the value
  Arithmetic how;            ///< the score worked out with its numbers
  std::string normaliser;    ///< its name, where the sample scales the indicator or the category
  std::array<double, 2> ends{};     ///< the scores of the worst and the best, and their values,
  std::array<double, 2> ends_at{};  ///< where the sample gives a straight line; else all 0
  bool direct = false;              ///< the data give the indicator's value itself
  const Source* source = nullptr;   ///< of a value given directly
  std::vector<Input> inputs;
};

/// Explains a node and everything below it for one row. `data` is what the run read; the
/// explanation points into it and into the framework.
Explanation explain(const Run&, const Dataset& data, Eigen::Index row, int node, Language);

std::string to_text(const Explanation&, const Run&, Eigen::Index row, const View&);

}  // namespace tijian::report
