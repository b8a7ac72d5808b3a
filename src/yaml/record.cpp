#include "yaml/record.h"

#include <algorithm>

#include "yaml/full_width.h"

namespace tijian::yaml {
namespace {

bool expect_map(const Node& node, Reading& reading) {
  if (!expect(Node::Kind::map, node, reading)) return false;
  const Node* id = node.find("id");
  if (id && id->kind == Node::Kind::scalar && !id->text.empty()) reading.name_item(id->text);
  return true;
}

Schema describe_field(const AnyField& field, Definitions& definitions) {
  Schema schema = field.shape.describe(definitions);
  if (!field.about.empty()) std::get<ValueMap>(schema.data)["description"] = {field.about};
  return schema;
}

class RecordShape final : public ShapeBody {
 public:
  RecordShape(const AnyFields& fields, std::string_view unknown_key)
      : fields_(fields), unknown_key_(unknown_key) {}

  bool read(const Node& node, Reading& reading, void* out) const override {
    if (!expect_map(node, reading)) return false;
    bool good = true;
    for (const Entry& entry : node.entries) good = read_entry(entry, reading, out) && good;
    const bool misread = std::ranges::any_of(node.entries, [](const Entry& entry) {
      return full_width_fault(*entry.key, {}).has_value();
    });
    if (misread) return false;  // what is missing may stand there
    for (const AnyField& field : fields_.all())
      if (field.need == Need::required && !node.find(field.key)) {
        reading.report("Y121", node, {{"key", field.key}});
        good = false;
      }
    return good;
  }

  Schema describe(Definitions& definitions) const override {
    ValueMap properties;
    std::vector<std::string> required;
    for (const AnyField& field : fields_.all()) {
      properties[field.key] = describe_field(field, definitions);
      if (field.need == Need::required) required.push_back(field.key);
    }
    Schema schema = keywords({{"type", text_value("object")},
                              {"properties", {std::move(properties)}},
                              {"additionalProperties", {false}}});
    if (!required.empty()) std::get<ValueMap>(schema.data)["required"] = names_value(required);
    return schema;
  }

  Tree write(const void* from) const override {
    Tree tree = Tree::map();
    fields_.write(from, tree);
    return tree;
  }

 private:
  bool read_entry(const Entry& entry, Reading& reading, void* out) const {
    if (const AnyField* field = fields_.find(entry.key->text)) {
      const auto step = reading.enter(field->key);
      return field->shape.read(*entry.value, reading, out);
    }
    report_unknown(reading, unknown_key_, *entry.key, entry.key->text, fields_.keys());
    return false;
  }

  AnyFields fields_;
  std::string_view unknown_key_;
};

}  // namespace

AnyFields::AnyFields(Fresh fresh) : fresh_(fresh) {}

void AnyFields::add(const AnyField& field) { all_.push_back(field); }

void AnyFields::add(const AnyFields& more) {
  all_.insert(all_.end(), more.all_.begin(), more.all_.end());
}

std::vector<std::string> AnyFields::keys() const {
  std::vector<std::string> keys;
  for (const AnyField& field : all_) keys.push_back(field.key);
  return keys;
}

const AnyField* AnyFields::find(std::string_view key) const {
  const auto found = std::ranges::find(all_, key, &AnyField::key);
  return found == all_.end() ? nullptr : &*found;
}

void AnyFields::write(const void* from, Tree& map) const {
  for (const AnyField& field : all_) {
    Tree value = field.shape.write(from);
    const bool left_out = field.need == Need::optional && value == field.shape.write(fresh_());
    if (!left_out && !value.nothing()) map.add(field.key, std::move(value));
  }
}

AnyShape any_record(const AnyFields& fields, std::string_view unknown_key) {
  return AnyShape(new RecordShape(fields, unknown_key));
}

}  // namespace tijian::yaml
