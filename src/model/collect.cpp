#include "model/collect.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/threads.h"
#include "method/summary.h"
#include "model/lanes.h"
#include "model/place_weights.h"

namespace tijian::model {
namespace {

constexpr std::size_t chunk_rows = 4096;
/// Starting a thread costs more than a small table.
int threads_for(std::size_t rows, int wanted) { return rows < 10 * chunk_rows ? 1 : wanted; }
constexpr double infinity = std::numeric_limits<double>::infinity();

struct Bounds {
  Lanes low{infinity, infinity}, high{-infinity, -infinity}, count{0, 0};
  void add(Lanes x) {
    low = x < low ? x : low;
    high = x > high ? x : high;
    count += where(x == x, spread(1));
  }
};

/// Count and bounds of `n` contiguous values: one pass at the speed of memory.
Summary contiguous_bounds(const double* x, std::size_t n) {
  Bounds bounds[4];
  std::size_t i = 0;
  for (; i + 8 <= n; i += 8)
    for (int k = 0; k < 4; ++k) bounds[k].add(load(x + i + 2 * k));
  for (; i < n; ++i) bounds[0].add(Lanes{x[i], std::nan("")});
  Summary summary;
  double low = infinity, high = -infinity;
  for (const Bounds& b : bounds)
    for (int lane = 0; lane < lane_count; ++lane) {
      low = std::min(low, b.low[lane]);
      high = std::max(high, b.high[lane]);
      summary.count += b.count[lane];
    }
  if (summary.count > 0) {
    summary.min = low;
    summary.max = high;
  }
  return summary;
}

void merge_bounds(Summary& whole, const Summary& part) {
  if (part.count == 0) return;
  if (whole.count == 0) {
    whole = part;
    return;
  }
  whole.count += part.count;
  whole.min = std::min(whole.min, part.min);
  whole.max = std::max(whole.max, part.max);
}

/// Summaries of bounds only stay such.
void add_summary(Summary& whole, const Summary& part) {
  const bool bounds_only = part.count > 0 && std::isnan(part.mean);
  bounds_only ? merge_bounds(whole, part) : method::merge(whole, part);
}

/// Rows of a column, chunk by chunk, as contiguous values: in place where the rows follow one
/// another, else gathered.
class Chunks {
 public:
  explicit Chunks(std::span<const Eigen::Index> rows)
      : rows_(rows),
        straight_(std::ranges::adjacent_find(rows, [](auto a, auto b) { return a + 1 != b; }) ==
                  rows.end()) {}

  template <class Use>
  void each(Use use) const {
    for (std::size_t begin = 0; begin < rows_.size(); begin += chunk_rows)
      use(rows_.subspan(begin, std::min(chunk_rows, rows_.size() - begin)));
  }

  const double* values(const double* column, std::span<const Eigen::Index> chunk,
                       std::vector<double>& buffer) const {
    if (straight_) return column + chunk.front();
    buffer.resize(chunk.size());
    for (std::size_t i = 0; i < chunk.size(); ++i) buffer[i] = column[chunk[i]];
    return buffer.data();
  }

 private:
  std::span<const Eigen::Index> rows_;
  bool straight_;
};

/// Count and bounds of a column, and with `moments` mean and m2.
Summary summary_of(const double* column, const Chunks& chunks, bool moments) {
  std::vector<double> buffer;
  Summary all;
  chunks.each([&](std::span<const Eigen::Index> chunk) {
    const double* x = chunks.values(column, chunk, buffer);
    if (moments)
      method::merge(all, method::summarise({x, chunk.size()}));
    else
      merge_bounds(all, contiguous_bounds(x, chunk.size()));
  });
  return all;
}

using Pair = Statistics::Pair;

Pair merge_pair(const Pair& p, const Pair& q) {
  if (p.count == 0) return q;
  if (q.count == 0) return p;
  Pair out = p;
  out.count = p.count + q.count;
  const double share = q.count / out.count, both = p.count * share;
  const double da = q.mean_a - p.mean_a, db = q.mean_b - p.mean_b;
  out.mean_a += da * share;
  out.mean_b += db * share;
  out.m2_a += q.m2_a + da * da * both;
  out.m2_b += q.m2_b + db * db * both;
  out.c_ab += q.c_ab + da * db * both;
  return out;
}

Pair pair_of(int a, int b, const double* x, const double* y, std::size_t n) {
  Pair pair{a, b};
  double sum_a = 0, sum_b = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const double both = x[i] + y[i];
    if (both != both) continue;
    pair.count += 1;
    sum_a += x[i];
    sum_b += y[i];
  }
  if (pair.count == 0) return pair;
  pair.mean_a = sum_a / pair.count;
  pair.mean_b = sum_b / pair.count;
  for (std::size_t i = 0; i < n; ++i) {
    const double dx = x[i] - pair.mean_a, dy = y[i] - pair.mean_b;
    if (dx != dx || dy != dy) continue;
    pair.m2_a += dx * dx;
    pair.m2_b += dy * dy;
    pair.c_ab += dx * dy;
  }
  return pair;
}

std::vector<Pair> collect_pairs(const Matrix<double>& values, std::span<const Eigen::Index> rows,
                                const std::vector<std::pair<int, int>>& wanted, int threads) {
  std::vector<Pair> pairs(wanted.size());
  const Chunks chunks(rows);
  base::parallel_for(wanted.size(), threads_for(rows.size(), threads), [&](std::size_t k) {
    const auto [a, b] = wanted[k];
    std::vector<double> left, right;
    Pair all{a, b};
    chunks.each([&, a = a, b = b](std::span<const Eigen::Index> chunk) {
      all = merge_pair(all,
                       pair_of(a, b, chunks.values(values.column(a).data(), chunk, left),
                               chunks.values(values.column(b).data(), chunk, right), chunk.size()));
    });
    pairs[k] = all;
  });
  return pairs;
}

/// The place of a stratum, added where it is new, so that strata stay in order.
Statistics::Stratum& stratum_of(Statistics& all, const Statistics::Stratum& wanted) {
  const auto key = [](const Statistics::Stratum& s) { return StratumKey{s.group, s.period}; };
  auto at = std::ranges::lower_bound(all.strata, key(wanted), {}, key);
  if (at == all.strata.end() || key(*at) != key(wanted)) {
    at = all.strata.insert(at, {wanted.group, wanted.period, {}});
    at->columns.resize(wanted.columns.size());
  }
  return *at;
}

void add(Statistics& all, const Statistics& part) {
  const auto refuse = [](std::string_view name, std::size_t found, std::size_t wanted) {
    throw UsageError(fmt::format("statistics to be merged have {} and {} {}", wanted, found, name));
  };
  for (const auto& stratum : part.strata) {
    auto& into = stratum_of(all, stratum);
    if (stratum.columns.size() != into.columns.size())
      refuse("columns", stratum.columns.size(), into.columns.size());
    for (std::size_t j = 0; j < stratum.columns.size(); ++j)
      add_summary(into.columns[j], stratum.columns[j]);
  }
  if (all.pairs.empty()) {
    all.pairs = part.pairs;
  } else {
    if (part.pairs.size() > all.pairs.size()) refuse("pairs", part.pairs.size(), all.pairs.size());
    for (std::size_t k = 0; k < part.pairs.size(); ++k)
      all.pairs[k] = merge_pair(all.pairs[k], part.pairs[k]);
  }
  all.needs_entropy = part.needs_entropy;
}

}  // namespace

