#pragma once
#include <cstring>

namespace tijian {

/// Two doubles side by side: what every x86-64 and AArch64 has. The order of sums stays ours,
/// which Eigen's packets do not promise.
using Lanes = double __attribute__((vector_size(16)));
constexpr int lane_count = 2;

inline Lanes load(const double* from) {
  Lanes lanes;
  std::memcpy(&lanes, from, sizeof lanes);
  return lanes;
}
inline void store(double* to, Lanes lanes) { std::memcpy(to, &lanes, sizeof lanes); }

/// `x` where it is a number, else `otherwise`.
inline Lanes present_or(Lanes x, Lanes test, Lanes otherwise) {
  return test == test ? x : otherwise;
}

}  // namespace tijian
