#pragma once
#include <boost/math/distributions/normal.hpp>
#include <cstdint>
#include <random>
#include <string_view>

namespace synthetic {

/// Normal deviates that are the same everywhere: std's distributions differ between libraries, its
/// Mersenne Twister does not. Each topic has a stream of its own, so that a recipe added or changed
/// leaves the numbers of all others alone.
class Random {
 public:
  Random(std::uint64_t seed, std::string_view topic) : engine_(mix(seed, topic)) {}

  /// Strictly between 0 and 1.
  double uniform() { return (static_cast<double>(engine_() >> 11) + 0.5) * 0x1p-53; }
  double normal() { return boost::math::quantile(boost::math::normal(), uniform()); }

 private:
  /// FNV-1a over the topic, started from the seed.
  static std::uint64_t mix(std::uint64_t seed, std::string_view topic) {
    std::uint64_t hash = 14695981039346656037ULL ^ seed;
    for (unsigned char c : topic) hash = (hash ^ c) * 1099511628211ULL;
    return hash;
  }
  std::mt19937_64 engine_;
};

}  // namespace synthetic
