#pragma once
#include "tijian/method_table.h"
#include "tijian/missing.h"

namespace tijian::method {

inline bool lower(const Column& c) { return c.direction == Direction::lower; }

/// What a normaliser gives where it cannot be fitted.
inline Scale nothing() {
  Scale scale;
  scale.factor = missing;
  return scale;
}

}  // namespace tijian::method
