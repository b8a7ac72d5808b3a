#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tijian/missing.h"
#include "tijian/neighbours.h"
#include "tijian/period.h"
#include "tijian/run.h"

namespace tijian {

/// How a place and its neighbours stand together.
enum class Cluster : std::uint8_t {
  none,  ///< nothing that chance would not bring about
  // of local Moran: the place against the mean of all, then its neighbours
  high_high,
  low_low,
  high_low,
  low_high,
  // of Getis and Ord: amid high or low values
  hot,
  cold,
  island  ///< no neighbour has a value
};
std::string_view to_string(Cluster);

/// Moran's I of a node among the places of one group of peers: whether neighbours are alike (above
/// `expected`) or unlike. Cliff & Ord (1981), rows standardised, variance as values are permuted.
/// Missing where values are all equal or nobody has neighbours; variance, z and p below 4 values.
struct GlobalPattern {
  int group = 0;  ///< in SpatialPattern::groups
  int node = 0;
  int places = 0;   ///< with a value, three at least; islands are among them
  int islands = 0;  ///< of these, without a neighbour with a value
  double i = missing, expected = missing, variance = missing;
  double z = missing, p = missing;  ///< two-sided, by the normal distribution
};

/// A place in a GlobalPattern.
struct LocalPattern {
  int pattern = 0;  ///< in SpatialPattern::global
  Index row = 0;
  int neighbours = 0;  ///< with a value
  /// Local Moran's I (Anselin 1995) with its expectation, z and p: 999 permutations give a p folded
  /// on one side, as GeoDa and PySAL do; p is that one, for both sides min(1, 2 p) goes into q.
  double i = missing, expected = missing, z = missing, p = missing;
  /// p of both sides adjusted for the false discovery rate over the places (Benjamini & Hochberg
  /// 1995). A cluster is named where q <= spatial_alpha.
  double q = missing;
  Cluster cluster = Cluster::none;
  /// Getis and Ord's standardised Gi* (Ord & Getis 1995), p two-sided by the normal distribution.
  double getis_z = missing, getis_p = missing, getis_q = missing;
  Cluster getis_cluster = Cluster::none;
};

inline constexpr double spatial_alpha = 0.05;

/// How the places of a period lie among their neighbours.
struct SpatialPattern {
  Period period;
  std::vector<std::string> groups;    ///< of peers, by name
  std::vector<GlobalPattern> global;  ///< by group and node, of three values or more
  /// Places with a value, by pattern and name: of the index and all categories, and of those
  /// indicators whose global p <= spatial_alpha, as permutations take time: some 2 ms a node
  /// of 44 places.
  std::vector<LocalPattern> local;
};

/// Of scores of the index and categories and of values of indicators, among the places of each
/// group of peers; a neighbour that is no peer does not count. Permutations have one fixed seed, so
/// that the same input gives the same p. UsageError where `check` of the run throws, nodes were not
/// kept, or a pair is of one place or stands twice with two weights.
SpatialPattern spatial_pattern(const Run&, const Period&, const Neighbours&, int threads = 0);

}  // namespace tijian
