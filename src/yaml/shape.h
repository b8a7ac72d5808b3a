#pragma once
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "yaml/reading.h"
#include "yaml/schema.h"
#include "yaml/tree.h"

namespace tijian::yaml {

/// What a YAML node must look like to become a T: reads it, collecting every problem, describes
/// itself as a JSON schema, and writes what it reads back. `read` fills what it can and returns
/// whether all of it was right.
template <class T>
struct Shape {
  std::function<bool(const Node&, Reading&, T&)> read;
  std::function<Schema(Definitions&)> describe;
  std::function<Tree(const T&)> write = {};  ///< empty where nothing is ever written
};

/// What messages call a kind of node.
Text title(Node::Kind);

/// Whether the node is of the kind; reports Y122 (nothing there) or Y123 (another kind).
bool expect(Node::Kind, const Node&, Reading&);

/// A shape whose reading is followed by a check of what was read.
template <class T, class Check>
Shape<T> checked(Shape<T> shape, Check check) {
  return {[read = shape.read, check](const Node& node, Reading& reading, T& out) {
            return read(node, reading, out) && check(node, reading, out);
          },
          shape.describe, shape.write};
}

/// A shape read into another type.
template <class To, class From, class Convert>
Shape<To> converted(Shape<From> shape, Convert convert) {
  return {[read = shape.read, convert](const Node& node, Reading& reading, To& out) {
            From from{};
            const bool good = read(node, reading, from);
            convert(std::move(from), out);
            return good;
          },
          shape.describe};
}

/// The same with the way back, for writing: `from(to)` is what `shape` writes.
template <class To, class From, class Convert, class Back>
Shape<To> converted(Shape<From> shape, Convert convert, Back back) {
  Shape<To> both = converted<To>(shape, convert);
  both.write = [write = shape.write, back](const To& to) { return write(back(to)); };
  return both;
}

/// The same shape, of which copies are cheap: a family of methods is large.
template <class T>
Shape<T> shared(Shape<T> shape) {
  const auto one = std::make_shared<const Shape<T>>(std::move(shape));
  return {
      [one](const Node& node, Reading& reading, T& out) { return one->read(node, reading, out); },
      [one](Definitions& definitions) { return one->describe(definitions); },
      [one](const T& value) { return one->write(value); }};
}

/// Defines a part of the schema once, by name, and refers to it. It may contain itself.
template <class Describe>
Schema define(const std::string& name, Definitions& definitions, Describe describe) {
  if (definitions.try_emplace(name).second) {
    Schema described = describe(definitions);
    definitions[name] = std::move(described);
  }
  return reference(name);
}

/// A shape that the schema defines once, by name.
template <class T>
Shape<T> named(std::string name, Shape<T> shape) {
  return {shape.read,
          [name, describe = shape.describe](Definitions& definitions) {
            return define(name, definitions, describe);
          },
          shape.write};
}

/// The same of a shape that contains itself.
template <class T>
Shape<T> named(std::string name, const Shape<T>& (*shape)()) {
  return {[shape](const Node& node, Reading& reading, T& out) {
            return shape().read(node, reading, out);
          },
          [name, shape](Definitions& definitions) {
            return define(name, definitions, [&](auto& all) { return shape().describe(all); });
          },
          [shape](const T& value) { return shape().write(value); }};
}

/// How many items there must be.
Text at_least(std::size_t);
Text exactly(std::size_t);

/// Whether the node is a list of at least so many items, or of exactly two.
bool expect_list(const Node&, Reading&, std::size_t least);
bool expect_pair(const Node&, Reading&);

/// A list of at least so many items.
template <class T>
Shape<std::vector<T>> list(Shape<T> item, std::size_t at_least = 0) {
  return {[=](const Node& node, Reading& reading, std::vector<T>& out) {
            bool good = expect_list(node, reading, at_least);
            if (!good) return false;
            for (std::size_t i = 0; i < node.entries.size(); ++i) {
              const auto step = reading.enter_item(i + 1);
              T value{};
              good = item.read(*node.entries[i].value, reading, value) && good;
              out.push_back(std::move(value));
            }
            return good;
          },
          [=](Definitions& definitions) {
            return keywords({{"type", text_value("array")},
                             {"items", item.describe(definitions)},
                             {"minItems", {static_cast<double>(at_least)}}});
          },
          [write = item.write](const std::vector<T>& items) {
            Tree tree = Tree::list();
            for (const T& one : items) tree.add(write(one));
            return tree;
          }};
}

/// A map of free keys of a shape.
template <class T>
Shape<std::map<std::string, T>> map(Shape<std::string> key, Shape<T> value) {
  return {[=](const Node& node, Reading& reading, std::map<std::string, T>& out) {
            if (!expect(Node::Kind::map, node, reading)) return false;
            bool good = true;
            for (const Entry& entry : node.entries) {
              const auto step = reading.enter(entry.key->text);
              std::string name;
              const bool named = key.read(*entry.key, reading, name);
              good = value.read(*entry.value, reading, out[name]) && named && good;
            }
            return good;
          },
          [=](Definitions& definitions) {
            return keywords({{"type", text_value("object")},
                             {"propertyNames", key.describe(definitions)},
                             {"additionalProperties", value.describe(definitions)}});
          },
          [write = value.write](const std::map<std::string, T>& values) {
            Tree tree = Tree::map();
            for (const auto& [name, one] : values) tree.add(name, write(one));
            return tree;
          }};
}

/// Exactly two items, each of its own shape.
template <class A, class B>
Shape<std::pair<A, B>> pair(Shape<A> first, Shape<B> second) {
  return {[=](const Node& node, Reading& reading, std::pair<A, B>& out) {
            if (!expect_pair(node, reading)) return false;
            const bool good = first.read(*node.entries[0].value, reading, out.first);
            return second.read(*node.entries[1].value, reading, out.second) && good;
          },
          [=](Definitions& definitions) {
            ValueList items{first.describe(definitions), second.describe(definitions)};
            return keywords({{"type", text_value("array")},
                             {"items", {std::move(items)}},
                             {"minItems", {2.0}},
                             {"maxItems", {2.0}}});
          },
          [write_first = first.write, write_second = second.write](const std::pair<A, B>& both) {
            Tree tree = Tree::list();
            tree.add(write_first(both.first));
            tree.add(write_second(both.second));
            return tree;
          }};
}

}  // namespace tijian::yaml
