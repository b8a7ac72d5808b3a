#include "framework/method_checks.h"

#include <initializer_list>

#include "diagnostic/catalogue.h"
#include "framework/yaml_scalar.h"

namespace tijian {
namespace {

using Path = std::initializer_list<const char*>;

const yaml::Node* follow(const yaml::Node& root, Path keys) {
  const yaml::Node* node = &root;
  for (const char* key : keys)
    if (node) node = node->find(key);
  return node;
}

std::string dotted(Path keys) {
  return joined(std::vector<std::string>(keys.begin(), keys.end()), ".");
}

class Checker {
 public:
  Checker(const Framework& framework, const yaml::Node& root, std::vector<Diagnostic>& diagnostics)
      : framework_(framework), root_(root), diagnostics_(diagnostics) {
    for (const Node& node : framework.nodes) nodes_.push_back(node.id);
  }

  void check_nodes_of_list(Path keys) {
    const yaml::Node* list = follow(root_, keys);
    if (!list) return;
    for (const yaml::Entry& entry : list->entries)
      if (entry.value && !entry.key) check_name("F240", *entry.value, nodes_, keys);
  }

  void check_nodes_of_map(Path keys) {
    const yaml::Node* map = follow(root_, keys);
    if (!map) return;
    for (const yaml::Entry& entry : map->entries)
      if (entry.key) check_name("F240", *entry.key, nodes_, keys);
  }

  void check_attribute(Path keys) {
    if (const yaml::Node* name = follow(root_, keys))
      check_name("F241", *name, framework_.attributes, keys);
  }

 private:
  void check_name(std::string_view code, const yaml::Node& name,
                  const std::vector<std::string>& names, Path keys) {
    if (name.text.empty() || std::ranges::find(names, name.text) != names.end()) return;
    diagnostics_.push_back(
        make_diagnostic(code, name.where(), {{"found", name.text}}, dotted(keys)));
    if (Text hint = yaml::did_you_mean(name.text, names); !hint.empty())
      diagnostics_.back().hint = std::move(hint);
  }

  const Framework& framework_;
  const yaml::Node& root_;
  std::vector<Diagnostic>& diagnostics_;
  std::vector<std::string> nodes_;
};

}  // namespace

void check_method(const Framework& framework, const yaml::Node& root,
                  std::vector<Diagnostic>& diagnostics) {
  Checker checker(framework, root, diagnostics);
  checker.check_nodes_of_list({"method", "missing", "fill", "nodes"});
  checker.check_nodes_of_map({"method", "weights", "matrices"});
  checker.check_nodes_of_map({"method", "normalise", "goalposts"});
  checker.check_attribute({"method", "impute", "group"});
  checker.check_attribute({"method", "missing", "fill", "group"});
  checker.check_attribute({"method", "reference", "group"});
}

}  // namespace tijian
