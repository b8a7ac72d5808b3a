#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "formula/formula.h"
#include "tijian/framework.h"

namespace tijian {
namespace {

[[noreturn]] void refuse(const std::string& id, std::string_view what) {
  throw UsageError(fmt::format("framework '{}': {}", id, what));
}

/// Checks a framework that no loader made: its numbers are indices into its own lists.
class FrameworkCheck {
 public:
  explicit FrameworkCheck(const Framework& framework) : framework_(framework) {}

  void run() {
    if (framework_.nodes.empty()) refuse(framework_.id, "it has no nodes");
    for (std::size_t n = 0; n < framework_.nodes.size(); ++n) node(static_cast<int>(n));
    if (children_ + 1 != std::ssize(framework_.nodes))
      refuse(framework_.id, "some nodes are no child of their parent");
    if (leaves_ != std::ssize(framework_.indicators))
      refuse(framework_.id,
             fmt::format("{} indicators, {} leaves", framework_.indicators.size(), leaves_));
    for (const Indicator& one : framework_.indicators) indicator(one);
    for (const Variable& one : framework_.variables)
      if (one.compiled) own_variables("variable", one.id, *one.compiled);
  }

 private:
  void node(int n) {
    const Node& node = framework_.nodes[n];
    const bool parent_before = n == 0 ? node.parent == -1 : 0 <= node.parent && node.parent < n;
    if (!parent_before) wrong(node, fmt::format("parent is {}, not a node before it", node.parent));
    if (!std::isfinite(node.weight) || node.weight < 0)
      wrong(node, fmt::format("weight is {}, not a finite number of at least 0", node.weight));
    if (node.indicator >= 0 ? !node.children.empty() : node.indicator != -1)
      wrong(node, "indicator is that of a leaf, or -1");
    if (node.indicator >= 0 && node.indicator != leaves_++)
      wrong(node, "indicators do not stand in the order of the leaves");
    if (node.direction != Direction::higher && node.direction != Direction::lower)
      wrong(node, "direction is higher or lower");
    if (node.felt_as < -1 || node.felt_as >= std::ssize(framework_.indicators))
      wrong(node, fmt::format("felt_as is {}, no indicator", node.felt_as));
    if (node.height < 0) wrong(node, fmt::format("height is {}", node.height));
    int before = n;
    for (const int child : node.children) before = this->child(n, child, before);
    children_ += std::ssize(node.children);
  }

  int child(int n, int child, int before) {
    const Node& node = framework_.nodes[n];
    if (child <= before || child >= std::ssize(framework_.nodes) ||
        framework_.nodes[child].parent != n)
      wrong(node, fmt::format("child {} is none of its, or stands before", child));
    if (framework_.nodes[child].height >= node.height)
      wrong(node, fmt::format("height {} is not above its children's", node.height));
    return child;
  }

  void indicator(const Indicator& one) {
    if (one.direction < Direction::higher || one.direction > Direction::range)
      refuse(framework_.id, fmt::format("indicator '{}': no such direction", one.id));
    if (one.interval && framework_.find_variable(one.interval->share_of) < 0)
      refuse(framework_.id, fmt::format("indicator '{}': interval is a share of '{}', no variable",
                                        one.id, one.interval->share_of));
    if (one.compiled) own_variables("indicator", one.id, *one.compiled);
  }

  void own_variables(std::string_view what, const std::string& id,
                     const formula::Formula& formula) const {
    for (const int variable : formula.variables())
      if (variable >= std::ssize(framework_.variables))
        refuse(framework_.id,
               fmt::format("{} '{}': its formula uses variables of another framework", what, id));
  }

  [[noreturn]] void wrong(const Node& node, std::string_view what) {
    refuse(framework_.id, fmt::format("node '{}': {}", node.id, what));
  }

  const Framework& framework_;
  std::ptrdiff_t children_ = 0, leaves_ = 0;
};

}  // namespace

void check(const Framework& framework) { FrameworkCheck(framework).run(); }

}  // namespace tijian
