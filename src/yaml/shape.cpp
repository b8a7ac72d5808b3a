#include "yaml/shape.h"

namespace tijian::yaml {
namespace {

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

}  // namespace

bool expect(Node::Kind kind, const Node& node, Reading& reading) {
  if (node.kind == kind) return true;
  if (node.kind == Node::Kind::null)
    reading.report("Y122", node, {{"kind", title(kind)}});
  else
    reading.report("Y123", node, {{"found", title(node.kind)}, {"kind", title(kind)}});
  return false;
}

bool expect_list(const Node& node, Reading& reading, std::size_t at_least) {
  if (!expect(Node::Kind::list, node, reading)) return false;
  if (node.entries.size() >= at_least) return true;
  const std::string least = std::to_string(at_least);
  reading.report("Y133", node,
                 {{"found", std::to_string(node.entries.size())},
                  {"number", Text{"at least " + least, "至少 " + least + " 项"}}});
  return false;
}

bool expect_pair(const Node& node, Reading& reading) {
  if (!expect(Node::Kind::list, node, reading)) return false;
  if (node.entries.size() == 2) return true;
  reading.report(
      "Y133", node,
      {{"found", std::to_string(node.entries.size())}, {"number", Text{"exactly 2", "正好 2 项"}}});
  return false;
}

}  // namespace tijian::yaml
