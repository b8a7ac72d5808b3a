#pragma once
#include "framework/draft.h"
#include "yaml/shape.h"

namespace tijian::framework {

/// The shape of something that remembers where it was written, and whether without faults.
template <class T>
yaml::Shape<T> written(yaml::Shape<T> shape) {
  return {[read = shape.read](const yaml::Node& node, yaml::Reading& reading, T& out) {
            out.good = read(node, reading, out);
            out.node = &node;
            out.path = reading.path();
            if constexpr (requires { out.where; }) out.where = node.where();
            return out.good;
          },
          shape.describe};
}

}  // namespace tijian::framework
