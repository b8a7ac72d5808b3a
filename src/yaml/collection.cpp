#include "yaml/collection.h"

namespace tijian::yaml {

bool expect_list(const Node& node, Reading& reading, std::size_t least) {
  if (!expect(Node::Kind::list, node, reading)) {
    if (node.kind == Node::Kind::map)
      reading.diagnostics().back().hint = {"does the '- ' before an item lack here?",
                                           "列表项前面是不是缺了“- ”？"};
    return false;
  }
  if (node.entries.size() >= least) return true;
  reading.report("Y133", node,
                 {{"found", std::to_string(node.entries.size())}, {"number", at_least(least)}});
  return false;
}

bool expect_pair(const Node& node, Reading& reading) {
  if (!expect(Node::Kind::list, node, reading)) return false;
  if (node.entries.size() == 2) return true;
  reading.report("Y133", node,
                 {{"found", std::to_string(node.entries.size())}, {"number", exactly(2)}});
  return false;
}

bool AnyListShape::read(const Node& node, Reading& reading, void* list) const {
  bool good = expect_list(node, reading, least_);
  if (!good) return false;
  for (std::size_t i = 0; i < node.entries.size(); ++i) {
    const auto step = reading.enter_item(i + 1);
    good = item_.read(*node.entries[i].value, reading, append(list)) && good;
  }
  return good;
}

Schema AnyListShape::describe(Definitions& definitions) const {
  return keywords({{"type", text_value("array")},
                   {"items", item_.describe(definitions)},
                   {"minItems", {static_cast<double>(least_)}}});
}

Tree AnyListShape::write(const void* list) const {
  Tree tree = Tree::list();
  for (std::size_t i = 0; const void* item = at(list, i); ++i) tree.add(item_.write(item));
  return tree;
}

Schema describe_map(Schema keys, Schema values) {
  return keywords({{"type", text_value("object")},
                   {"propertyNames", std::move(keys)},
                   {"additionalProperties", std::move(values)}});
}

Schema describe_pair(Schema first, Schema second) {
  ValueList items{std::move(first), std::move(second)};
  return keywords({{"type", text_value("array")},
                   {"items", {std::move(items)}},
                   {"minItems", {2.0}},
                   {"maxItems", {2.0}}});
}

}  // namespace tijian::yaml
