#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "yaml/field.h"

namespace tijian::yaml {

/// One of the maps that `tagged` tells apart.
template <class T>
struct Case {
  std::string name;
  Shape<T> shape;  ///< a record; the tag itself is among its fields (`tag`)
};

AnyShape any_tag(const std::string& name);

/// The field of the tag in a case's record.
template <class T>
Field<T> tag(std::string_view key, const std::string& name) {
  return {key, Need::stated, "", Shape<T>(any_tag(name))};
}

using AnyCase = std::pair<std::string, AnyShape>;
AnyShape any_tagged(std::string key, std::vector<AnyCase> cases, std::string_view unknown_code,
                    Text family);

/// Maps told apart by the name under one key: `{shape: linear, zero: 0, full: 1}`. A map of that
/// key alone may be written as the bare name. An unknown name is a diagnostic of that code.
template <class T>
Shape<T> tagged(std::string key, const std::vector<Case<T>>& cases, std::string_view unknown_code,
                Text family = {}) {
  std::vector<AnyCase> any;
  for (const Case<T>& one : cases) any.emplace_back(one.name, one.shape);
  return Shape<T>(any_tagged(std::move(key), std::move(any), unknown_code, std::move(family)));
}

}  // namespace tijian::yaml
