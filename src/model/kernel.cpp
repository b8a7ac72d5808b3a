#include "model/kernel.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include "model/lanes.h"
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace tijian {
namespace {

// Measured: all columns of a group unrolled, two rows at a time, beats strips of more rows over a
// loop of columns by half. Wider parents go group by group, their sums waiting in the output.
constexpr std::size_t widest_group = 12;

enum class Keep { none, plain, streamed };

/// A leaf: its numbers, each spread over the lanes, and where its values come and go.
struct Stream {
  Lanes shift, factor, offset, weight;
  Lanes weighted_factor, weighted_offset;
  Lanes low, high;
  const double* values;
  double* scores;
};

Stream stream_of(const FusedLeaf& leaf) {
  const Scale& s = leaf.scale;
  return {spread(s.shift),
          spread(s.factor),
          spread(s.offset),
          spread(leaf.weight),
          spread(leaf.weight * s.factor),
          spread(leaf.weight * s.offset),
          spread(s.low),
          spread(s.high),
          leaf.values,
          leaf.scores};
}

/// What all rows of a node share.
struct Mean {
  Lanes total, least;
  double* score;
  double* share;
  bool first, last;  ///< group of the node's columns
};

/// Scores are written once and not read soon: past the cache where the machine can.
template <Keep keep>
inline void put(double* to, Lanes lanes) {
#if defined(__SSE2__)
  if constexpr (keep == Keep::streamed) {
    _mm_stream_pd(to, lanes);
    return;
  }
#endif
  store(to, lanes);
}

struct Sums {
  Lanes score, weight;
};

template <bool clipped, Keep keep>
[[gnu::always_inline]] inline void add_column(const Stream& column, std::size_t row, Sums& sums) {
  const Lanes distance = load(column.values + row) - column.shift;
  const Mask present = distance == distance;
  Lanes weighted;
  if constexpr (clipped) {
    Lanes score = column.offset + column.factor * distance;
    score = pick(score < column.low, column.low, score);
    score = pick(score > column.high, column.high, score);
    if constexpr (keep != Keep::none) put<keep>(column.scores + row, score);
    weighted = column.weight * score;
  } else {
    if constexpr (keep != Keep::none)
      put<keep>(column.scores + row, column.offset + column.factor * distance);
    weighted = column.weighted_offset + column.weighted_factor * distance;
  }
  sums.score += where(present, weighted);
  sums.weight += where(present, column.weight);
}

/// Two rows of a group. A mean of nothing is 0/0, hence missing by itself.
template <bool clipped, Keep keep, std::size_t... k>
[[gnu::always_inline]] inline void add_group(const Stream* columns, const Mean& mean,
                                             std::size_t row, std::index_sequence<k...>) {
  Sums sums{};
  if (!mean.first) sums = {load(mean.score + row), load(mean.share + row)};
  (add_column<clipped, keep>(columns[k], row, sums), ...);
  if (mean.last) {
    const Mask scarce = sums.weight < mean.least;
    sums.score = pick(scarce, spread(std::nan("")), sums.score / sums.weight);
    sums.weight = sums.weight / mean.total;
  }
  store(mean.score + row, sums.score);
  store(mean.share + row, sums.weight);
}

using Group = void (*)(const Stream*, const Mean&, std::size_t rows);

template <bool clipped, Keep keep, std::size_t width>
void run_group(const Stream* columns, const Mean& mean, std::size_t rows) {
  for (std::size_t row = 0; row < rows; row += lane_count)
    add_group<clipped, keep>(columns, mean, row, std::make_index_sequence<width>{});
}

template <bool clipped, Keep keep>
Group group_of(std::size_t width) {
  static constexpr auto all = []<std::size_t... k>(std::index_sequence<k...>) {
    return std::array<Group, widest_group>{run_group<clipped, keep, k + 1>...};
  }
  (std::make_index_sequence<widest_group>{});
  return all[width - 1];
}

template <bool clipped>
Group group_of(std::size_t width, Keep keep) {
  switch (keep) {
    case Keep::none:
      return group_of<clipped, Keep::none>(width);
    case Keep::plain:
      return group_of<clipped, Keep::plain>(width);
    case Keep::streamed:
      return group_of<clipped, Keep::streamed>(width);
  }
  return nullptr;
}

bool aligned(const double* at) { return reinterpret_cast<std::uintptr_t>(at) % sizeof(Lanes) == 0; }

void run_groups(std::span<const Stream> columns, Mean mean, std::size_t rows, bool clipped) {
  Keep keep = Keep::none;
  if (columns.front().scores) keep = Keep::streamed;
  for (const Stream& column : columns)
    if (keep == Keep::streamed && !aligned(column.scores)) keep = Keep::plain;
  for (std::size_t begin = 0; begin < columns.size(); begin += widest_group) {
    const std::size_t width = std::min(widest_group, columns.size() - begin);
    mean.first = begin == 0;
    mean.last = begin + width == columns.size();
    const Group group = clipped ? group_of<true>(width, keep) : group_of<false>(width, keep);
    group(columns.data() + begin, mean, rows);
  }
}

/// The last row of an odd number, by way of a pair that holds it twice.
void run_last(std::vector<Stream> columns, Mean mean, std::size_t row, bool clipped) {
  std::array<double, lane_count> score{}, share{};
  std::vector<std::array<double, lane_count>> values(columns.size()), scores(columns.size());
  const std::vector<Stream> original = columns;
  for (std::size_t k = 0; k < columns.size(); ++k) {
    values[k].fill(columns[k].values[row]);
    columns[k].values = values[k].data();
    if (columns[k].scores) columns[k].scores = scores[k].data();
  }
  double* const last_score = std::exchange(mean.score, score.data()) + row;
  double* const last_share = std::exchange(mean.share, share.data()) + row;
  run_groups(columns, mean, lane_count, clipped);
  *last_score = score[0];
  *last_share = share[0];
  for (std::size_t k = 0; k < columns.size(); ++k)
    if (original[k].scores) original[k].scores[row] = scores[k][0];
}

}  // namespace

void fused_mean(std::span<const FusedLeaf> leaves, std::size_t rows, double min_present,
                double* score, double* present_share) {
  std::vector<Stream> columns;
  double total = 0;
  bool clipped = false;
  for (const FusedLeaf& leaf : leaves) {
    columns.push_back(stream_of(leaf));
    total += leaf.weight;
    clipped |= std::isfinite(leaf.scale.low) || std::isfinite(leaf.scale.high);
  }
  const Mean mean{spread(total), spread((min_present - 1e-12) * total), score, present_share, true,
                  true};
  const std::size_t pairs = rows / lane_count * lane_count;
  if (pairs > 0) run_groups(columns, mean, pairs, clipped);
  if (pairs < rows) run_last(columns, mean, pairs, clipped);
}

}  // namespace tijian
