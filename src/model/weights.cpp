#include "model/weights.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "base/catalogue.h"
#include "framework/judgements.h"
#include "method/summary.h"
#include "model/check_method.h"
#include "model/rules.h"
#include "tijian/missing.h"

namespace tijian::model {
namespace {

/// Builds what a weighting sees of some leaves, and calls it.
class Weigher {
 public:
  Weigher(const Framework& framework, const Method& method, const MethodTable& table,
          const Statistics& statistics, const Matrix<double>* values, std::span<const Index> rows,
          const std::vector<Direction>& directions)
      : framework_(framework),
        method_(method),
        table_(table),
        statistics_(statistics),
        values_(values),
        rows_(rows),
        directions_(directions),
        needs_(weighting_needs(method, table)) {}

  /// Weights of `nodes`, summing to one; statistics only where all of them are leaves.
  std::vector<double> operator()(const std::vector<int>& nodes,
                                 std::vector<Matrix<double>> judgements, Text& message) const {
    WeightingData data;
    data.table = &table_;
    data.judgements = std::move(judgements);
    data.given.resize(nodes.size());
    for (std::size_t k = 0; k < nodes.size(); ++k) {
      data.given[k] = framework_.nodes[nodes[k]].weight;
      data.names.push_back(framework_.nodes[nodes[k]].id);
    }
    Matrix<double> unit;
    const bool leaves =
        std::ranges::all_of(nodes, [&](int node) { return framework_.nodes[node].indicator >= 0; });
    if (leaves) describe(nodes, data, unit);
    const Weighting* weighting = find_method(table_.weightings, method_.weights.name);
    std::vector<double> weights = weighting->weigh(data, resolve(method_.weights, *weighting));
    message = data.message;
    return weights;
  }

 private:
  void describe(const std::vector<int>& nodes, WeightingData& data, Matrix<double>& unit) const {
    const auto n = static_cast<Index>(nodes.size());
    data.count = data.mean = data.sd = data.entropy = std::vector<double>(n, missing);
    std::vector<Summary> summaries;
    for (Index k = 0; k < n; ++k) {
      const int j = framework_.nodes[nodes[k]].indicator;
      const Summary s = pooled(statistics_, j);
      summaries.push_back(s);
      data.count[k] = s.count;
      if (s.constant()) continue;
      data.mean[k] = unit_interval(s.mean, s, directions_[j]);
      data.sd[k] = method::moderated_sd(s) / s.unit / (s.max - s.min);
      const double total = data.mean[k] * s.count;
      if (!statistics_.entropy_sums.empty())
        data.entropy[k] = statistics_.entropy_sums[j] / total - std::log(total);
    }
    if (needs_.correlation) data.correlation = correlations(nodes);
    if (!needs_.values || !values_) return;
    unit.resize(rows_.size(), n);
    for (Index k = 0; k < n; ++k) {
      const int j = framework_.nodes[nodes[k]].indicator;
      for (std::size_t i = 0; i < rows_.size(); ++i)
        unit(i, k) = summaries[k].constant()
                         ? missing
                         : unit_interval((*values_)(rows_[i], j), summaries[k], directions_[j]);
    }
    data.values = &unit;
  }

  Matrix<double> correlations(const std::vector<int>& nodes) const {
    const auto n = static_cast<Index>(nodes.size());
    Matrix<double> r(n, n, missing);
    std::vector<Index> position(framework_.indicators.size(), -1);
    for (Index k = 0; k < n; ++k) position[framework_.nodes[nodes[k]].indicator] = k;
    for (const Statistics::Pair& pair : statistics_.pairs) {
      const Index a = position[pair.a], b = position[pair.b];
      if (a < 0 || b < 0 || !(pair.m2_a > 0) || !(pair.m2_b > 0)) continue;
      const bool turned =
          (directions_[pair.a] == Direction::lower) != (directions_[pair.b] == Direction::lower);
      const double value = pair.c_ab / (std::sqrt(pair.m2_a) * std::sqrt(pair.m2_b));
      r(a, b) = r(b, a) = turned ? -value : value;
    }
    for (Index k = 0; k < n; ++k)
      if (!pooled(statistics_, framework_.nodes[nodes[k]].indicator).constant()) r(k, k) = 1;
    return r;
  }