std::vector<std::vector<Eigen::Index>> rows_by_stratum(const Strata& strata,
                                                       const std::vector<char>& reference,
                                                       const Rows& table, const Needs& needs) {
  std::vector<std::vector<Eigen::Index>> rows(strata.keys.size());
  if (rows.size() == 1) rows[0].reserve(table.size());
  const auto add = [&](Eigen::Index row) {
    if (reference[row]) rows[strata[row]].push_back(row);
  };
  if (needs.sums)
    for (Eigen::Index row : canonical_order(table)) add(row);
  else
    for (Eigen::Index row = 0; row < table.size(); ++row) add(row);
  return rows;
}

Statistics collect_statistics(const Matrix<double>& values, const Strata& strata,
                              const std::vector<std::vector<Eigen::Index>>& rows,
                              const Needs& needs, int threads, const std::vector<double>& weights) {
  Statistics statistics;
  statistics.needs_entropy = needs.entropy;
  std::vector<Eigen::Index> all;
  for (std::size_t s = 0; s < strata.keys.size(); ++s) {
    Statistics::Stratum stratum{strata.keys[s].group, strata.keys[s].period, {}};
    stratum.columns.resize(values.cols());
    const Chunks chunks(rows[s]);
    base::parallel_for(values.cols(), threads_for(rows[s].size(), threads), [&](std::size_t j) {
      stratum.columns[j] = summary_of(values.column(j).data(), chunks, needs.moments[j]);
      if (!weights.empty()) weigh(values.column(j), rows[s], weights, stratum.columns[j]);
    });
    statistics.strata.push_back(std::move(stratum));
    if (!needs.pairs.empty()) all.insert(all.end(), rows[s].begin(), rows[s].end());
  }
  if (!needs.pairs.empty()) statistics.pairs = collect_pairs(values, all, needs.pairs, threads);
  return statistics;
}

void check_sizes(const Statistics& statistics, const Framework& framework) {
  const std::size_t wanted = framework.indicators.size();
  const auto refuse = [&](std::string_view name, std::size_t found) {
    throw UsageError(fmt::format("{} is {}, the framework has {} indicators", name, found, wanted));
  };
  for (const auto& stratum : statistics.strata)
    if (stratum.columns.size() != wanted) refuse("the number of columns", stratum.columns.size());
  for (const Pair& pair : statistics.pairs)
    for (const int index : {pair.a, pair.b})
      if (static_cast<std::size_t>(index) >= wanted) refuse("a column of pairs", index);
  if (!statistics.entropy_sums.empty() && statistics.entropy_sums.size() != wanted)
    refuse("the number of entropy_sums", statistics.entropy_sums.size());
}

Summary pooled(const Statistics& statistics, int column) {
  Summary all;
  for (const auto& stratum : statistics.strata) add_summary(all, stratum.columns[column]);
  return all;
}

void add_entropy_sums(Statistics& merged, const Matrix<double>& values,
                      std::span<const Eigen::Index> rows, const std::vector<Direction>& directions,
                      int threads) {
  merged.entropy_sums.resize(values.cols(), 0.0);
  base::parallel_for(values.cols(), threads_for(rows.size(), threads), [&](std::size_t j) {
    const Summary bounds = pooled(merged, static_cast<int>(j));
    if (bounds.constant()) return;
    double sum = 0;
    for (Eigen::Index row : rows) {
      const double r = unit_interval(values(row, j), bounds, directions[j]);
      if (r > 0) sum += r * std::log(r);
    }
    merged.entropy_sums[j] += sum;
  });
}

}  // namespace tijian::model

namespace tijian {

Statistics merge(std::span<const Statistics> parts) {
  Statistics all;
  for (const Statistics& part : parts) model::add(all, part);
  return all;
}

}  // namespace tijian
