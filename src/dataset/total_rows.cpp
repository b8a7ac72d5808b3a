#include "dataset/total_rows.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/catalogue.h"
#include "dataset/check.h"
#include "dataset/held.h"
#include "dataset/total_names.h"
#include "tijian/place.h"

namespace tijian::dataset {
namespace {

constexpr Index most_searched_rows = 100'000;            // nobody adds a line 合计 to more
constexpr std::size_t fewest_rows = 4;                   // three places and their total
constexpr double most_columns = 0.8;                     // so many of those that can tell agree
constexpr double sum_digits = 1e-3, mean_digits = 1e-2;  // finer than that, agreement is no chance
constexpr double no_rounding = 1e-9;

enum class Of { sum, mean };

/// A column's values in a group of rows, all there, and how they were rounded.
struct GroupColumn {
  Index column;
  std::vector<double> values;
  double sum = 0, unit = 0;  ///< of the last decimal that any value has; 0: not known

  double rest(std::size_t i) const { return sum - values[i]; }
  double others() const { return static_cast<double>(values.size() - 1); }
};

/// 0.01 where two decimals write all values.
double last_decimal(const std::vector<double>& values) {
  constexpr int most_decimals = 6;
  double scale = 1;
  for (int decimals = 0; decimals <= most_decimals; ++decimals, scale *= 10)
    if (std::ranges::all_of(values, [&](double v) {
          return std::abs(v * scale - std::round(v * scale)) <= no_rounding * std::abs(v * scale);
        }))
      return 1 / scale;
  return 0;
}

bool is_quantity(const std::string& unit) {
  return unit.find('/') == unit.npos && unit.find('%') == unit.npos &&
         unit.find("\u2030") == unit.npos;
}

/// How many columns could tell, and in how many each row agrees.
struct Agreement {
  explicit Agreement(std::size_t rows) : agree(rows, 0), first(rows, -1) {}
  int telling = 0;
  std::vector<int> agree;
  std::vector<Index> first;  ///< the first such column
  bool exact = false;        ///< of one: in four digits and more

  void add(std::size_t row, Index column) {
    if (agree[row]++ == 0) first[row] = column;
  }
  bool tells(std::size_t row, bool one_is_enough) const {
    const int least = one_is_enough && exact ? 1 : 2;
    return agree[row] >= least && agree[row] >= most_columns * telling;
  }
};

/// At most the largest is the sum of the others.
void look_for_sum(const GroupColumn& of, Agreement& found) {
  const auto largest = std::ranges::max_element(of.values) - of.values.begin();
  // Whole numbers count things and are not rounded.
  const double rounding = of.unit < 1 ? 0.5 * of.unit * (of.others() + 1) : 0;
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
      found.add(i, of.column);
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
    for (Index column = 0; column < std::ssize(data_.columns); ++column) {
      GroupColumn of{column, {}};
      for (const Index row : rows) of.values.push_back(data_.values(row, column));
      if (std::ranges::any_of(of.values, [](double v) { return std::isnan(v); })) continue;
      for (const double value : of.values) of.sum += value;
      of.unit = last_decimal(of.values);
      if (is_quantity(held_by(data_.columns[column], framework_).unit)) look_for_sum(of, sums);
      look_for_mean(of, means);
    }
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (sums.tells(i, true))
        tell(rows, i, sums, Of::sum);
      else if (means.tells(i, false))
        tell(rows, i, means, Of::mean);
  }

  void tell(const std::vector<Index>& rows, std::size_t i, const Agreement& found, Of of) {
    const Index row = rows[i], column = found.first[i];
    const auto known = std::ranges::find(doubts_, data_.rows.place_of(row),
                                         [](const auto& doubt) { return doubt.second.place; });
    if (known != doubts_.end()) return void(++known->second.told.count);
    double rest = -data_.values(row, column);
    for (const Index one : rows) rest += data_.values(one, column);
    const auto others = static_cast<double>(rows.size() - 1);
    doubts_.emplace_back(
        row, Doubt{DoubtKind::total_value,
                   base::make_diagnostic("B474", cite_(row, column),
                                         {{"row", row_name(data_.rows, row)},
                                          {"of", of == Of::sum ? Text{"the sum", "之和"}
                                                               : Text{"the mean", "的平均"}},
                                          {"others", std::to_string(rows.size() - 1)},
                                          {"agree", std::to_string(found.agree[i])},
                                          {"columns", std::to_string(found.telling)}}),
                   data_.rows.place_of(row), data_.rows.period[row], row,
                   data_.columns[column].variable, data_.columns[column].indicator,
                   data_.values(row, column), of == Of::sum ? rest : rest / others});
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
