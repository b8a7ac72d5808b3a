#include "dataset/rollup.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/catalogue.h"
#include "dataset/check.h"
#include "framework/title.h"
#include "tijian/missing.h"

namespace tijian::dataset {
namespace {

constexpr double tolerance = 0.005;

/// Each row's row above it in its period; -1: none.
std::vector<Index> rows_above(const Rows& rows, const Attribute& parent,
                              std::vector<Diagnostic>& diagnostics) {
  std::map<std::pair<std::string_view, Period>, Index> row_of;
  for (Index row = 0; row < rows.size(); ++row)
    row_of[{rows.place_of(row), rows.period[row]}] = row;
  std::vector<Index> above(rows.size(), -1);
  std::map<std::string, long> absent;
  for (Index row = 0; row < rows.size(); ++row) {
    const std::string_view place = parent.at(row);
    const auto found = row_of.find({place, rows.period[row]});
    if (found != row_of.end())
      above[row] = found->second;
    else if (!place.empty())
      ++absent[std::string(place)];
  }
  for (const auto& [place, count] : absent) {
    diagnostics.push_back(base::make_diagnostic("B452", {}, {{"row", place}}));
    diagnostics.back().count = count;
  }
  return above;
}

/// Of each place of the list, the places below it.
std::map<std::string_view, std::vector<std::string>> listed_below(const Framework& framework) {
  std::map<std::string_view, std::vector<std::string>> below;
  for (const Place& place : framework.places)
    if (!place.parent.empty()) below[place.parent].push_back(place.name);
  return below;
}

/// Rows of which a listed part has no row of its own (B461): nothing is rolled up to them.
std::set<Index> incomplete_rows(const Framework& framework, const Rows& rows,
                                std::vector<Diagnostic>& diagnostics) {
  std::set<Index> incomplete;
  const auto below = listed_below(framework);
  if (below.empty()) return incomplete;
  std::set<std::pair<std::string_view, Period>> there;
  for (Index row = 0; row < rows.size(); ++row) there.emplace(rows.place_of(row), rows.period[row]);
  for (Index row = 0; row < rows.size(); ++row) {
    const auto parts = below.find(rows.place_of(row));
    if (parts == below.end()) continue;
    std::vector<std::string> absent;
    for (const std::string& part : parts->second)
      if (!there.contains({part, rows.period[row]})) absent.push_back(part);
    if (absent.empty()) continue;
    incomplete.insert(row);
    if (absent.size() == parts->second.size()) continue;  // the row stands alone
    diagnostics.push_back(base::make_diagnostic(
        "B461", {}, {{"row", row_name(rows, row)}, {"names", base::some_of(absent)}}));
  }
  return incomplete;
}

/// The rows that lead back to themselves, circle by circle.
std::vector<std::vector<Index>> circles_of(const std::vector<Index>& above) {
  std::vector<std::vector<Index>> circles;
  std::vector<Index> way(above.size(), -1);  // the row from which one first came here
  for (Index start = 0; start < std::ssize(above); ++start) {
    Index at = start;
    for (; at >= 0 && way[at] < 0; at = above[at]) way[at] = start;
    if (at < 0 || way[at] != start) continue;
    circles.push_back({at});
    for (Index next = above[at]; next != at; next = above[next]) circles.back().push_back(next);
  }
  return circles;
}

/// `a → b → a`, from the first by name, whatever the order of lines.
std::string words_of(const Rows& rows, const std::vector<Index>& circle) {
  std::vector<std::string> places;
  for (const Index row : circle) places.push_back(rows.place_of(row));
  std::rotate(places.begin(), std::ranges::min_element(places), places.end());
  places.push_back(places.front());
  return base::joined(places, " → ");
}

void tell_circles(const Rows& rows, const std::vector<std::vector<Index>>& circles,
                  std::vector<Diagnostic>& diagnostics) {
  std::map<std::string, long> told;  // once for all periods
  for (const auto& circle : circles) ++told[words_of(rows, circle)];
  for (const auto& [places, count] : told) {
    diagnostics.push_back(base::make_diagnostic("B453", {}, {{"places", places}}));
    diagnostics.back().count = count;
  }
}

/// Which rows are parts of which, by place and period. A row in a circle has no parts: what it is
/// the sum of, nobody can say.
class Parts {
 public:
  Parts(const Rows& rows, const Attribute& parent, std::vector<Diagnostic>& diagnostics) {
    const std::vector<Index> above = rows_above(rows, parent, diagnostics);
    const auto circles = circles_of(above);
    tell_circles(rows, circles, diagnostics);
    std::set<Index> in_circle;
    for (const auto& circle : circles) in_circle.insert(circle.begin(), circle.end());
    for (Index row = 0; row < rows.size(); ++row)
      if (above[row] >= 0 && !in_circle.contains(above[row])) below_[above[row]].push_back(row);
    for (auto& [row, parts] : below_)  // sums do not depend on the order of lines
      std::ranges::sort(parts, {},
                        [&](Index part) { return std::string_view(rows.place_of(part)); });
    for (const auto& [row, parts] : below_) visit(row);
  }

