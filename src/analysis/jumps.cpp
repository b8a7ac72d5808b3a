#include "analysis/jumps.h"

#include <algorithm>
#include <cmath>

#include "model/rows_by_place.h"
#include "model/scale_ends.h"
#include "model/series_breaks.h"

namespace tijian::analysis {
namespace {

constexpr double tenfold = 1;              // powers of ten
constexpr double times_usual = 5;          // as far again as is usual in the column
constexpr std::size_t enough_changes = 5;  // to know what is usual
constexpr std::size_t fewest_peers = 5;
constexpr double small_count = 30;  // whole numbers below it move tenfold by chance
constexpr double log_slack = 1e-9;

bool small_counts(double a, double b) {
  return a == std::round(a) && b == std::round(b) && std::max(a, b) < small_count;
}

/// Of sorted numbers.
double middle(const std::vector<double>& sorted) {
  const std::size_t half = sorted.size() / 2;
  return sorted.size() % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

double median_of(std::vector<double> values) {
  std::ranges::sort(values);
  return middle(values);
}

/// Of sorted numbers without one of them.
double middle_without(const std::vector<double>& sorted, double one) {
  const auto left_out =
      static_cast<std::size_t>(std::ranges::lower_bound(sorted, one) - sorted.begin());
  const auto other = [&](std::size_t k) { return sorted[k < left_out ? k : k + 1]; };
  const std::size_t others = sorted.size() - 1, half = others / 2;
  return others % 2 == 1 ? other(half) : (other(half - 1) + other(half)) / 2;
}

/// A change from one value of a place to its next, in powers of ten.
struct Change {
  Index before, row;
  bool follows;  ///< the value before is the `row` of the change before
  double size;
};

}  // namespace

JumpSearch::JumpSearch(const Rows& rows, std::span<const int> groups)
    : rows_(rows), in_time_(model::rows_by_place(rows)), groups_(model::rows_of_groups(groups)) {}

std::vector<Jump> JumpSearch::find(std::span<const double> values, const std::vector<int>& breaks,
                                   double from_peers) const {
  std::vector<Jump> jumps;
  if (std::ranges::any_of(values, [](double v) { return v < 0; })) return jumps;
  against_last_year(values, breaks, jumps);
  against_peers(values, std::log10(from_peers), jumps);
  // Told against last year, it need not be told again.
  std::ranges::stable_sort(jumps, {}, &Jump::row);
  const auto again = std::unique(jumps.begin(), jumps.end(),
                                 [](const Jump& a, const Jump& b) { return a.row == b.row; });
  jumps.erase(again, jumps.end());
  return jumps;
}

void JumpSearch::against_last_year(std::span<const double> values, const std::vector<int>& breaks,
                                   std::vector<Jump>& jumps) const {
  std::vector<Change> changes;
  Index before = -1;
  for (const Index row : in_time_) {
    if (std::isnan(values[row])) continue;
    const bool same_place = before >= 0 && rows_.place[before] == rows_.place[row];
    if (same_place && values[before] > 0 && values[row] > 0 &&
        !model::breaks_between(breaks, rows_.period[before], rows_.period[row]))
      changes.push_back({before, row, !changes.empty() && changes.back().row == before,
                         std::log10(values[row] / values[before])});
    before = row;
  }
  std::vector<double> sizes;
  for (const Change& change : changes) sizes.push_back(std::abs(change.size));
  const double usual = sizes.size() < enough_changes ? 0 : median_of(sizes);
  const double far = std::max(tenfold, times_usual * usual) - log_slack;
  double from_trusted = 0;  // the way from the last value that was not told
  for (const Change& change : changes) {
    from_trusted = change.follows ? from_trusted + change.size : change.size;
    // Back from a slip is no second one.
    if (std::abs(change.size) >= far && std::abs(from_trusted) >= far &&
        !small_counts(values[change.before], values[change.row]))
      jumps.push_back({change.row, change.before, values[change.before]});
    else
      from_trusted = 0;
  }
}

void JumpSearch::against_peers(std::span<const double> values, double from_peers,
                               std::vector<Jump>& jumps) const {
  for (const std::vector<Index>& rows : groups_) {
    std::vector<double> sorted;
    for (const Index row : rows)
      if (values[row] > 0) sorted.push_back(values[row]);
    if (sorted.size() <= fewest_peers) continue;
    std::ranges::sort(sorted);
    const double centre = middle(sorted);
    std::vector<double> distances;
    for (const double one : sorted) distances.push_back(std::abs(std::log10(one / centre)));
    const double far = std::max(from_peers, times_usual * median_of(distances)) - log_slack;
    for (const Index row : rows) {
      if (!(values[row] > 0)) continue;
      const double median = middle_without(sorted, values[row]);
      if (std::abs(std::log10(values[row] / median)) >= far && !small_counts(values[row], median))
        jumps.push_back({row, -1, median, static_cast<long>(sorted.size()) - 1});
    }
  }
}

}  // namespace tijian::analysis
