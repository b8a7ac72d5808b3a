#include "yaml/schema.h"

namespace tijian::yaml {

Schema text_value(std::string_view text) { return {std::string(text)}; }

Schema names_value(const std::vector<std::string>& names) {
  ValueList list;
  for (const std::string& name : names) list.push_back({name});
  return {list};
}

Schema keywords(std::initializer_list<std::pair<const std::string, Value>> entries) {
  return {ValueMap(entries)};
}

Schema of_type(std::string_view type) { return keywords({{"type", text_value(type)}}); }

Schema matching(std::string_view pattern) {
  return keywords({{"type", text_value("string")}, {"pattern", text_value(pattern)}});
}

Schema if_then_else(Schema condition, Schema then, Schema otherwise) {
  return keywords(
      {{"if", std::move(condition)}, {"then", std::move(then)}, {"else", std::move(otherwise)}});
}

Schema reference(const std::string& name) {
  return keywords({{"$ref", text_value("#/definitions/" + name)}});
}

}  // namespace tijian::yaml