  /// Rows that have parts, those below others first.
  const std::vector<Index>& order() const { return order_; }
  const std::vector<Index>& of(Index row) const { return below_.at(row); }

 private:
  void visit(Index row) {
    if (!begun_.insert(row).second) return;
    for (const Index part : below_.at(row))
      if (below_.contains(part)) visit(part);
    order_.push_back(row);
  }

  std::map<Index, std::vector<Index>> below_;
  std::set<Index> begun_;
  std::vector<Index> order_;
};

/// A variable with a rollup, and where its numbers are.
struct Rolled {
  const Variable& variable;
  Index column;
  Index weights;                  ///< -1: all weigh alike
  std::set<Index> negative = {};  ///< rows whose weight is none
};

double weight_of(const Dataset& data, Rolled& rolled, Index part) {
  if (rolled.weights < 0) return 1;
  const double weight = data.values(part, rolled.weights);
  if (!(weight < 0)) return weight;
  rolled.negative.insert(part);
  return missing;
}

double rolled_up(const Dataset& data, Rolled& rolled, const std::vector<Index>& parts) {
  const bool sums = rolled.variable.rollup.by == Rollup::By::sum;
  double sum = 0, all = 0;
  for (const Index part : parts) {
    const double weight = weight_of(data, rolled, part), value = data.values(part, rolled.column);
    sum += sums ? value : weight * value;
    all += weight;
  }
  return sums ? sum : all > 0 ? sum / all : missing;
}

/// The value of a row from its parts, unless it has one.
void roll_up_row(Dataset& data, Rolled& rolled, Index row, const std::vector<Index>& parts,
                 std::vector<Diagnostic>& diagnostics) {
  double& own = data.values(row, rolled.column);
  const double computed = rolled_up(data, rolled, parts);
  if (std::isnan(own)) {
    own = computed;
  } else if (std::abs(own - computed) > tolerance * std::abs(computed)) {
    diagnostics.push_back(base::make_diagnostic("B451", data.columns[rolled.column].where,
                                                {{"id", rolled.variable.id},
                                                 {"row", row_name(data.rows, row)},
                                                 {"given", fmt::format("{}", own)},
                                                 {"computed", fmt::format("{}", computed)}}));
  }
}

/// Of the variables with a rollup those that the data have, with what weighs them.
std::vector<Rolled> rolled_variables(const Framework& framework, const Dataset& data) {
  const auto column_of = [&](int variable) {
    const auto found = std::ranges::find(data.columns, variable, &DataColumn::variable);
    return variable < 0 || found == data.columns.end() ? Index{-1} : found - data.columns.begin();
  };
  std::vector<Rolled> rolled;
  for (std::size_t v = 0; v < framework.variables.size(); ++v) {
    const Variable& variable = framework.variables[v];
    const std::string& weights = variable.rollup.weights;
    const Rolled one{variable, column_of(static_cast<int>(v)),
                     column_of(framework.find_variable(weights))};
    if (variable.rollup.by == Rollup::By::none || one.column < 0) continue;
    if (weights.empty() || one.weights >= 0) rolled.push_back(one);
  }
  return rolled;
}

Diagnostic without_parents(const std::vector<Rolled>& rolled) {
  std::vector<Text> ids;
  for (const Rolled& one : rolled) ids.push_back(framework::title_of(one.variable));
  return base::make_diagnostic(
      "B454", {}, {{"name", std::string(parent_attribute)}, {"ids", base::some_of(ids)}});
}

void tell_negative(const Dataset& data, const Rolled& rolled,
                   std::vector<Diagnostic>& diagnostics) {
  if (rolled.negative.empty()) return;
  const Index first = *rolled.negative.begin();
  diagnostics.push_back(
      base::make_diagnostic("B455", data.columns[rolled.weights].where,
                            {{"id", rolled.variable.id},
                             {"weights", rolled.variable.rollup.weights},
                             {"row", row_name(data.rows, first)},
                             {"value", fmt::format("{}", data.values(first, rolled.weights))}}));
  diagnostics.back().count = std::ssize(rolled.negative);
}

}  // namespace

void roll_up(const Framework& framework, Dataset& data, std::vector<Diagnostic>& diagnostics) {
  std::vector<Rolled> rolled = rolled_variables(framework, data);
  if (rolled.empty()) return;
  const Attribute* parent = data.rows.attribute(parent_attribute);
  if (!parent) {
    diagnostics.push_back(without_parents(rolled));
    return;
  }
  const Parts parts(data.rows, *parent, diagnostics);
  const std::set<Index> incomplete = incomplete_rows(framework, data.rows, diagnostics);
  for (const Index row : parts.order()) {  // all of a row at once: variables weigh each other above
    if (incomplete.contains(row)) continue;
    for (Rolled& one : rolled) roll_up_row(data, one, row, parts.of(row), diagnostics);
  }
  for (const Rolled& one : rolled) tell_negative(data, one, diagnostics);
}

}  // namespace tijian::dataset
