#include "tijian/audit.h"

#include <algorithm>
#include <cmath>

#include "base/threads.h"
#include "method/moments.h"
#include "method/structure.h"
#include "method/summary.h"
#include "model/rules.h"
#include "statistics/kendall.h"
#include "tijian/missing.h"

namespace tijian {
namespace {

double correlate(Correlation kind, std::span<const double> x, std::span<const double> y) {
  switch (kind) {
    case Correlation::pearson:
      return method::pearson(x, y);
    case Correlation::spearman:
      return method::spearman(x, y);
    case Correlation::kendall:
      return statistics::kendall(x, y).tau;
  }
  return missing;
}

class Auditor {
 public:
  Auditor(const Model& model, const IndicatorTable& table, const AuditOptions& options)
      : model_(model), framework_(*model.framework), table_(table) {
    audit_.framework = model.framework;
    audit_.options = options;
    scores_ = apply(model, table, {.details = false, .threads = options.threads}).score;
  }

  Audit run() {
    describe_indicators();
    correlate_nodes();
    weigh_influence();
    for (std::size_t node = 0; node < framework_.nodes.size(); ++node)
      if (!framework_.nodes[node].children.empty()) describe_category(static_cast<int>(node));
    flag();
    return std::move(audit_);
  }

 private:
  double r(int a, int b) const { return audit_.correlation(a, b); }

  /// -1 for a category that its parent sees mirrored.
  double sign(int node) const { return model::turned(framework_.nodes[node]) ? -1 : 1; }
  /// Correlation with the parent, and with the index, of the score as it counts there.
  double with_parent(int node) const { return sign(node) * r(node, framework_.nodes[node].parent); }
  double with_index(int node) const {
    double counts = 1;
    for (int n = node; n > 0; n = framework_.nodes[n].parent) counts *= sign(n);
    return counts * r(node, 0);
  }

  bool leaf(int node) const { return framework_.nodes[node].indicator >= 0; }

  void describe_indicators() {
    audit_.indicators.resize(framework_.indicators.size());
    base::parallel_for(audit_.indicators.size(), audit_.options.threads, [&](std::size_t j) {
      audit_.indicators[j] = describe(static_cast<Eigen::Index>(j));
    });
  }

  IndicatorStatistics describe(Eigen::Index j) const {
    std::vector<double> values;
    for (Eigen::Index row = 0; row < table_.rows.size(); ++row)
      if (table_.applies(row, j)) values.push_back(table_.values(row, j));
    const Summary summary = method::summarise(values);
    const method::Shape form = method::shape(values);
    const method::Tally counts = method::tally(values);
    IndicatorStatistics out;
    out.rows = static_cast<long>(values.size());
    out.present = counts.present;
    out.nonzero = counts.nonzero;
    out.distinct = counts.distinct;
    out.most_common = counts.most_common;
    out.min = summary.min;
    out.max = summary.max;
    out.mean = summary.mean;
    out.median = counts.median;
    out.sd = method::moderated_sd(summary) / summary.unit;
    out.skewness = form.skewness;
    out.kurtosis = form.kurtosis;
    const auto share = [](long part, long whole) {
      return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : missing;
    };
    out.share_missing = share(out.rows - out.present, out.rows);
    out.share_equal = share(out.most_common, out.present);
    return out;
  }

  void correlate_nodes() {
    const auto nodes = static_cast<Eigen::Index>(framework_.nodes.size());
    audit_.correlation.assign(nodes, nodes, missing);
    base::parallel_for(nodes, audit_.options.threads, [&](std::size_t a) {
      for (Eigen::Index b = 0; b <= static_cast<Eigen::Index>(a); ++b)
        audit_.correlation(a, b) =
            correlate(audit_.options.correlation, scores_.column(a), scores_.column(b));
    });
    for (Eigen::Index a = 0; a < nodes; ++a)
      for (Eigen::Index b = a + 1; b < nodes; ++b)
        audit_.correlation(a, b) = audit_.correlation(b, a);
  }

