#pragma once
#include "yaml/either.h"
#include "yaml/files.h"

namespace tijian::yaml {

inline Files::Opened open_include(const Node& name, Reading& reading) {
  const auto step = reading.enter("file");
  return reading.files().include(name, reading);
}

/// `{file: name.yaml}`: what the shape makes of that file.
template <class T>
Shape<T> include(Shape<T> shape) {
  struct Name {
    std::string file;
  };
  const auto name = record<Name>({required<Name>(
      "file", &Name::file, text(), "a file below the framework's folder, relative to this one")});
  return {[=](const Node& node, Reading& reading, T& out) {
            Name read;
            if (!name.read(node, reading, read)) return false;
            const auto opened = open_include(*node.find("file"), reading);
            return opened.root() && shape.read(*opened.root(), reading, out);
          },
          name.describe};
}

/// In place, or in a file of its own.
template <class T>
Shape<T> in_place_or_file(Shape<T> shape) {
  return either(has_key("file"), include(shape), shape);
}

}  // namespace tijian::yaml
