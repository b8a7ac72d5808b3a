#pragma once
#include "framework/draft.h"
#include "yaml/shape.h"

namespace tijian::framework {

/// The shape of something that remembers where it was written, and whether without faults.
template <class T>
yaml::Shape<T> written(const yaml::Shape<T>& shape) {
  return {[shape](const yaml::Node& node, yaml::Reading& reading, T& out) {
            out.good = shape.read(node, reading, out);
            out.node = &node;
            out.path = reading.path();
            if constexpr (requires { out.where; }) out.where = node.where();
            return out.good;
          },
          described_as(shape)};
}

}  // namespace tijian::framework