  const Framework& framework_;
  const Method& method_;
  const MethodTable& table_;
  const Statistics& statistics_;
  const Matrix<double>* values_;
  std::span<const Index> rows_;
  const std::vector<Direction>& directions_;
  WeightingNeeds needs_;
};

std::vector<int> all_nodes(const Framework& framework) {
  std::vector<int> all(framework.nodes.size());
  std::iota(all.begin(), all.end(), 0);
  return all;
}

/// Leaves that take part in a data-driven weighting: a given weight of zero keeps one out.
std::vector<int> weighed_leaves(const Framework& framework, const std::vector<int>& nodes) {
  std::vector<int> leaves;
  for (int node : nodes)
    if (framework.nodes[node].indicator >= 0 && framework.nodes[node].weight > 0)
      leaves.push_back(node);
  return leaves;
}

/// A weighting refuses its data by an empty array, or by weights that are no numbers.
bool refused(const std::vector<double>& weights) {
  return weights.empty() || std::ranges::any_of(weights, [](double w) { return std::isnan(w); });
}

/// What a program's own weighting returned is what the table promises.
void require_shares(const Weighting& weighting, const std::vector<double>& weights, std::size_t n) {
  if (weights.size() != n)
    throw UsageError(
        fmt::format("weighting '{}' gave {} weights for {}", weighting.name, weights.size(), n));
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  if (std::ranges::any_of(weights, [](double w) { return w < 0; }) || !(std::abs(sum - 1) <= 1e-6))
    throw UsageError(fmt::format("weighting '{}' gave weights below 0 or of sum {}, not 1",
                                 weighting.name, sum));
}

double sum_of(const std::vector<double>& weights, const std::vector<int>& nodes) {
  double sum = 0;
  for (int node : nodes) sum += weights[node];
  return sum;
}

/// Puts the method's weights in the place of the framework's.
class Reweighing {
 public:
  Reweighing(const Framework& framework, const Method& method, const MethodTable& table,
             const Weigher& weigh, std::vector<Text>& notes, std::vector<Diagnostic>& diagnostics)
      : framework_(framework),
        method_(method),
        own_(*find_method(table.weightings, method.weights.name)),
        weigh_(weigh),
        notes_(notes),
        diagnostics_(diagnostics),
        weights_(given_weights(framework)) {
    if (const Value* matrices = method.weights.find("matrices")) matrices_ = matrices->map();
  }

  std::vector<double> run() {
    if (method_.weights_over_index)
      over_index();
    else
      for (const Node& node : framework_.nodes) within(node);
    return std::move(weights_);
  }

 private:
  void over_index() {
    const std::vector<int> leaves = weighed_leaves(framework_, all_nodes(framework_));
    const auto shares = shares_of(leaves, {}, {});
    if (!shares) return;
    for (std::size_t k = 0; k < leaves.size(); ++k) weights_[leaves[k]] = (*shares)[k];
    for (std::size_t node = framework_.nodes.size(); node-- > 0;)
      if (framework_.nodes[node].indicator < 0)
        weights_[node] = sum_of(weights_, framework_.nodes[node].children);
  }

  void within(const Node& node) {
    const bool judged = matrices_ && matrices_->contains(node.id);
    if (own_.judged && !judged) return;
    const std::vector<int> children =
        judged || own_.every_node ? node.children : weighed_leaves(framework_, node.children);
    if (children.empty()) return;
    std::vector<Matrix<double>> judgements;
    if (judged) judgements = framework::judgements_of(matrices_->at(node.id));
    const auto shares = shares_of(children, std::move(judgements), node.id);
    if (!shares) return;
    const double given = sum_of(weights_, children);
    for (std::size_t k = 0; k < children.size(); ++k)
      weights_[children[k]] = (*shares)[k] * (own_.every_node || given == 0 ? 1 : given);
  }

