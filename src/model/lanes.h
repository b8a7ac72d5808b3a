#pragma once
#include <cstring>

namespace tijian::model {

/// Two doubles side by side: what every x86-64 and AArch64 has. The order of sums stays ours,
/// which Eigen's packets do not promise.
using Lanes = double __attribute__((vector_size(16)));
using Mask = decltype(Lanes{} == Lanes{});
constexpr int lane_count = 2;

inline Lanes load(const double* from) {
  Lanes lanes;
  std::memcpy(&lanes, from, sizeof lanes);
  return lanes;
}
inline void store(double* to, Lanes lanes) { std::memcpy(to, &lanes, sizeof lanes); }
inline Lanes spread(double x) { return Lanes{x, x}; }

/// `x` where the mask holds, else 0. Bits, as compilers make better code of them than of `?:`.
inline Lanes where(Mask mask, Lanes x) { return (Lanes)((Mask)x & mask); }
/// `x` where the mask holds, else `y`.
inline Lanes pick(Mask mask, Lanes x, Lanes y) {
  return (Lanes)(((Mask)x & mask) | ((Mask)y & ~mask));
}

}  // namespace tijian::model
