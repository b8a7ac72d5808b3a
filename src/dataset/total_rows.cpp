#include "dataset/total_rows.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>

#include "base/catalogue.h"
#include "dataset/check.h"
#include "dataset/group_column.h"
#include "dataset/subtotals.h"
#include "dataset/total_names.h"
#include "tijian/place.h"

namespace tijian::dataset {
namespace {

constexpr Index most_searched_rows = 100'000;  // nobody adds a line 合计 to more
constexpr std::size_t most_with_subtotals = 5'000;
constexpr std::size_t fewest_rows = 4;                   // three places and their total
constexpr double most_columns = 0.8;                     // so many of those that can tell agree
constexpr double sum_digits = 1e-3, mean_digits = 1e-2;  // finer than that, agreement is no chance
constexpr double near_middle = 2;                        // values are denser there than on average
constexpr double least_chance = 1e-3;

enum class Of { sum, mean };

/// How many columns could tell, and in how many each row agrees.
struct Agreement {
  explicit Agreement(std::size_t rows)
      : agree(rows, 0), first(rows, -1), by_chance(rows, static_cast<double>(rows)) {}
  int telling = 0;
  std::vector<int> agree;
  std::vector<Index> first;       ///< the first such column
  std::vector<double> by_chance;  ///< so many rows would agree as the row does
  bool exact = false;             ///< of one: in four digits and more

  void add(std::size_t row, Index column, double chance_of_one = 1) {
    if (agree[row]++ == 0) first[row] = column;
    by_chance[row] *= chance_of_one;
  }
  bool tells(std::size_t row, bool one_is_enough) const {
    const int least = one_is_enough && exact ? 1 : 2;
    return agree[row] >= least && agree[row] >= most_columns * telling;
  }
};

/// At most the largest is the sum of the others.
void look_for_sum(const GroupColumn& of, Agreement& found) {
  const auto largest = std::ranges::max_element(of.values) - of.values.begin();
  const double rounding = of.rounding(of.others());
  const double half = of.sum / 2;
  if (std::ranges::any_of(of.values, [](double v) { return v < 0; }) || !(half > 0) ||
      rounding > sum_digits * half)
    return;
  ++found.telling;
  if (std::abs(of.values[largest] - of.rest(largest)) > rounding + no_rounding * of.sum) return;
  found.add(largest, of.column);
  found.exact |= half * sum_digits >= of.unit;
}

void look_for_mean(const GroupColumn& of, Agreement& found) {
  const auto [low, high] = std::ranges::minmax(of.values);
  const double rounding = of.unit < 1 ? of.unit : 0.5;
  if (rounding > mean_digits * (high - low) || low == high) return;
  ++found.telling;
  for (std::size_t i = 0; i < of.values.size(); ++i)
    if (std::abs(of.values[i] - of.rest(i) / of.others()) <=
        rounding + no_rounding * std::abs(of.values[i]))
      found.add(i, of.column, near_middle * 2 * rounding / (high - low));
}

class TotalRows {
 public:
  using Cite = std::function<Citation(Index row, Index column)>;
  TotalRows(const Dataset& data, const Framework& framework, const Cite& cite)
      : data_(data), framework_(framework), cite_(cite) {}

  std::vector<Doubt> find() {
    for (const auto& [group, rows] : groups())
      if (rows.size() >= fewest_rows) look(rows);
    std::ranges::stable_sort(doubts_, {}, [](const auto& doubt) { return doubt.first; });
    std::vector<Doubt> all;
    for (auto& [row, doubt] : doubts_) all.push_back(std::move(doubt));
    return all;
  }

 private:
  /// Rows of one period and one kind of place, without those that are known to be above others.
  std::map<std::pair<Period, std::string>, std::vector<Index>> groups() const {
    const Rows& rows = data_.rows;
    std::vector<char> left_out;
    for (const std::string& place : rows.places) left_out.push_back(names_total(place));
    if (const Attribute* parents = rows.attribute(parent_attribute)) {
      const std::set<std::string_view> above(parents->values.begin(), parents->values.end());
      for (std::size_t i = 0; i < left_out.size(); ++i)
        left_out[i] |= static_cast<char>(above.contains(rows.places[i]));
    }
    const Attribute* peers = rows.attribute(framework_.peers.attribute);
    std::map<std::pair<Period, std::string>, std::vector<Index>> groups;
    for (Index row = 0; row < rows.size(); ++row)
      if (!left_out[rows.place[row]])
        groups[{rows.period[row],
                peers ? framework_.peers.group_of(peers->at(row)) : std::string()}]
            .push_back(row);
    return groups;
  }

