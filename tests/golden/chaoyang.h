#pragma once
#include "tijian/tijian.h"

namespace tijian_tests {

/// indicators/chaoyang, loaded once.
inline const tijian::Framework& chaoyang() {
  static const tijian::Framework framework =
      tijian::load_framework_or_throw(TIJIAN_ROOT "/indicators/chaoyang");
  return framework;
}

}  // namespace tijian_tests
