#pragma once
#include <span>
#include <vector>

namespace tijian::statistics {

/// Two neighbours as they are written: `to` is a neighbour of `from`, by place number from 0.
struct NeighbourPair {
  int from, to;
  double weight = 1;
};

/// A neighbour of a place.
struct Neighbour {
  int place;
  double weight;  ///< above 0
  bool operator==(const Neighbour&) const = default;
};

enum class Symmetry { as_given, both_ways };
enum class RowWeights { as_given, standardised };  ///< standardised: a row's weights sum to 1

/// For each of n places its neighbours, ascending. A place is no neighbour of its own.
class Neighbours {
 public:
  Neighbours() = default;
  /// Both ways: each pair holds for (to, from) too. A pair may be written more than once, then with
  /// one weight. UsageError for numbers outside 0 .. places - 1, a place paired with itself, a
  /// weight that is not above 0 and finite, or two weights of one pair.
  Neighbours(int places, std::span<const NeighbourPair> pairs,
             Symmetry symmetry = Symmetry::both_ways);

  int places() const { return static_cast<int>(starts_.size()) - 1; }
  std::span<const Neighbour> of(int place) const;
  /// The weight of `to` among the neighbours of `from`, 0 where it is none.
  double weight(int from, int to) const;
  /// Places without neighbours, ascending.
  std::vector<int> islands() const;
  /// The same with rows whose weights sum to 1.
  Neighbours standardised() const;
  /// The same without neighbours from or to a place that has no value (NaN). UsageError for
  /// another number of values than places.
  Neighbours among(std::span<const double> values) const;

 private:
  std::vector<int> starts_{0};  ///< of each place's row, and the end
  std::vector<Neighbour> neighbours_;
};

/// The neighbours that a statistic of `values` works with: among those that have one, and only then
/// standardised, so that a row sums to 1 whatever is missing.
Neighbours neighbours_for(std::span<const double> values, const Neighbours&, RowWeights);

}  // namespace tijian::statistics
