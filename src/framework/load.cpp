#include <filesystem>

#include "framework/framework_loader.h"
#include "framework/method_check.h"
#include "framework/method_yaml.h"
#include "tijian/framework.h"

namespace tijian {
namespace {

std::string file_of(const std::string& path) {
  std::error_code fault;
  if (!std::filesystem::is_directory(path, fault)) return path;
  return (std::filesystem::path(path) / "framework.yaml").string();
}

/// Reads a method file; `check` looks at the method and the document together.
Loaded<Method> read_method(const std::string& path, const Method& base, const MethodTable& methods,
                           const auto& check) {
  Loaded<Method> result;
  yaml::Files files;
  const auto opened = files.open(path, result.diagnostics);
  yaml::Reading reading(result.diagnostics, files);
  Method method = base;
  if (opened.root()) {
    framework::method_shape(methods).read(*opened.root(), reading, method);
    check(method, *opened.root(), result.diagnostics);
  }
  files.sort(result.diagnostics);
  if (!has_errors(result.diagnostics)) result.value = std::move(method);
  return result;
}

/// FNV-1a, never 0.
std::uint64_t fingerprint_of(const Framework& framework) {
  std::uint64_t hash = 0xcbf29ce484222325;
  const auto add = [&](std::string_view text) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    hash = (hash ^ 0xff) * 0x100000001b3;  // no byte of UTF-8: ends a text
  };
  for (const Variable& variable : framework.variables) add(variable.id), add(variable.unit);
  add("");
  for (const Indicator& indicator : framework.indicators) add(indicator.id), add(indicator.unit);
  return hash | 1;
}

}  // namespace

Loaded<Framework> load_framework(const std::string& path, const MethodTable& methods) {
  Loaded<Framework> result;
  framework::FrameworkLoader loader(methods);
  framework::LoadedFramework loaded = loader.load(file_of(path), result.diagnostics);
  loader.files().sort(result.diagnostics);
  if (!loaded.sound) return result;
  result.value = std::move(loaded.framework);
  result->fingerprint = fingerprint_of(*result.value);
  return result;
}

Framework load_framework_or_throw(const std::string& path, const MethodTable& methods) {
  return value_or_throw(load_framework(path, methods));
}

Loaded<Method> load_method(const std::string& path, const Method& base,
                           const MethodTable& methods) {
  return read_method(path, base, methods, [](const auto&...) {});
}

Loaded<Method> load_method(const std::string& path, const Framework& framework,
                           const MethodTable& methods) {
  return read_method(path, framework.method, methods,
                     [&](const Method& method, const yaml::Node& root, auto& diagnostics) {
                       framework::report_method_faults(method, framework, methods, root, "",
                                                       diagnostics);
                     });
}

}  // namespace tijian
