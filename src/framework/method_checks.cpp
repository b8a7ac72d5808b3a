#include "framework/method_checks.h"

#include <initializer_list>

#include "base/catalogue.h"
#include "yaml/scalar.h"

namespace tijian::framework {
namespace {

using Keys = std::initializer_list<const char*>;

const yaml::Node* follow(const yaml::Node& root, Keys keys) {
  const yaml::Node* node = &root;
  for (const char* key : keys)
    if (node) node = node->find(key);
  return node;
}

std::string dotted(Keys keys) {
  return base::joined(std::vector<std::string>(keys.begin(), keys.end()), ".");
}

class MethodChecker {
 public:
  MethodChecker(const Framework& framework, const yaml::Node& root,
                std::vector<Diagnostic>& diagnostics)
      : framework_(framework), root_(root), diagnostics_(diagnostics) {
    for (const Node& node : framework.nodes) nodes_.push_back(node.id);
  }

  void check_nodes_of_list(Keys keys) { names_in_list(follow(root_, keys), dotted(keys)); }
  void check_nodes_of_map(Keys keys) { names_in_map(follow(root_, keys), dotted(keys)); }

  /// Every entry of `aggregate` may name nodes, and so may the goalposts of its normalisation.
  void check_aggregations() {
    const yaml::Node* entries = follow(root_, {"method", "aggregate"});
    if (!entries) return;
    check_aggregation(*entries);
    for (const yaml::Entry& entry : entries->entries)
      if (entry.value && !entry.key) check_aggregation(*entry.value);
  }

  void check_attribute(Keys keys) {
    if (const yaml::Node* name = follow(root_, keys))
      check_name("F241", *name, framework_.attributes, dotted(keys));
  }

 private:
  void check_aggregation(const yaml::Node& aggregation) {
    names_in_list(aggregation.find("nodes"), "method.aggregate.nodes");
    names_in_map(follow(aggregation, {"normalise", "goalposts"}),
                 "method.aggregate.normalise.goalposts");
  }

  void names_in_list(const yaml::Node* list, const std::string& in) {
    if (!list) return;
    for (const yaml::Entry& entry : list->entries)
      if (entry.value && !entry.key) check_name("F240", *entry.value, nodes_, in);
  }

  void names_in_map(const yaml::Node* map, const std::string& in) {
    if (!map) return;
    for (const yaml::Entry& entry : map->entries)
      if (entry.key) check_name("F240", *entry.key, nodes_, in);
  }

  void check_name(std::string_view code, const yaml::Node& name,
                  const std::vector<std::string>& names, const std::string& in) {
    if (name.text.empty() || std::ranges::find(names, name.text) != names.end()) return;
    diagnostics_.push_back(base::make_diagnostic(code, name.where(), {{"found", name.text}}, in));
    base::suggest(diagnostics_.back(), name.text, names);
  }

  const Framework& framework_;
  const yaml::Node& root_;
  std::vector<Diagnostic>& diagnostics_;
  std::vector<std::string> nodes_;
};

}  // namespace

void check_method(const Framework& framework, const yaml::Node& root,
                  std::vector<Diagnostic>& diagnostics) {
  MethodChecker checker(framework, root, diagnostics);
  checker.check_nodes_of_list({"method", "missing", "fill", "nodes"});
  checker.check_nodes_of_map({"method", "weights", "matrices"});
  checker.check_aggregations();
  checker.check_nodes_of_map({"method", "normalise", "goalposts"});
  checker.check_attribute({"method", "impute", "group"});
  checker.check_attribute({"method", "missing", "fill", "group"});
  checker.check_attribute({"method", "reference", "group"});
}

}  // namespace tijian::framework
