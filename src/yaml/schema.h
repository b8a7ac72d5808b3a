#pragma once
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tijian/options.h"

namespace tijian::yaml {

/// A node of a JSON schema, as plain data.
using Schema = Value;

/// The definitions that a schema refers to by name.
using Definitions = std::map<std::string, Schema>;

Schema text_value(std::string_view);
Schema names_value(const std::vector<std::string>&);
/// A schema of these keywords.
Schema keywords(std::initializer_list<std::pair<const std::string, Value>>);
/// {"type": "string", "pattern": pattern}
Schema matching(std::string_view pattern);
/// {"type": type}
Schema of_type(std::string_view type);
/// {"if": condition, "then": then, "else": otherwise}
Schema if_then_else(Schema condition, Schema then, Schema otherwise);
/// {"$ref": "#/definitions/name"}
Schema reference(const std::string& name);

}  // namespace tijian::yaml
