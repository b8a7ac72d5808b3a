#include "tijian/place.h"

#include <algorithm>

#include "base/spelling.h"

namespace tijian {
namespace {

/// Whether one of the texts is that name, as names of places are compared.
bool titled(const Text& title, const std::string& key) {
  return std::ranges::any_of(title.by_language(), [&](const auto& in_language) {
    return base::name_key(in_language.second) == key;
  });
}

}  // namespace

bool PlaceAttribute::is_named(std::string_view name) const {
  const std::string key = base::name_key(name);
  return base::name_key(id) == key || titled(title, key);
}

const AttributeValue* PlaceAttribute::value(std::string_view named) const {
  const std::string key = base::name_key(named);
  for (const AttributeValue& one : values)
    if (base::name_key(one.id) == key || titled(one.title, key)) return &one;
  return nullptr;
}

const std::string& Place::attribute(std::string_view id) const {
  static const std::string none;
  if (id == parent_attribute) return parent;
  const auto found = attributes.find(std::string(id));
  return found == attributes.end() ? none : found->second;
}

}  // namespace tijian
