#pragma once
#include <optional>
#include <string>
#include <vector>

#include "yaml/files.h"
#include "yaml/shape.h"

namespace tijian_tests {

/// What a shape makes of a document: the value where all of it was right, and the messages.
template <class T>
struct Read {
  std::optional<T> value;
  std::vector<tijian::Diagnostic> diagnostics;

  /// Codes with their places and paths, one a line: `Y124@1:4 a.b`.
  std::string faults() const {
    std::string out;
    for (const tijian::Diagnostic& d : diagnostics)
      out += (out.empty() ? "" : "\n") + d.code + "@" + std::to_string(d.where.line) + ":" +
             std::to_string(d.where.column) + (d.in.empty() ? "" : " " + d.in);
    return out;
  }
};

template <class T>
Read<T> read(const tijian::yaml::Shape<T>& shape, const std::string& source) {
  Read<T> result;
  tijian::yaml::Files files;
  const auto document = tijian::yaml::parse("f.yaml", source, result.diagnostics);
  tijian::yaml::Reading reading(result.diagnostics, files);
  T value{};
  if (document->root && shape.read(*document->root, reading, value) && result.diagnostics.empty())
    result.value = std::move(value);
  return result;
}

}  // namespace tijian_tests
