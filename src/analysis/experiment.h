#pragma once
#include <Eigen/Core>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "analysis/sampling.h"
#include "analysis/weight_draw.h"
#include "tijian/model.h"
#include "tijian/robustness.h"

namespace tijian::analysis {

/// The reference data fitted under one choice of imputation, treatment and normalisation.
struct Scenario {
  Method method;
  std::optional<Model> model;  ///< nothing where it cannot be fitted: `faults` say why
  std::vector<Diagnostic> faults;
  Matrix<double> leaves;  ///< rows x indicators: scores
  Matrix<bool> unscored;  ///< rows x indicators: the sample has nothing to compare with
};

/// The scores of one node, one a row; NaN where missing.
struct NodeScores {
  Eigen::ArrayXd score;
  Eigen::ArrayXd uncapped;  ///< as in Scorecard: orders those that the cap made equal. Empty: none

  static NodeScores of(const Scorecard&, int node);
};

/// All that the replications of one study share.
struct Experiment {
  Experiment(std::shared_ptr<const Framework>, const Method&, const IndicatorTable&,
             const RobustnessOptions&, std::shared_ptr<const MethodTable>);

  std::shared_ptr<const Framework> framework;
  std::shared_ptr<const MethodTable> methods;
  const Method& method;
  const IndicatorTable& table;
  const RobustnessOptions& options;
  const Variation variation;  ///< with the method's own choice where it does not vary
  const std::vector<Factor> factors;
  const WeightDraw weights;
  const Layout layout;
  const std::vector<int> peers;  ///< one a row: rows of one number are ranked together
  int node = 0;
  std::vector<Scenario> scenarios;  ///< none where the values themselves vary
  NodeScores nominal;               ///< without any variation

  Nodes kept_nodes() const { return node == 0 ? Nodes::index : Nodes::categories; }
  /// Whether a breach may cap scores.
  bool caps() const { return std::ranges::any_of(framework->indicators, &Indicator::binding); }
  /// The number of the scenario, and of the means, that a point chooses.
  int scenario_of(const Point&) const;
  int means_of(const Point&) const;
  /// The coordinates that choose the indicators left out.
  std::span<const double> dropped(const Point&) const;
  /// A scenario's method.
  Method method_of(int scenario) const;
  /// What the point chose, for people: `normalise z_score, aggregate geometric`.
  Text settings_of(const Point&) const;
};

/// Fits every scenario.
void fit_scenarios(Experiment&);

/// One replication by fit and apply, whatever the method. What went wrong goes to `problems`.
NodeScores replicate(const Experiment&, const Point&, std::vector<Diagnostic>& problems);

}  // namespace tijian::analysis
