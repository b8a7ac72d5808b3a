#include "framework/felt_as.h"

#include <algorithm>

#include "base/catalogue.h"

namespace tijian::framework {
namespace {

class FeltAs {
 public:
  FeltAs(const std::vector<IndicatorDraft>& leaves, std::vector<Node>& nodes,
         std::vector<Diagnostic>& diagnostics)
      : leaves_(leaves), nodes_(nodes), diagnostics_(diagnostics) {}

  void settle(const CategoryDraft& category) {
    if (!category.felt_as.empty()) settle_one(category);
    for (const Draft& child : category.children)
      if (const auto* below = std::get_if<CategoryDraft>(&child.what)) settle(*below);
  }

 private:
  void settle_one(const CategoryDraft& category) {
    const auto leaf = std::ranges::find(leaves_, category.felt_as, &Indicator::id);
    if (leaf == leaves_.end()) return report(category);
    const auto node = std::ranges::find(nodes_, category.id, &Node::id);
    node->felt_as = static_cast<int>(leaf - leaves_.begin());
  }

  void report(const CategoryDraft& category) {
    std::vector<std::string> ids;
    for (const IndicatorDraft& leaf : leaves_) ids.push_back(leaf.id);
    const std::string in = category.path.empty() ? "felt_as" : category.path + ".felt_as";
    diagnostics_.push_back(base::make_diagnostic("F273", category.node->find("felt_as")->where(),
                                                 {{"id", category.id}, {"found", category.felt_as}},
                                                 in));
    base::suggest(diagnostics_.back(), category.felt_as, ids);
  }

  const std::vector<IndicatorDraft>& leaves_;
  std::vector<Node>& nodes_;
  std::vector<Diagnostic>& diagnostics_;
};

}  // namespace

void settle_felt_as(const FrameworkDraft& draft, const std::vector<IndicatorDraft>& leaves,
                    std::vector<Node>& nodes, std::vector<Diagnostic>& diagnostics) {
  FeltAs(leaves, nodes, diagnostics).settle(draft);
}

}  // namespace tijian::framework
