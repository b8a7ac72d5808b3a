#include "diagnosis/shares.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "formula/unit.h"
#include "statistics/funnel.h"

namespace tijian::diagnosis {
namespace {

/// A survey's share is worse than its peers' where it lies outside the limits on the worse side.
Light light_of_outlier(statistics::Outlier outlier, Direction direction) {
  using statistics::Outlier;
  if (direction == Direction::range) return Light::no_standard;
  const bool worse = direction == Direction::lower
                         ? outlier == Outlier::above || outlier == Outlier::far_above
                         : outlier == Outlier::below || outlier == Outlier::far_below;
  return worse ? Light::orange : Light::green;
}

/// The shares of one indicator with an interval.
class ShareReader {
 public:
  ShareReader(const Run& run, int indicator)
      : run_(run), indicator_(indicator), own_(run.framework->indicators[indicator]) {
    if (const auto unit = formula::Unit::parse(own_.unit)) {
      to_one_ = unit->to(formula::Unit{});
      from_one_ = formula::Unit{}.to(*unit);
    }
    const int variable = run.framework->find_variable(own_.interval->share_of);
    column_ = run.data.column_of_variable(variable);
  }

  /// Of the rows that have one.
  std::vector<ShareReading> read(const std::vector<Index>& peers) const {
    std::vector<ShareReading> out;
    double all = 0, agreeing = 0;
    for (const Index row : peers)
      if (const auto share = read(row)) {
        out.push_back(*share);
        all += share->answers;
        agreeing += share_of_one(row) * share->answers;
      }
    if (out.size() > 1)
      for (ShareReading& share : out) share.pooled = in_its_unit(agreeing / all);
    return out;
  }

  Light light(const ShareReading& share) const {
    const double answers = share.answers;
    const auto outlier = statistics::funnel_outlier(share_of_one(share.row) * answers, answers,
                                                    (*to_one_)(share.pooled));
    return outlier ? light_of_outlier(*outlier, own_.direction) : Light::no_standard;
  }

 private:
  std::optional<ShareReading> read(Index row) const {
    if (column_ < 0 || !to_one_ || !run_.table.applies(row, indicator_)) return {};
    const double answers = run_.data.values(row, column_), share = share_of_one(row);
    if (!(answers > 0 && share >= 0 && share <= 1)) return {};
    const statistics::Interval interval = statistics::wilson(share * answers, answers);
    return ShareReading{
        row, indicator_, answers, in_its_unit(interval.low), in_its_unit(interval.high), missing};
  }

  double share_of_one(Index row) const { return (*to_one_)(run_.table.values(row, indicator_)); }
  double in_its_unit(double share) const { return (*from_one_)(share); }

  const Run& run_;
  const int indicator_;
  const Indicator& own_;
  std::optional<formula::Conversion> to_one_, from_one_;  ///< nothing: its unit is no part of one
  Index column_ = -1;                                     ///< of the answers; -1: none
};

}  // namespace

void read_shares(const Run& run, const std::map<int, std::vector<Index>>& peers, int indicator,
                 Diagnosis& diagnosis) {
  if (!run.framework->indicators[indicator].interval) return;
  const ShareReader reader(run, indicator);
  constexpr auto by_peers = static_cast<std::size_t>(Aspect::peers);
  for (const auto& [group, rows] : peers) {
    for (const Index row : rows)
      diagnosis.indicators(row, indicator).aspects[by_peers] = Light::no_standard;
    for (const ShareReading& share : reader.read(rows)) {
      diagnosis.indicators(share.row, indicator).aspects[by_peers] = reader.light(share);
      if (diagnosis.rows.period[share.row] == diagnosis.period) diagnosis.shares.push_back(share);
    }
  }
  std::ranges::stable_sort(diagnosis.shares, {}, [](const ShareReading& share) {
    return std::tuple(share.indicator, share.row);
  });
}

}  // namespace tijian::diagnosis

namespace tijian {

const ShareReading* share_at(const Diagnosis& diagnosis, Index row, int indicator) {
  const std::pair sought{indicator, row};
  const auto found =
      std::ranges::lower_bound(diagnosis.shares, sought, {}, [](const ShareReading& share) {
        return std::pair{share.indicator, share.row};
      });
  return found != diagnosis.shares.end() && found->indicator == indicator && found->row == row
             ? &*found
             : nullptr;
}

}  // namespace tijian
