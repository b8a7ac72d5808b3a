#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tijian/diagnostic.h"
#include "tijian/text.h"

namespace tijian {

/// The attribute that names the place that a place belongs to.
inline constexpr std::string_view parent_attribute = "parent";

/// What an attribute may be.
struct AttributeValue {
  std::string id;
  Text title = {};
};

/// An attribute of places, for grouping: a text column of the data or of the list of places.
struct PlaceAttribute {
  PlaceAttribute() = default;
  PlaceAttribute(std::string name) : id(std::move(name)) {}
  PlaceAttribute(const char* name) : id(name) {}

  std::string id;
  Text title = {};
  std::vector<AttributeValue> values = {};  ///< empty: any text

  /// Whether a column of that name is this attribute: by id, or by title in any language.
  bool is_named(std::string_view name) const;
  /// The value of that id, or of that title in any language; null where there is none. Case and
  /// blanks do not count.
  const AttributeValue* value(std::string_view named) const;
};

/// A place that a framework expects (a district, subdistrict, station, block, grid cell).
struct Place {
  std::string name;
  std::vector<std::string> aliases = {};  ///< other names that data may use; short ones first
  std::map<std::string, std::string> attributes = {};  ///< by the attribute's id; ids of values
  std::string parent = {};  ///< the name of the place that it belongs to; may be empty
  std::string code = {};
  std::optional<int> row = {}, column = {};  ///< of its tile on a map of tiles
  Citation where = {};

  /// The value of an attribute, `parent` among them, or empty.
  const std::string& attribute(std::string_view id) const;
};

}  // namespace tijian
