#pragma once
#include <memory>
#include <string>
#include <vector>

#include "tijian/execution.h"
#include "tijian/framework.h"
#include "tijian/indicator_table.h"
#include "tijian/matrix.h"
#include "tijian/method.h"
#include "tijian/scorecard.h"
#include "tijian/statistics.h"

namespace tijian {

/// A framework and a method fitted to reference data. Rows are scored by the stratum that they
/// belong to: a value of `reference.group`, a period where `reference.periods` is each.
struct Model {
  /// One stratum's fitted numbers, one an indicator.
  struct Stratum {
    std::string group;
    Period period;
    std::vector<Scale> scales;
    std::vector<Treatment> treatments;
    std::vector<char> constant;  ///< no information: normalised values are missing
  };
  std::shared_ptr<const Framework> framework;
  std::shared_ptr<const MethodTable> methods;
  Method method;
  std::vector<double> weights;  ///< one a node, within its parent, as fitted
  std::vector<double> given;    ///< one a node, as the framework has them: for `min_coverage`
  std::vector<Stratum> strata;
  /// What one step of imputation fills with.
  struct Fills {
    std::vector<std::string> groups;  ///< ascending; one empty group where it goes by none
    Matrix<double> values;            ///< groups x indicators; empty where the rows are asked
  };
  std::vector<Fills> fills;  ///< one for each of the method's imputers of values
  std::vector<Text> notes;   ///< what a person should know of the weights
};

/// Throws a UsageError unless there are a framework and methods, and weights, strata and fills are
/// of the framework's sizes. Every function that takes a model calls it.
void check(const Model&);

/// Fits a method to reference data. M6xx where a method cannot serve, N508 where a value is
/// infinite. UsageError where `check` of the table throws.
Loaded<Model> fit(std::shared_ptr<const Framework>, const Method&, const IndicatorTable&,
                  std::shared_ptr<const MethodTable> = nullptr, const Execution& = {});
/// The same from statistics that were collected and merged.
Loaded<Model> fit(std::shared_ptr<const Framework>, const Method&, const Statistics&,
                  std::shared_ptr<const MethodTable> = nullptr);
/// The same from a copy of the framework, with the built-in methods.
Loaded<Model> fit(const Framework&, const Method&, const IndicatorTable&, const Execution& = {});
Model fit_or_throw(const Framework&, const Method&, const IndicatorTable&, const Execution& = {});

struct ApplyOptions {
  Nodes nodes = Nodes::all;
  bool details = true;  ///< ranks, flags, values and verdicts, not only scores and coverage
  int threads = 0;      ///< 0: all cores. The result does not depend on it
};

/// Scores every row. Methods that compare places with each other compare those of the table.
/// UsageError where `check` of the model or the table throws. With details, infinite values are
/// told (N507).
Scorecard apply(const Model&, const IndicatorTable&, const ApplyOptions& = {});
/// The same into a card that may hold another result: its memory is used again, which for many rows
/// takes as long to get as scoring does.
void apply(const Model&, const IndicatorTable&, const ApplyOptions&, Scorecard&);

/// A model as YAML that reads back the same. M6xx where the method cannot be saved (`reference:
/// {periods: each}`), M698 where the model is none that `fit` makes.
Loaded<std::string> to_yaml(const Model&);
/// Reads a model that was fitted to this framework. Every part is checked, and so is whether the
/// text was changed since it was written (M697): a digit more is another scale.
Loaded<Model> parse_model(std::string_view text, std::shared_ptr<const Framework>,
                          std::shared_ptr<const MethodTable> = nullptr);

/// The same to and from a file.
std::vector<Diagnostic> save_model(const Model&, const std::string& path);
Loaded<Model> load_model(const std::string& path, std::shared_ptr<const Framework>,
                         std::shared_ptr<const MethodTable> = nullptr);

}  // namespace tijian
