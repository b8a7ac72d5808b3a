#include "yaml/record.h"

namespace tijian::yaml {

bool expect_map(const Node& node, Reading& reading) {
  if (!expect(Node::Kind::map, node, reading)) return false;
  const Node* id = node.find("id");
  if (id && id->kind == Node::Kind::scalar && !id->text.empty()) reading.name_item(id->text);
  return true;
}

void report_missing_key(Reading& reading, const Node& map, const std::string& key) {
  reading.report("Y121", map, {{"key", key}});
}

Schema describe_record(std::vector<std::pair<std::string, Schema>> properties,
                       const std::vector<std::string>& required) {
  ValueMap described;
  for (auto& [key, schema] : properties) described[key] = std::move(schema);
  Schema schema = keywords({{"type", text_value("object")},
                            {"properties", {std::move(described)}},
                            {"additionalProperties", {false}}});
  if (!required.empty()) std::get<ValueMap>(schema.data)["required"] = names_value(required);
  return schema;
}

}  // namespace tijian::yaml
