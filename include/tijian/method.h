#pragma once
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tijian/diagnostic.h"
#include "tijian/method_table.h"
#include "tijian/options.h"
#include "tijian/period.h"
#include "tijian/variation.h"

namespace tijian {

/// Which missing children a node may have, and what fills a node that has no score.
struct MissingRules {
  enum class Measure { weight, count };
  struct Fill {
    std::vector<std::string> nodes;  ///< ids
    std::string method = "mean";     ///< mean | median of the group's scores of the same period
    std::string group;               ///< an attribute; empty: all places
    bool operator==(const Fill&) const = default;
  };
  double min_coverage = 0;  ///< 0..1: share of a node's applicable direct children with a score
  Measure measure = Measure::weight;
  int min_indicators = 0;  ///< least number of indicators below a node with a score
  std::optional<Fill> fill = {};
  bool operator==(const MissingRules&) const = default;
};

/// Which rows the statistics (bounds, means, weights) come from.
struct Reference {
  static constexpr std::string_view no_group = "none";  ///< all places with all
  enum class Periods { pooled, each, listed };
  Periods periods = Periods::pooled;
  std::vector<Period> listed;  ///< for Periods::listed
  /// An attribute: statistics by its values; empty: by the framework's peers; or `no_group`.
  std::string group;
  std::string weights = {};  ///< a variable or indicator that weighs places in means and deviations
  bool operator==(const Reference&) const = default;
};

/// Decimals kept between stages, on the scale of the scores.
struct Rounding {
  std::optional<int> indicator, category, index;
  bool operator==(const Rounding&) const = default;
};

/// Where the keys of a method were written, for messages. It is no part of what a method says: any
/// two are equal.
struct MethodPlaces {
  std::map<std::string, Citation, std::less<>> of_key;
  bool operator==(const MethodPlaces&) const { return true; }
};

/// Every choice of a run. Plain data, comparable; `to_yaml` prints what `load_method` reads.
struct Method {
  /// In turn: the next fills what those before could not.
  std::vector<Choice> impute{Choice{"none", {}}};
  Choice treat{"none", {}};
  Choice normalise{"min_max", {}};
  bool normalise_all = false;  ///< applies_to: all; else only indicators scored `relative`
  Choice weights{"given", {}};
  bool weights_over_index = false;  ///< within: index; else within the parent
  /// By height above the leaves; the last repeats.
  std::vector<Aggregation> aggregate{Aggregation{}};
  MissingRules missing;
  Reference reference;
  Rounding round;
  /// What `robustness` varies; of itself the weights by a quarter.
  Variation robustness{.weights = {.kind = WeightVariation::Kind::uniform, .spread = 0.25}};
  MethodPlaces where;
  bool operator==(const Method&) const = default;
};

/// Reads a method file over `base`: top-level keys present replace those of `base` whole. Whether
/// it fits a framework is looked at where it is loaded over one, and by `check`.
Loaded<Method> load_method(const std::string& path, const Method& base = {},
                           const MethodTable& = builtin_methods());

/// The method as a YAML map that load_method reads back to an equal value.
std::string to_yaml(const Method&);

}  // namespace tijian
