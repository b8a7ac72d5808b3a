#include "model/kernel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include "model/lanes.h"
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace tijian::model {
namespace {

// Measured: strips of eight rows, whose sums stay in registers while the columns go by, beat two
// rows over unrolled columns by a quarter. Eight scores are a cache line: written past the cache,
// whole lines cost half of what ordinary stores do, and parts of lines three times as much.
constexpr std::size_t strip_lanes = 4, strip_rows = strip_lanes * lane_count;
constexpr std::size_t line_bytes = strip_rows * sizeof(double);

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

/// Before another thread reads what was written past the cache: no lock orders such writes.
void finish_streaming() {
#if defined(__SSE2__)
  _mm_sfence();
#endif
}

struct Sums {
  std::array<Lanes, strip_lanes> score, weight;
};

template <bool clipped, Keep keep>
[[gnu::always_inline]] inline void add_lanes(const Stream& column, std::size_t row, Lanes& score,
                                             Lanes& weight) {
  const Lanes distance = load(column.values + row) - column.shift;
  const Mask present = distance == distance;
  Lanes weighted;
  if constexpr (clipped) {
    Lanes own = column.offset + column.factor * distance;
    own = pick(own < column.low, column.low, own);
    own = pick(own > column.high, column.high, own);
    if constexpr (keep != Keep::none) put<keep>(column.scores + row, own);
    weighted = column.weight * own;
  } else {
    if constexpr (keep != Keep::none)
      put<keep>(column.scores + row, column.offset + column.factor * distance);
    weighted = column.weighted_offset + column.weighted_factor * distance;
  }
  score += where(present, weighted);
  weight += where(present, column.weight);
}

/// A mean of nothing is 0/0, hence missing by itself.
[[gnu::always_inline]] inline void finish(const Mean& mean, std::size_t row, const Sums& sums) {
  for (std::size_t i = 0; i < strip_lanes; ++i) {
    const Mask scarce = sums.weight[i] < mean.least;
    store(mean.score + row + i * lane_count,
          pick(scarce, spread(std::nan("")), sums.score[i] / sums.weight[i]));
    store(mean.share + row + i * lane_count, sums.weight[i] / mean.total);
  }
}

template <bool clipped, Keep keep>
void run_strips(std::span<const Stream> columns, const Mean& mean, std::size_t begin,
                std::size_t end) {
  for (std::size_t row = begin; row < end; row += strip_rows) {
    Sums sums{};
    for (const Stream& column : columns)
      for (std::size_t i = 0; i < strip_lanes; ++i)
        add_lanes<clipped, keep>(column, row + i * lane_count, sums.score[i], sums.weight[i]);
    finish(mean, row, sums);
  }
}

using Strips = void (*)(std::span<const Stream>, const Mean&, std::size_t begin, std::size_t end);

Strips strips_of(bool clipped, Keep keep) {
  static constexpr std::array<std::array<Strips, 3>, 2> all{
      {{run_strips<false, Keep::none>, run_strips<false, Keep::plain>,
        run_strips<false, Keep::streamed>},
       {run_strips<true, Keep::none>, run_strips<true, Keep::plain>,
        run_strips<true, Keep::streamed>}}};
  return all[clipped][static_cast<std::size_t>(keep)];
}

/// A few rows at an edge, by way of a strip of their own.
void run_edge(std::span<const Stream> columns, const Mean& mean, std::size_t begin, std::size_t end,
              bool clipped) {
  if (begin == end) return;
  using Strip = std::array<double, strip_rows>;
  const std::size_t rows = end - begin;
  Strip score{}, share{};
  std::vector<Strip> values(columns.size()), scores(columns.size());
  std::vector<Stream> own(columns.begin(), columns.end());
  const bool keep = columns.front().scores;
  for (std::size_t k = 0; k < own.size(); ++k) {
    std::copy_n(columns[k].values + begin, rows, values[k].data());
    own[k].values = values[k].data();
    own[k].scores = scores[k].data();
  }
  const Mean strip{mean.total, mean.least, score.data(), share.data()};
  strips_of(clipped, keep ? Keep::plain : Keep::none)(own, strip, 0, strip_rows);
  std::copy_n(score.data(), rows, mean.score + begin);
  std::copy_n(share.data(), rows, mean.share + begin);
  if (keep)
    for (std::size_t k = 0; k < own.size(); ++k)
      std::copy_n(scores[k].data(), rows, columns[k].scores + begin);
}

std::uintptr_t place_in_line(const double* at) {
  return reinterpret_cast<std::uintptr_t>(at) % line_bytes;
}

/// Rows before the first at which the scores of all columns begin a line; `rows` where they never
/// do together.
std::size_t rows_to_line(std::span<const Stream> columns, std::size_t rows) {
  const std::uintptr_t place = place_in_line(columns.front().scores);
  const bool together = std::ranges::all_of(
      columns, [&](const Stream& column) { return place_in_line(column.scores) == place; });
  if (!together || place % sizeof(double) != 0) return rows;
  return (line_bytes - place) % line_bytes / sizeof(double);
}

}  // namespace

void fused_mean(std::span<const FusedLeaf> leaves, std::size_t rows, double least, double* score,
                double* present_share) {
  std::vector<Stream> columns;
  double total = 0;
  bool clipped = false;
  for (const FusedLeaf& leaf : leaves) {
    columns.push_back(stream_of(leaf));
    total += leaf.weight;
    clipped |= std::isfinite(leaf.scale.low) || std::isfinite(leaf.scale.high);
  }
  const Mean mean{spread(total), spread(least), score, present_share};
  Keep keep = Keep::none;
  std::size_t begin = 0;
  if (columns.front().scores) {
    const std::size_t before = rows_to_line(columns, rows);
    keep = before < rows ? Keep::streamed : Keep::plain;
    begin = before < rows ? before : 0;
  }
  const std::size_t end = begin + (rows - begin) / strip_rows * strip_rows;
  run_edge(columns, mean, 0, begin, clipped);
  strips_of(clipped, keep)(columns, mean, begin, end);
  if (keep == Keep::streamed) finish_streaming();
  run_edge(columns, mean, end, rows, clipped);
}

void weighted_sum(std::span<const double* const> columns, std::span<const double> factors,
                  std::size_t rows, double* sum) {
  std::size_t row = 0;
  for (; row + strip_rows <= rows; row += strip_rows) {
    std::array<Lanes, strip_lanes> sums{};
    for (std::size_t k = 0; k < columns.size(); ++k)
      for (std::size_t i = 0; i < strip_lanes; ++i)
        sums[i] += spread(factors[k]) * load(columns[k] + row + i * lane_count);
    for (std::size_t i = 0; i < strip_lanes; ++i) store(sum + row + i * lane_count, sums[i]);
  }
  for (; row < rows; ++row) {
    sum[row] = 0;
    for (std::size_t k = 0; k < columns.size(); ++k) sum[row] += factors[k] * columns[k][row];
  }
}

}  // namespace tijian::model
