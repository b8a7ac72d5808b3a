// Writes the JSON schema of frameworks to a file, or with --check tells whether the file holds it.
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "framework/framework_schema.h"

using namespace tijian;

namespace {

nlohmann::json to_json(const Value& value) {
  if (const bool* boolean = value.boolean()) return *boolean;
  if (const std::string* text = value.text()) return *text;
  if (const double* number = value.number()) {
    const auto whole = static_cast<long>(*number);
    return static_cast<double>(whole) == *number ? nlohmann::json(whole) : nlohmann::json(*number);
  }
  if (const ValueList* list = value.list()) {
    auto json = nlohmann::json::array();
    for (const Value& item : *list) json.push_back(to_json(item));
    return json;
  }
  auto json = nlohmann::json::object();
  for (const auto& [key, item] : *value.map()) json[key] = to_json(item);
  return json;
}

std::string content(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

int main(int count, char* arguments[]) {
  if (count < 2) return 2;
  const std::string schema = to_json(framework::framework_schema(builtin_methods())).dump(1) + '\n';
  if (count == 2) {
    std::ofstream(arguments[1], std::ios::binary) << schema;
    return 0;
  }
  if (content(arguments[2]) == schema) return 0;
  std::cerr << arguments[2] << " is out of date: build the target `schema`\n";
  return 1;
}