  void look(const std::vector<Index>& rows) {
    Agreement sums(rows.size()), means(rows.size());
    std::vector<GroupColumn> columns;
    const bool with_subtotals = rows.size() <= most_with_subtotals;
    for (Index column = 0; column < std::ssize(data_.columns); ++column) {
      if (!with_subtotals && !complete(column, rows)) continue;
      GroupColumn of(data_, framework_, column, rows);
      if (with_subtotals && of.quantity) columns.push_back(of);
      if (!of.complete) continue;
      if (of.quantity) look_for_sum(of, sums);
      look_for_mean(of, means);
    }
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (sums.tells(i, true))
        tell_whole(rows, i, sums, Of::sum);
      else if (means.tells(i, false) && means.by_chance[i] <= least_chance)
        tell_whole(rows, i, means, Of::mean);
    for (const Subtotal& sum : find_subtotals(columns)) tell_part(rows, sum);
  }

  bool complete(Index column, const std::vector<Index>& rows) const {
    const std::span<const double> values = data_.values.column(column);
    return std::ranges::none_of(rows, [&](Index row) { return std::isnan(values[row]); });
  }

  void tell_whole(const std::vector<Index>& rows, std::size_t i, const Agreement& found, Of of) {
    const Index column = found.first[i];
    double rest = -data_.values(rows[i], column);
    for (const Index one : rows) rest += data_.values(one, column);
    const auto others = static_cast<double>(rows.size() - 1);
    const std::string count = std::to_string(rows.size() - 1);
    tell(rows[i], column, of == Of::sum ? rest : rest / others,
         of == Of::sum ? Text{"the sum of the " + count + " other places",
                              "其他 " + count + " 个评价单元之和"}
                       : Text{"the mean of the " + count + " other places",
                              "其他 " + count + " 个评价单元的平均"},
         found.agree[i], found.telling);
  }

  void tell_part(const std::vector<Index>& rows, const Subtotal& sum) {
    double parts = 0;
    for (std::size_t i = sum.first; i < sum.first + sum.count; ++i) parts += sum.column->values[i];
    const std::string first = data_.rows.place_of(rows[sum.first]);
    const std::string last = data_.rows.place_of(rows[sum.first + sum.count - 1]);
    tell(rows[sum.row], sum.column->column, parts,
         {"the sum of the " + std::to_string(sum.count) + " from " + first + " to " + last,
          first + "至" + last + " " + std::to_string(sum.count) + " 个评价单元之和"},
         sum.columns, sum.columns);
  }

  /// Once for a place.
  void tell(Index row, Index column, double reference, const Text& of, int agree, int telling) {
    const auto known = std::ranges::find(doubts_, data_.rows.place_of(row),
                                         [](const auto& doubt) { return doubt.second.place; });
    if (known != doubts_.end()) {
      known->second.told.count += known->second.period != data_.rows.period[row] ? 1 : 0;
      return;
    }
    doubts_.emplace_back(row, Doubt{DoubtKind::total_value,
                                    base::make_diagnostic("B474", cite_(row, column),
                                                          {{"row", row_name(data_.rows, row)},
                                                           {"of", of},
                                                           {"agree", std::to_string(agree)},
                                                           {"columns", std::to_string(telling)}}),
                                    data_.rows.place_of(row), data_.rows.period[row], row,
                                    data_.columns[column].variable, data_.columns[column].indicator,
                                    data_.values(row, column), reference});
  }

  const Dataset& data_;
  const Framework& framework_;
  const Cite& cite_;
  std::vector<std::pair<Index, Doubt>> doubts_;
};

}  // namespace

std::vector<Doubt> find_total_rows(const Dataset& data, const Framework& framework,
                                   const std::function<Citation(Index row, Index column)>& cite) {
  if (!framework.places.empty() || data.rows.size() > most_searched_rows) return {};
  return TotalRows(data, framework, cite).find();
}

}  // namespace tijian::dataset
