#pragma once
#include <boost/random/mersenne_twister.hpp>
#include <cstdint>

namespace tijian::base {

/// The generator of all that is drawn: the same numbers on every machine.
using Random = boost::random::mt19937_64;

/// The next number in [0, 1), of 53 bits.
inline double uniform(Random& random) { return static_cast<double>(random() >> 11) * 0x1p-53; }

/// A well mixed seed for the stream of that number.
std::uint64_t mixed_seed(std::uint64_t seed, std::uint64_t stream);

}  // namespace tijian::base
