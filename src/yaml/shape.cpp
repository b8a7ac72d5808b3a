#include "yaml/shape.h"

#include <fmt/format.h>

namespace tijian::yaml {

Text title(Node::Kind kind) {
  switch (kind) {
    case Node::Kind::list:
      return {"a list [...]", "列表 [...]"};
    case Node::Kind::map:
      return {"a map {key: value}", "映射 {键: 值}"};
    default:
      return {"a single value", "单个值"};
  }
}

Text at_least(std::size_t number) {
  return {fmt::format("at least {}", number), fmt::format("至少 {} 项", number)};
}

Text exactly(std::size_t number) {
  return {fmt::format("exactly {}", number), fmt::format("正好 {} 项", number)};
}

bool expect(Node::Kind kind, const Node& node, Reading& reading) {
  if (node.kind == kind) return true;
  if (node.kind == Node::Kind::null)
    reading.report("Y122", node, {{"kind", title(kind)}});
  else
    reading.report("Y123", node, {{"found", title(node.kind)}, {"kind", title(kind)}});
  return false;
}

bool expect_list(const Node& node, Reading& reading, std::size_t least) {
  if (!expect(Node::Kind::list, node, reading)) return false;
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

}  // namespace tijian::yaml
