#pragma once
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "yaml/collection.h"
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

/// That of the faults after the first so many, where they are of the node itself.
void expect_forms(const Node&, Reading&, std::size_t before, const Text& forms);

using IsFirst = std::function<bool(const void*)>;
AnyShape any_either(const When&, AnyShape then, AnyShape otherwise, IsFirst = {});

/// The first shape if the test holds, else the second. Nothing is written of it.
template <class T>
Shape<T> either(const When& when, const Shape<T>& then, const Shape<T>& otherwise) {
  return Shape<T>(any_either(when, then, otherwise));
}

/// The same, written as the first where `first` says so.
template <class T, class First>
Shape<T> either(const When& when, const Shape<T>& then, const Shape<T>& otherwise, First first) {
  return Shape<T>(any_either(when, then, otherwise, [first](const void* value) -> bool {
    return first(*static_cast<const T*>(value));
  }));
}

/// The last of several forms: what is wrong with a node itself, and not inside it, says that all
/// of them are expected.
template <class T>
Shape<T> of_forms(const Shape<T>& shape, const Text& forms) {
  return {[shape, forms](const Node& node, Reading& reading, T& out) {
            const std::size_t before = reading.diagnostics().size();
            const bool good = shape.read(node, reading, out);
            expect_forms(node, reading, before, forms);
            return good;
          },
          described_as(shape), written_as(shape)};
}

/// One item or a list of them.
template <class T>
Shape<std::vector<T>> one_or_more(const Shape<T>& item) {
  return either<std::vector<T>>(is_list(), list(item, 1),
                                converted<std::vector<T>>(
                                    item, [](T one, auto& out) { out.push_back(std::move(one)); },
                                    [](const std::vector<T>& one) { return one.front(); }),
                                [](const std::vector<T>& items) { return items.size() != 1; });
}

}  // namespace tijian::yaml