  /// Shares that sum to one; nothing where the weighting refuses. `parent`: empty over the index.
  std::optional<std::vector<double>> shares_of(const std::vector<int>& nodes,
                                               std::vector<Matrix<double>> judgements,
                                               const std::string& parent) {
    Text message;
    std::vector<double> shares = weigh_(nodes, std::move(judgements), message);
    if (refused(shares)) {
      diagnostics_.push_back(
          base::make_diagnostic("M693", place_in(method_, framework_, "weights"),
                                {{"method", own_.name},
                                 {"node", parent.empty() ? framework_.id : parent},
                                 {"reason", message}},
                                "weights"));
      return {};
    }
    require_shares(own_, shares, nodes.size());
    if (!message.empty())
      notes_.push_back(parent.empty() ? message
                                      : Text{parent + ": " + message.in("en"),
                                             parent + "：" + message.in("zh")});
    return shares;
  }

  const Framework& framework_;
  const Method& method_;
  const Weighting& own_;
  const Weigher& weigh_;
  std::vector<Text>& notes_;
  std::vector<Diagnostic>& diagnostics_;
  std::vector<double> weights_;
  const ValueMap* matrices_ = nullptr;
};

}  // namespace

WeightingNeeds weighting_needs(const Method& method, const MethodTable& table) {
  WeightingNeeds needs;
  for (const Weighting* weighting : framework::called(method.weights, table)) {
    if (!weighting->needs_data) continue;
    needs.data = needs.moments = true;
    needs.correlation |= weighting->needs_correlation;
    needs.entropy |= weighting->needs_entropy;
    needs.values |= weighting->needs_values;
  }
  return needs;
}

Direction weighed_direction(const Framework& framework, const Method& method, int indicator,
                            Direction own) {
  if (!method.weights_over_index || own == Direction::range) return own;
  bool mirrored = false;
  for (int node = framework.nodes[framework.node_of(indicator)].parent; node >= 0;
       node = framework.nodes[node].parent)
    mirrored ^= turned(framework.nodes[node]);
  if (!mirrored) return own;
  return own == Direction::lower ? Direction::higher : Direction::lower;
}

std::vector<std::pair<int, int>> weighting_pairs(const Framework& framework, const Method& method) {
  std::vector<std::pair<int, int>> pairs;
  const auto add_pairs = [&](const std::vector<int>& leaves) {
    for (std::size_t a = 0; a < leaves.size(); ++a)
      for (std::size_t b = a + 1; b < leaves.size(); ++b)
        pairs.emplace_back(framework.nodes[leaves[a]].indicator,
                           framework.nodes[leaves[b]].indicator);
  };
  if (method.weights_over_index) {
    add_pairs(weighed_leaves(framework, all_nodes(framework)));
  } else {
    for (const Node& node : framework.nodes) add_pairs(weighed_leaves(framework, node.children));
  }
  return pairs;
}

std::vector<double> node_weights(const Framework& framework, const Method& method,
                                 const MethodTable& table, const Statistics& statistics,
                                 const Matrix<double>* values, std::span<const Index> rows,
                                 const std::vector<Direction>& directions, std::vector<Text>& notes,
                                 std::vector<Diagnostic>& diagnostics) {
  if (find_method(table.weightings, method.weights.name)->keeps_given)
    return given_weights(framework);
  const Weigher weigh(framework, method, table, statistics, values, rows, directions);
  return Reweighing(framework, method, table, weigh, notes, diagnostics).run();
}

std::vector<double> given_weights(const Framework& framework) {
  std::vector<double> weights;
  for (const Node& node : framework.nodes) weights.push_back(node.weight);
  return weights;
}

std::vector<double> nominal_weights(const Framework& framework,
                                    const std::vector<double>& weights) {
  std::vector<double> nominal(weights.size(), 1.0);
  for (std::size_t parent = 0; parent < framework.nodes.size(); ++parent) {
    const auto& children = framework.nodes[parent].children;
    const double sum = sum_of(weights, children);
    for (int child : children)
      nominal[child] = sum > 0 ? nominal[parent] * weights[child] / sum : 0;
  }
  return nominal;
}

}  // namespace tijian::model
