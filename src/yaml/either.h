#pragma once
#include <string>
#include <utility>
#include <vector>

#include "yaml/record.h"

namespace tijian::yaml {

/// A test of a node that a JSON schema can make too.
struct When {
  std::function<bool(const Node&)> holds;
  Schema condition;
};
When is_list();
When is_map();
When is_boolean();
When has_lists_of_lists();  ///< a list of lists of lists
When has_key(std::string key);

/// The first shape if the test holds, else the second; written as the first where `first` says so.
template <class T>
Shape<T> either(When when, Shape<T> then, Shape<T> otherwise,
                std::function<bool(const T&)> first = {}) {
  return {[when, then, otherwise](const Node& node, Reading& reading, T& out) {
            return (when.holds(node) ? then : otherwise).read(node, reading, out);
          },
          [when, then, otherwise](Definitions& definitions) {
            return if_then_else(when.condition, then.describe(definitions),
                                otherwise.describe(definitions));
          },
          [first, write_then = then.write, write_otherwise = otherwise.write](const T& value) {
            return (first(value) ? write_then : write_otherwise)(value);
          }};
}

/// One item or a list of them.
template <class T>
Shape<std::vector<T>> one_or_more(Shape<T> item) {
  return either<std::vector<T>>(is_list(), list(item, 1),
                                converted<std::vector<T>>(
                                    item, [](T one, auto& out) { out.push_back(std::move(one)); },
                                    [](const std::vector<T>& one) { return one.front(); }),
                                [](const std::vector<T>& items) { return items.size() != 1; });
}

/// One of the maps that `tagged` tells apart.
template <class T>
struct Case {
  std::string name;
  Shape<T> shape;  ///< a record; the tag itself is among its fields (`tag`)
};

/// The field of the tag in a case's record.
template <class T>
Field<T> tag(std::string key, const std::string& name) {
  return {std::move(key),
          Need::optional,
          "",
          [](const Node&, Reading&, T&) { return true; },
          [name](Definitions&) {
            return keywords({{"const", text_value(name)}});
          },
          [name](const T&) { return std::optional(Tree::text(name)); }};
}

/// The name of a tagged map, and the node to blame if it is unknown: the key, or the bare name.
struct Tag {
  const Node* name = nullptr;  ///< null where it is missing or no text (reported)
  const Node* at = nullptr;
};
Tag read_tag(const Node&, Reading&, const std::string& key);

/// What the records share: the schema that chooses by the name; bare names where nothing else is
/// required.
Schema describe_tagged(const std::string& key,
                       const std::vector<std::pair<std::string, Schema>>& cases);

/// Maps told apart by the name under one key: `{shape: linear, zero: 0, full: 1}`. A map of that
/// key alone may be written as the bare name. An unknown name is a diagnostic of that code.
template <class T>
Shape<T> tagged(std::string key, std::vector<Case<T>> cases, std::string_view unknown_code,
                Text family = {}) {
  std::vector<std::string> names;
  for (const Case<T>& one : cases) names.push_back(one.name);
  return {[=](const Node& node, Reading& reading, T& out) {
            const Tag tag = read_tag(node, reading, key);
            if (!tag.name) return false;
            Node bare = *tag.name;  // the map that the bare name stands for
            bare.kind = Node::Kind::map;
            for (const Case<T>& one : cases)
              if (one.name == tag.name->text)
                return one.shape.read(tag.name == &node ? bare : node, reading, out);
            report_unknown(reading, unknown_code, *tag.at, tag.name->text, names, family);
            return false;
          },
          [=](Definitions& definitions) {
            std::vector<std::pair<std::string, Schema>> described;
            for (const Case<T>& one : cases)
              described.emplace_back(one.name, one.shape.describe(definitions));
            return describe_tagged(key, described);
          }};
}

}  // namespace tijian::yaml
