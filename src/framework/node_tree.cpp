#include "framework/node_tree.h"

#include <algorithm>
#include <map>

#include "base/catalogue.h"

namespace tijian::framework {
namespace {

class TreeBuilder {
 public:
  TreeBuilder(Borrowing& borrowing, std::vector<Node>& nodes, std::vector<Diagnostic>& diagnostics)
      : borrowing_(borrowing), nodes_(nodes), diagnostics_(diagnostics) {}

  void add(const CategoryDraft& category, int parent, const Citation& where) {
    const int node = add_node(category, parent, where, category.path);
    nodes_[node].direction = category.direction;
    for (const Draft& child : category.children)
      std::visit([&](const auto& what) { add_child(what, node); }, child.what);
    check_children(category, nodes_[node]);
  }

  std::vector<IndicatorDraft> leaves;

 private:
  void add_child(const CategoryDraft& category, int parent) {
    add(category, parent, category.node->where());
  }
  void add_child(const IndicatorDraft& indicator, int parent) {
    add_leaf(indicator, parent, indicator.where, indicator.path);
  }
  void add_child(const Borrow& borrow, int parent) {
    for (const IndicatorDraft& taken : borrowing_.take_indicators(borrow))
      add_leaf(taken, parent, borrow.node->where(), borrow.path);
  }

  void add_leaf(const IndicatorDraft& indicator, int parent, const Citation& where,
                const std::string& path) {
    const int node = add_node(indicator, parent, where, path);
    nodes_[node].indicator = static_cast<int>(leaves.size());
    leaves.push_back(indicator);
  }

  template <class What>
  int add_node(const What& what, int parent, const Citation& where, const std::string& path) {
    const int place = static_cast<int>(nodes_.size());
    Node node;
    node.id = what.id;
    node.title = what.title;
    node.short_title = what.short_title;
    node.weight = what.weight;
    node.parent = parent;
    node.grades = what.grading.grades;
    node.classes = what.grading.classes;
    node.where = where;
    nodes_.push_back(std::move(node));
    if (parent >= 0) nodes_[parent].children.push_back(place);
    check_id(what.id, where, path);
    return place;
  }

  void check_id(const std::string& id, const Citation& where, const std::string& path) {
    const auto [known, is_new] = places_.try_emplace(id, where);
    if (is_new || id.empty()) return;
    diagnostics_.push_back(base::make_diagnostic("F201", where, {{"id", id}}, path));
    diagnostics_.back().also.push_back(known->second);
  }

  void check_children(const CategoryDraft& category, const Node& node) {
    const bool weightless =
        std::ranges::none_of(node.children, [&](int child) { return nodes_[child].weight > 0; });
    if (!category.node->find("categories") && !category.node->find("indicators"))
      report("F203", category);
    else if (weightless && !node.children.empty())
      report("F204", category);
  }

  void report(std::string_view code, const CategoryDraft& category) {
    diagnostics_.push_back(
        base::make_diagnostic(code, category.node->where(), {{"id", category.id}}, category.path));
  }

  Borrowing& borrowing_;
  std::vector<Node>& nodes_;
  std::vector<Diagnostic>& diagnostics_;
  std::map<std::string, Citation> places_;
};

void measure_heights(std::vector<Node>& nodes) {
  for (auto node = nodes.rbegin(); node != nodes.rend(); ++node)
    if (node->parent >= 0)
      nodes[node->parent].height = std::max(nodes[node->parent].height, node->height + 1);
}

}  // namespace

std::vector<IndicatorDraft> build_tree(const FrameworkDraft& draft, Borrowing& borrowing,
                                       std::vector<Node>& nodes,
                                       std::vector<Diagnostic>& diagnostics) {
  TreeBuilder builder(borrowing, nodes, diagnostics);
  const yaml::Node* id = draft.node->find("framework");
  builder.add(draft, -1, id ? id->where() : draft.node->where());
  measure_heights(nodes);
  return std::move(builder.leaves);
}

}  // namespace tijian::framework
