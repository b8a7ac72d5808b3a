#include "tijian/strengths.h"

#include <algorithm>
#include <cmath>

#include "diagnosis/peer_group.h"

namespace tijian::diagnosis {
namespace {

/// The values of one indicator among peers, ascending.
class Field {
 public:
  explicit Field(std::vector<double> values) : values_(std::move(values)) {
    std::erase_if(values_, [](double value) { return std::isnan(value); });
    std::ranges::sort(values_);
  }

  /// Whether anybody can stand out: enough peers of enough different values.
  bool tells() const {
    int different = 0;
    for (std::size_t i = 0; i < values_.size(); ++i)
      different += i == 0 || values_[i] != values_[i - 1];
    return std::ssize(values_) >= strength_peers && different >= strength_values;
  }
  /// Whether more than a quarter of the peers have that value.
  bool crowded(double value) const {
    const auto [first, last] = std::equal_range(values_.begin(), values_.end(), value);
    return 4 * (last - first) > std::ssize(values_);
  }
  double end(bool high) const { return high ? values_.back() : values_.front(); }

 private:
  std::vector<double> values_;
};

class StrengthReader {
 public:
  StrengthReader(const Run& run, const Diagnosis& diagnosis) : run_(run), diagnosis_(diagnosis) {}

  std::vector<Strength> read() {
    for (const PeerGroup& group : peer_groups(run_, diagnosis_.period))
      for (int j = 0; j < std::ssize(run_.framework->indicators); ++j)
        if (run_.framework->indicators[j].direction != Direction::range) add_indicator(group, j);
    std::ranges::stable_sort(out_, [](const Strength& a, const Strength& b) {
      if (a.row != b.row) return a.row < b.row;
      return a.weak != b.weak ? b.weak : a.distance > b.distance;
    });
    return std::move(out_);
  }

 private:
  void add_indicator(const PeerGroup& group, int j) {
    const std::vector<double> values = values_of(run_, group, run_.framework->node_of(j));
    const Field field(values);
    if (!field.tells()) return;
    const bool high = run_.framework->indicators[j].direction == Direction::higher;
    for (std::size_t k = 0; k < values.size(); ++k)
      if (!std::isnan(values[k]) && !field.crowded(values[k])) add(group.rows[k], j, field, high);
  }

  void add(Index row, int j, const Field& field, bool high_is_better) {
    const Reading& reading = diagnosis_.indicators(row, j);
    const double value = run_.table.values(row, j);
    // A quartile that is the median, too, is the value of more than a quarter: that is crowded.
    const bool high = value >= reading.quartile[1];
    if (!high && !(value <= reading.quartile[0])) return;
    const bool weak = high != high_is_better;
    if (!weak && (reading.light == Light::red || reading.light == Light::orange)) return;
    const double best = field.end(high_is_better);
    const double range = reading.quartile[1] - reading.quartile[0];
    out_.push_back({row,
                    j,
                    weak,
                    value,
                    reading.median,
                    best,
                    value - reading.median,
                    value - best,
                    {reading.quartile[0], reading.quartile[1]},
                    reading.rank,
                    reading.of,
                    std::abs(value - reading.median) / range});
  }

  const Run& run_;
  const Diagnosis& diagnosis_;
  std::vector<Strength> out_;
};

}  // namespace

}  // namespace tijian::diagnosis

namespace tijian {

std::vector<Strength> strengths(const Run& run, const Diagnosis& diagnosis) {
  diagnosis::check_all_nodes(run);
  if (diagnosis.indicators.rows() != run.table.values.rows() ||
      diagnosis.indicators.cols() != run.table.values.cols())
    throw UsageError("the diagnosis is of other rows or indicators than the run");
  return diagnosis::StrengthReader(run, diagnosis).read();
}

}  // namespace tijian