  void weigh_influence() {
    for (int node = 1; node < static_cast<int>(framework_.nodes.size()); ++node) {
      const int parent = framework_.nodes[node].parent;
      double weights = 0, squares = 0;
      for (const int sibling : framework_.nodes[parent].children) {
        weights += model_.weights[sibling];
        if (!std::isnan(r(sibling, parent))) squares += r(sibling, parent) * r(sibling, parent);
      }
      audit_.influence.push_back({node, weights > 0 ? model_.weights[node] / weights : missing,
                                  with_parent(node), with_index(node),
                                  r(node, parent) * r(node, parent) / squares});
    }
  }

  static NoAlpha why_none(const method::Alpha& alpha, Index columns) {
    if (!std::isnan(alpha.value)) return NoAlpha::none;
    if (columns < 2) return NoAlpha::one_child;
    if (alpha.apart) return NoAlpha::no_common_rows;
    return alpha.contradictory ? NoAlpha::contradictory : NoAlpha::no_variance;
  }

  void describe_category(int node) {
    const auto& children = framework_.nodes[node].children;
    std::vector<int> varying;
    for (const int child : children)
      if (!level(child)) varying.push_back(child);
    Matrix<double> scores = scores_.array()(Eigen::all, varying);
    for (std::size_t k = 0; k < varying.size(); ++k)
      scores.array().col(static_cast<Index>(k)) *= sign(varying[k]);
    const method::Components components = method::principal_components(scores);
    CategoryStructure out;
    out.node = node;
    const method::Alpha alpha = method::cronbach_alpha(scores);
    out.alpha = alpha.value;
    out.no_alpha = why_none(alpha, scores.cols());
    out.eigenvalues = components.eigenvalues;
    out.rows = components.rows;
    out.loadings.assign(children.size(), missing);
    for (std::size_t k = 0, next = 0; k < children.size() && components.loadings.cols() > 0; ++k)
      if (next < varying.size() && children[k] == varying[next])
        out.loadings[k] = components.loadings(next++, 0);
    audit_.categories.push_back(std::move(out));
  }

  void flag() {
    using Kind = AuditFlag::Kind;
    const int nodes = static_cast<int>(framework_.nodes.size());
    for (int a = 1; a < nodes; ++a)
      for (int b = a + 1; b < nodes; ++b)
        if (leaf(a) && leaf(b) && std::abs(r(a, b)) >= audit_.options.collinear)
          flag_pair(Kind::collinear, a, b, r(a, b));
    for (int node = 1; node < nodes; ++node)
      if (with_parent(node) < 0)
        flag_pair(Kind::negative, node, framework_.nodes[node].parent, with_parent(node));
      else if (leaf(node) && with_index(node) <= -audit_.options.silent)
        flag_pair(Kind::negative, node, 0, with_index(node));
    for (int node = 1; node < nodes; ++node)
      if (leaf(node) && (std::abs(r(node, 0)) < audit_.options.silent ||
                         (level(node) && !scores_.array().col(node).isNaN().all())))
        flag_pair(Kind::silent, node, 0, with_index(node));
  }

  /// A few rows correlate by chance, two always do.
  void flag_pair(AuditFlag::Kind kind, int a, int b, double correlation) {
    const long common =
        (!scores_.array().col(a).isNaN() && !scores_.array().col(b).isNaN()).count();
    if (common >= audit_.options.fewest_rows)
      audit_.flags.push_back({kind, a, b, correlation, common});
    else
      ++audit_.scarce;
  }

  /// Whether all scores are alike, or none is there.
  bool level(int node) const { return method::summarise(scores_.column(node)).constant(); }

  const Model& model_;
  const Framework& framework_;
  const IndicatorTable& table_;
  Matrix<double> scores_;  ///< rows x nodes
  Audit audit_;
};

}  // namespace

Audit audit(const Model& model, const IndicatorTable& table, const AuditOptions& options) {
  check(model);
  return Auditor(model, table, options).run();
}

}  // namespace tijian
