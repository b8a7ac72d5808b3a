#include "model/scale_ends.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/catalogue.h"
#include "base/number.h"
#include "framework/title.h"
#include "model/rules.h"
#include "model/value_function.h"

namespace tijian::model {
namespace {

constexpr double low_end = 0, high_end = 100;
constexpr double share_slack = 1e-9;
constexpr double far_off = 10;  ///< no value so much off an end is there but by a wrong unit

class EndCounter {
 public:
  EndCounter(const IndicatorTable& table, const Indicator& indicator, int number,
             const MethodTable& methods, double least_share)
      : table_(table), number_(number), scale_(indicator, methods), least_share_(least_share) {}

  /// Nothing where too many lie between the ends; it looks no further than that.
  std::optional<ScaleEnd> look(const std::vector<Index>& rows) const {
    const auto may_lie_between =
        static_cast<long>((1 - least_share_) * static_cast<double>(rows.size()) + share_slack);
    long low = 0, high = 0, between = 0;
    bool far = true;
    Index first_low = -1, first_high = -1;
    for (const Index row : rows) {
      const double value = table_.values(row, number_);
      if (std::isnan(value) || !table_.applies(row, number_)) continue;
      const double time = time_of(table_.rows.period[row]);
      const double score = scale_(value, time);
      far = far && value != 0 && scale_(value * far_off, time) == score &&
            scale_(value / far_off, time) == score;
      if (score <= low_end && low++ == 0) first_low = row;
      if (score >= high_end && high++ == 0) first_high = row;
      if (score > low_end && score < high_end && ++between > may_lie_between) return std::nullopt;
    }
    const long places = low + high + between;
    const bool is_low = low >= high;
    const ScaleEnd end{number_, is_low ? first_low : first_high, is_low ? low_end : high_end,
                       std::max(low, high), places};
    const bool nearly_all =
        static_cast<double>(end.at_end) >= least_share_ * static_cast<double>(places) - share_slack;
    return (places >= fewest_places || (places > 0 && far)) && nearly_all ? std::optional(end)
                                                                          : std::nullopt;
  }

 private:
  const IndicatorTable& table_;
  int number_;
  ValueScale scale_;
  double least_share_;
};

}  // namespace

std::vector<std::vector<Index>> rows_of_groups(std::span<const int> groups) {
  std::vector<std::vector<Index>> rows;
  for (Index row = 0; row < std::ssize(groups); ++row) {
    const auto group = static_cast<std::size_t>(groups[row]);
    if (group >= rows.size()) rows.resize(group + 1);
    rows[group].push_back(row);
  }
  return rows;
}

std::vector<ScaleEnd> scale_ends(const Framework& framework, const Method& method,
                                 const MethodTable& methods, const IndicatorTable& table,
                                 std::span<const int> groups, double least_share) {
  std::vector<ScaleEnd> ends;
  const std::vector<std::vector<Index>> rows = rows_of_groups(groups);
  for (int j = 0; j < static_cast<int>(framework.indicators.size()); ++j) {
    const Indicator& indicator = framework.indicators[j];
    if (scaled_by_sample(method, indicator)) continue;
    const EndCounter counter(table, indicator, j, methods, least_share);
    std::optional<ScaleEnd> last;
    long times = 0;
    for (const std::vector<Index>& group : rows)
      if (const auto end = counter.look(group)) {
        ++times;
        if (!last || table.rows.period[last->row] <= table.rows.period[end->row]) last = end;
      }
    if (!last) continue;
    last->groups = times;
    ends.push_back(*last);
  }
  return ends;
}

Text when_words(const Period& period) {
  const std::string when = to_string(period);
  if (when.empty()) return {};
  return {" in " + when, when + (period.part == Period::Part::year ? " 年" : " ")};
}

Diagnostic one_end(const Framework& framework, const Rows& rows, const ScaleEnd& end) {
  const Indicator& of = framework.indicators[end.indicator];
  Diagnostic told = base::make_diagnostic("N583", of.where,
                                          {{"name", framework::title_of(of)},
                                           {"count", std::to_string(end.at_end)},
                                           {"places", std::to_string(end.places)},
                                           {"points", base::readable(end.points)},
                                           {"when", when_words(rows.period[end.row])}});
  told.count = end.groups;
  return told;
}

}  // namespace tijian::model
