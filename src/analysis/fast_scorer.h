#pragma once
#include <Eigen/Core>
#include <optional>
#include <span>
#include <vector>

#include "analysis/experiment.h"
#include "analysis/mean_function.h"
#include "model/scoring_plan.h"

namespace tijian::analysis {

/// Carries out a plan for many sets of weights at once under one scenario, where all means are
/// power means: the leaves' part of every node is one matrix product. What it
/// computes differs from `apply` by rounding only; what it cannot do it declines.
class FastScorer {
 public:
  /// Nothing where the method needs `apply`.
  static std::optional<FastScorer> make(const Experiment&, const Scenario&,
                                        const model::ScoringPlan&);

  Eigen::Index slots() const { return static_cast<Eigen::Index>(slots_.size()); }
  /// Writes a node's weights (one a node of the framework) into a column of slots.
  void arrange(const std::vector<double>& weights, double* slots) const;
  /// The scores for slots x columns of weights, one a column. `declined`, one a column, is set
  /// where a negative score is for `apply` to explain.
  std::vector<NodeScores> score(const Eigen::MatrixXd& weights, std::vector<char>& declined) const;

 private:
  struct Child {
    int slot, part;
  };
  using Rows = Eigen::Array<bool, Eigen::Dynamic, 1>;
  /// A node that is no leaf. Children are given by their slots: leaves first, side by side.
  struct Part {
    MeanFunction mean;
    int first_slot = 0, leaves = 0;
    std::vector<Child> inner = {};
    Eigen::MatrixXd values = {};  ///< rows x leaves: the mean's function of scores; 0 where missing
    Eigen::MatrixXd present = {};  ///< rows x leaves: 1 where there is a score; empty: all
    Eigen::MatrixXd zeros = {};  ///< rows x leaves: 1 where a zero makes the mean zero; empty: none
    std::optional<model::Cap> cap = {};
    std::vector<Eigen::Index> breached = {};  ///< rows that a breach caps
    bool whole = true;                        ///< no row can be missing
    Rows counts = {};                         ///< rows for which any leaf below could have a score
    Rows scored = {};                         ///< rows of which enough is there for a score
  };

  bool add_part(const Experiment&, const Scenario&, const model::ScoringPlan&, int node);
  bool add_leaves(const Experiment&, const Scenario&, const std::vector<int>& leaves, Part&);
  void require_coverage(const Experiment&, const Scenario&, const model::NodePlan&, int node,
                        Part&) const;
  /// One batch: its weights, and every part's scores through the function of its mean.
  struct Batch {
    const Eigen::MatrixXd& weights;
    const bool caps;  ///< whether breaches cap scores
    std::vector<Eigen::ArrayXXd> scores;
    std::vector<char>& declined;
  };
  /// The scores of the node asked for, through the function of its mean.
  Eigen::ArrayXXd run(const Eigen::MatrixXd& weights, bool caps, std::vector<char>& declined) const;
  void score_part(const Part&, Batch&, Eigen::ArrayXXd& out) const;
  void add_child(const Part&, const Child&, Batch&, Eigen::ArrayXXd& sum,
                 Eigen::ArrayXXd& share) const;
  void cap(const Part&, Eigen::ArrayXXd& out) const;

  std::vector<Part> parts_;   ///< children before parents; the last is the node asked for
  std::vector<int> slots_;    ///< which node's weight stands in each slot
  std::vector<int> part_of_;  ///< one a node
  Eigen::Index rows_ = 0;
};

}  // namespace tijian::analysis
