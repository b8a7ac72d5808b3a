#pragma once
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "yaml/shape.h"

namespace tijian::yaml {

/// Whether the node is a list of at least so many items, or of exactly two.
bool expect_list(const Node&, Reading&, std::size_t least);
bool expect_pair(const Node&, Reading&);

/// A list but for the type of its items.
class AnyListShape : public ShapeBody {
 public:
  AnyListShape(AnyShape item, std::size_t at_least) : item_(std::move(item)), least_(at_least) {}
  bool read(const Node&, Reading&, void* list) const override;
  Schema describe(Definitions&) const override;
  Tree write(const void* list) const override;

 private:
  /// A new item at the end.
  virtual void* append(void* list) const = 0;
  /// Null behind the end.
  virtual const void* at(const void* list, std::size_t) const = 0;

  AnyShape item_;
  std::size_t least_;
};

template <class T>
class ListShape final : public AnyListShape {
  using AnyListShape::AnyListShape;
  using List = std::vector<T>;
  void* append(void* list) const override { return &static_cast<List*>(list)->emplace_back(); }
  const void* at(const void* list, std::size_t i) const override {
    const List& items = *static_cast<const List*>(list);
    return i < items.size() ? &items[i] : nullptr;
  }
};

/// A list of at least so many items.
template <class T>
Shape<std::vector<T>> list(const Shape<T>& item, std::size_t at_least = 0) {
  return Shape<std::vector<T>>(AnyShape(new ListShape<T>(item, at_least)));
}

Schema describe_map(Schema keys, Schema values);

/// A map of free keys of a shape.
template <class T>
Shape<std::map<std::string, T>> map(const Shape<std::string>& key, const Shape<T>& value) {
  return {[key, value](const Node& node, Reading& reading, std::map<std::string, T>& out) {
            if (!expect(Node::Kind::map, node, reading)) return false;
            bool good = true;
            for (const Entry& entry : node.entries) {
              const auto step = reading.enter(entry.key->text);
              std::string name;
              const bool named = key.read(*entry.key, reading, name);
              const bool follows = !named && entry.value->kind == Node::Kind::null;
              good = !follows && value.read(*entry.value, reading, out[name]) && named && good;
            }
            return good;
          },
          [key, value](Definitions& definitions) {
            return describe_map(key.describe(definitions), value.describe(definitions));
          },
          [value](const std::map<std::string, T>& values) {
            Tree tree = Tree::map();
            for (const auto& [name, one] : values) tree.add(name, value.write(one));
            return tree;
          }};
}

Schema describe_pair(Schema first, Schema second);

/// Exactly two items, each of its own shape.
template <class A, class B>
Shape<std::pair<A, B>> pair(const Shape<A>& first, const Shape<B>& second) {
  return {[first, second](const Node& node, Reading& reading, std::pair<A, B>& out) {
            if (!expect_pair(node, reading)) return false;
            const bool good = first.read(*node.entries[0].value, reading, out.first);
            return second.read(*node.entries[1].value, reading, out.second) && good;
          },
          [first, second](Definitions& definitions) {
            return describe_pair(first.describe(definitions), second.describe(definitions));
          },
          [first, second](const std::pair<A, B>& both) {
            Tree tree = Tree::list();
            tree.add(first.write(both.first));
            tree.add(second.write(both.second));
            return tree;
          }};
}

}  // namespace tijian::yaml
