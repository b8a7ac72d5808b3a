#include "framework/framework_schema.h"

#include "framework/framework_yaml.h"
#include "framework/method_yaml.h"
#include "yaml/either.h"

namespace tijian::framework {

yaml::Schema framework_schema(const MethodTable& methods) {
  using namespace yaml;
  Definitions definitions;
  Schema framework = framework_shape(methods).describe(definitions);
  Schema category = category_shape(methods).describe(definitions);
  Schema variables = variables_shape().describe(definitions);
  Schema method = method_shape(methods).describe(definitions);
  Schema schema = if_then_else(
      has_key("tijian").condition, std::move(framework),
      if_then_else(is_list().condition, std::move(variables),
                   if_then_else(has_key("id").condition, std::move(category), std::move(method))));
  ValueMap& root = std::get<ValueMap>(schema.data);
  root["$schema"] = text_value("http://json-schema.org/draft-07/schema#");
  root["title"] = text_value("Tijian: frameworks, categories, variables and methods");
  root["definitions"] = {ValueMap(definitions.begin(), definitions.end())};
  return schema;
}

}  // namespace tijian::framework
