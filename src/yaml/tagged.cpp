#include "yaml/tagged.h"

#include <fmt/format.h>

#include "yaml/scalar.h"

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

/// The name of a tagged map, and the node to blame if it is unknown: the key, or the bare name.
struct Tag {
  const Node* name = nullptr;  ///< null where it is missing or no text (reported)
  const Node* at = nullptr;
};

Tag read_tag(const Node& node, Reading& reading, const std::string& key) {
  if (node.kind == Node::Kind::scalar) return {&node, &node};
  if (node.kind != Node::Kind::map) {
    const Text forms(fmt::format("a name, or a map {{{}: name, ...}}", key),
                     fmt::format("名称，或映射 {{{}: 名称, ...}}", key));
    refuse_kind(node, reading, forms);
    return {};
  }
  for (const Entry& entry : node.entries) {
    if (entry.key->text != key) continue;
    const auto step = reading.enter(key);
    if (!expect(Node::Kind::scalar, *entry.value, reading)) return {};
    return {entry.value, entry.key};
  }
  reading.report("Y121", node, {{"key", key}});
  return {};
}

/// The schema that chooses by the name; bare names where nothing else is required.
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

class TagShape final : public ShapeBody {
 public:
  explicit TagShape(std::string name) : name_(std::move(name)) {}
  bool read(const Node&, Reading&, void*) const override { return true; }
  Schema describe(Definitions&) const override { return keywords({{"const", text_value(name_)}}); }
  Tree write(const void*) const override { return Tree::text(name_); }

 private:
  std::string name_;
};

class TaggedShape final : public ShapeBody {
 public:
  TaggedShape(std::string key, std::vector<AnyCase> cases, std::string_view unknown_code,
              Text family)
      : key_(std::move(key)),
        cases_(std::move(cases)),
        unknown_code_(unknown_code),
        family_(std::move(family)) {}

  bool read(const Node& node, Reading& reading, void* out) const override {
    const Tag tag = read_tag(node, reading, key_);
    if (!tag.name) return false;
    Node bare = *tag.name;  // the map that the bare name stands for
    bare.kind = Node::Kind::map;
    for (const auto& [name, shape] : cases_)
      if (name == tag.name->text) return shape.read(tag.name == &node ? bare : node, reading, out);
    report_unknown(reading, unknown_code_, *tag.at, tag.name->text, names(), family_);
    return false;
  }

  Schema describe(Definitions& definitions) const override {
    std::vector<std::pair<std::string, Schema>> described;
    for (const auto& [name, shape] : cases_)
      described.emplace_back(name, shape.describe(definitions));
    return describe_tagged(key_, described);
  }

  Tree write(const void*) const override { NotWritten::refuse(); }

 private:
  std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const auto& [name, shape] : cases_) names.push_back(name);
    return names;
  }

  std::string key_;
  std::vector<AnyCase> cases_;
  std::string_view unknown_code_;
  Text family_;
};

}  // namespace

AnyShape any_tag(const std::string& name) { return AnyShape(new TagShape(name)); }

AnyShape any_tagged(std::string key, std::vector<AnyCase> cases, std::string_view unknown_code,
                    Text family) {
  return AnyShape(
      new TaggedShape(std::move(key), std::move(cases), unknown_code, std::move(family)));
}

}  // namespace tijian::yaml
