// The decoder's side of tests/schema/documents: what validate.py holds against the schema.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <memory>

#include "framework/framework_yaml.h"
#include "framework/method_yaml.h"
#include "yaml/files.h"

namespace fs = std::filesystem;
using namespace tijian;

namespace {

std::vector<fs::path> documents() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(TIJIAN_ROOT "/tests/schema/documents"))
    found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

template <class T>
void decode(const yaml::Shape<T>& shape, const yaml::Node& root, yaml::Reading& reading) {
  const auto value = std::make_unique<T>();
  shape.read(root, reading, *value);
}

/// By the same rule as the schema: what the document holds tells what it is.
void decode_any(const yaml::Node& root, yaml::Reading& reading) {
  if (root.find("tijian"))
    return decode(framework::framework_shape(builtin_methods()), root, reading);
  if (root.kind == yaml::Node::Kind::list)
    return decode(framework::variables_shape(), root, reading);
  if (root.find("id")) return decode(framework::category_shape(builtin_methods()), root, reading);
  decode(framework::method_shape(builtin_methods()), root, reading);
}

std::vector<Diagnostic> problems(const fs::path& file) {
  std::vector<Diagnostic> diagnostics;
  yaml::Files files;
  yaml::Reading reading(diagnostics, files);
  const auto document = files.open(file.string(), diagnostics);
  if (document.root()) decode_any(*document.root(), reading);
  return diagnostics;
}

}  // namespace

TEST_CASE("the decoder accepts the good documents and refuses the bad ones") {
  REQUIRE(documents().size() >= 40);
  for (const fs::path& file : documents()) {
    const bool good = file.filename().string().starts_with("good_");
    const auto found = problems(file);
    INFO(file.filename().string());
    for (const Diagnostic& d : found) UNSCOPED_INFO(to_string(d));
    CHECK(has_errors(found) != good);
  }
}
