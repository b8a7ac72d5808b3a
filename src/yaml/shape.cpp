#include "yaml/shape.h"

#include <fmt/format.h>

#include <stdexcept>

namespace tijian::yaml {

void NotWritten::refuse() { throw std::logic_error("this shape is only read"); }

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
  refuse_kind(node, reading, title(kind));
  return false;
}

void refuse_kind(const Node& node, Reading& reading, const Text& wanted) {
  if (node.kind == Node::Kind::null)
    reading.report("Y122", node, {{"kind", wanted}});
  else
    reading.report("Y123", node, {{"found", title(node.kind)}, {"kind", wanted}});
}

}  // namespace tijian::yaml
