#pragma once
#include <limits>
#include <string>
#include <vector>

#include "tijian/options.h"
#include "tijian/text.h"

namespace tijian {

enum class Direction { higher, lower, range };

/// What the documentation, the YAML decoder and `tijian methods` say of a parameter.
struct Parameter {
  std::string name;
  enum class Kind {
    number,
    boolean,
    text,
    one_of,
    numbers,
    texts,
    goalposts,   ///< two numbers for all, or by node
    matrices,    ///< pairwise judgements by node, one or several: numbers, or the texts `1/3` and
                 ///< `~`, a gap
    points,      ///< two or more pairs [value, score], scores within `low` and `high`
    year_value,  ///< [year, value]
    distance     ///< a number above 0, or `10%` of the parameter `limit`, which becomes a number
  } kind;
  std::string fallback;            ///< the default as YAML writes it; empty: required
  std::vector<std::string> names;  ///< for one_of; for numbers: its items, where there must be two
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  Text about;
  /// Of a value function's parameter, which of the indicator's own numbers stands for it where it
  /// is left out; `fallback` is empty then.
  enum class Own {
    none,
    baseline,     ///< the plan's, [year, value]
    target,       ///< the plan's, [year, value]
    goal,         ///< the value of the plan's target
    standard,     ///< the latest standard's limit: its floor where more is better, else its cap
    upper_limit,  ///< the latest standard's cap, else the plan's target
    lower_limit   ///< the latest standard's floor, else the plan's target
  } own = Own::none;
  bool whole = false;     ///< of a number: a whole one
  bool optional = false;  ///< may be left out and has no default: `Choice::find` tells
  /// It has an effect only beside this value of another parameter, as messages write it; without a
  /// name always.
  struct Beside {
    std::string parameter, value;
  } beside = {};
  /// Whether it is a map whose keys are nodes.
  bool by_node() const { return kind == Kind::goalposts || kind == Kind::matrices; }
  bool required() const { return fallback.empty() && own == Own::none && !optional; }
};

/// What every method tells of itself.
struct MethodEntry {
  std::string name;  ///< as in YAML
  Text title;
  std::vector<Parameter> parameters;
  std::string formula;  ///< one line, plain text
  std::string literature;
  Text misleads;  ///< when it misleads
};

/// The choice with every parameter that it leaves out at the entry's default: what the functions
/// of entries are called with. std::logic_error where the entry's default is no value of its kind.
Choice resolve(Choice, const MethodEntry&);

/// A fitted column: score(x) = clip(offset + factor (unit x - shift), low, high), or, where the
/// normaliser has its own `apply`, whatever that makes of `knots` (and the other numbers).
/// Plain numbers, so that a model can be saved. A NaN factor scores everything missing.
/// `unit` is 1 but for columns near the ends of double's range: there a power of two, exact.
struct Scale {
  double shift = 0;
  double factor = 1;
  double offset = 0;
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  std::vector<double> knots;
  double unit = 1;
  double above = -std::numeric_limits<double>::infinity();  ///< order methods rank what is above it
  double position = 0;  ///< which of the positions that an order method offers, from its default on
};

}  // namespace tijian
