#include "yaml/either.h"

#include "yaml/full_width.h"

namespace tijian::yaml {
namespace {

class EitherShape final : public ShapeBody {
 public:
  EitherShape(const When& when, AnyShape then, AnyShape otherwise, IsFirst first)
      : when_(when),
        then_(std::move(then)),
        otherwise_(std::move(otherwise)),
        first_(std::move(first)) {}
  bool read(const Node& node, Reading& reading, void* out) const override {
    return (when_.holds(node) ? then_ : otherwise_).read(node, reading, out);
  }
  Schema describe(Definitions& definitions) const override {
    return if_then_else(when_.condition, then_.describe(definitions),
                        otherwise_.describe(definitions));
  }
  Tree write(const void* value) const override {
    return (first_(value) ? then_ : otherwise_).write(value);
  }

 private:
  When when_;
  AnyShape then_, otherwise_;
  IsFirst first_;
};

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

void expect_forms(const Node& node, Reading& reading, std::size_t before, const Text& forms) {
  const Citation own = node.where();
  // A map may begin where its first key does.
  const auto key = [&] { return node.entries.empty() ? nullptr : node.entries[0].key; }();
  if (key && key->where() == own) return;
  if (full_width_fault(node, {})) return;  // they say what they expect
  for (std::size_t i = before; i < reading.diagnostics().size(); ++i)
    if (reading.diagnostics()[i].where == own) reading.diagnostics()[i].expected = forms;
}

AnyShape any_either(const When& when, AnyShape then, AnyShape otherwise, IsFirst first) {
  return AnyShape(new EitherShape(when, std::move(then), std::move(otherwise), std::move(first)));
}

}  // namespace tijian::yaml
