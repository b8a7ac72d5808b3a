#include "yaml/either.h"

namespace tijian::yaml {
namespace {

bool has_required(const Schema& record) {
  const ValueMap* map = record.map();
  return map && map->contains("required");
}

Schema has_name(const std::string& key, const std::string& name) {
  return keywords({{"required", names_value({key})},
                   {"properties", {ValueMap{{key, keywords({{"const", text_value(name)}})}}}}});
}

}  // namespace

When is_list() {
  return {[](const Node& node) { return node.kind == Node::Kind::list; }, of_type("array")};
}

When is_map() {
  return {[](const Node& node) { return node.kind == Node::Kind::map; }, of_type("object")};
}

When is_boolean() {
  return {[](const Node& node) {
            return node.kind == Node::Kind::scalar && kind_of(node) == ScalarKind::boolean;
          },
          of_type("boolean")};
}

When has_lists_of_lists() {
  const auto first_is_list = [](const Node& node) {
    return !node.entries.empty() && node.entries[0].value->kind == Node::Kind::list;
  };
  const auto list_of = [](Schema items) {
    return keywords({{"type", text_value("array")},
                     {"minItems", {1.0}},
                     {"items", {ValueList{std::move(items)}}}});
  };
  return {[=](const Node& node) {
            return node.kind == Node::Kind::list && first_is_list(node) &&
                   first_is_list(*node.entries[0].value);
          },
          list_of(list_of(of_type("array")))};
}

When has_key(std::string key) {
  Schema condition = keywords({{"type", text_value("object")}, {"required", names_value({key})}});
  return {[key](const Node& node) { return node.find(key) != nullptr; }, std::move(condition)};
}

Tag read_tag(const Node& node, Reading& reading, const std::string& key) {
  if (node.kind == Node::Kind::scalar) return {&node, &node};
  if (!expect(Node::Kind::map, node, reading)) return {};
  for (const Entry& entry : node.entries) {
    if (entry.key->text != key) continue;
    const auto step = reading.enter(key);
    if (!expect(Node::Kind::scalar, *entry.value, reading)) return {};
    return {entry.value, entry.key};
  }
  reading.report("Y121", node, {{"key", key}});
  return {};
}

Schema describe_tagged(const std::string& key,
                       const std::vector<std::pair<std::string, Schema>>& cases) {
  std::vector<std::string> names, bare;
  ValueList chosen;
  for (const auto& [name, schema] : cases) {
    names.push_back(name);
    if (!has_required(schema)) bare.push_back(name);
    chosen.push_back(keywords({{"if", has_name(key, name)}, {"then", schema}}));
  }
  Schema map =
      keywords({{"type", text_value("object")},
                {"required", names_value({key})},
                {"properties", {ValueMap{{key, keywords({{"enum", names_value(names)}})}}}},
                {"allOf", {std::move(chosen)}}});
  return if_then_else(of_type("string"), keywords({{"enum", names_value(bare)}}), std::move(map));
}

}  // namespace tijian::yaml
