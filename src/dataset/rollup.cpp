#include "dataset/rollup.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/catalogue.h"
#include "dataset/check.h"
#include "tijian/missing.h"

namespace tijian::dataset {
namespace {

constexpr double tolerance = 0.005;

/// Which rows are parts of which, by place and period.
class Parts {
 public:
  Parts(const Rows& rows, std::vector<Diagnostic>& diagnostics) {
    const Attribute* parent = rows.attribute(parent_attribute);
    if (!parent) return;
    std::map<std::pair<std::string_view, Period>, Index> row_of;
    for (Index row = 0; row < rows.size(); ++row)
      row_of[{rows.place_of(row), rows.period[row]}] = row;
    std::map<std::string, long> absent;
    for (Index row = 0; row < rows.size(); ++row) {
      const std::string_view above = parent->at(row);
      const auto found = row_of.find({above, rows.period[row]});
      if (found != row_of.end() && found->second != row)
        below_[found->second].push_back(row);
      else if (!above.empty())
        ++absent[std::string(above)];
    }
    for (const auto& [place, count] : absent) {
      diagnostics.push_back(base::make_diagnostic("B452", {}, {{"row", place}}));
      diagnostics.back().count = count;
    }
    for (auto& [row, parts] : below_)  // sums do not depend on the order of lines
      std::ranges::sort(parts, {},
                        [&](Index part) { return std::string_view(rows.place_of(part)); });
    for (const auto& [row, parts] : below_) visit(row);
  }

  /// Rows that have parts, those below others first.
  const std::vector<Index>& order() const { return order_; }
  const std::vector<Index>& of(Index row) const { return below_.at(row); }

 private:
  /// A circle ends where it began.
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

double rolled_up(const Rollup& rollup, std::span<const double> values,
                 std::span<const double> weights, const std::vector<Index>& parts) {
  double sum = 0, all = 0;
  for (const Index part : parts) {
    const double weight = weights.empty() ? 1 : weights[part];
    sum += rollup.by == Rollup::By::sum ? values[part] : weight * values[part];
    all += weight;
  }
  return rollup.by == Rollup::By::sum ? sum : all > 0 ? sum / all : missing;
}

}  // namespace

void roll_up(const Framework& framework, Dataset& data, std::vector<Diagnostic>& diagnostics) {
  const auto column_of = [&](int variable) {
    const auto found = std::ranges::find(data.columns, variable, &DataColumn::variable);
    return variable < 0 || found == data.columns.end() ? Index{-1} : found - data.columns.begin();
  };
  const auto rolls = [](const Variable& one) { return one.rollup.by != Rollup::By::none; };
  if (std::ranges::none_of(framework.variables, rolls)) return;
  const Parts parts(data.rows, diagnostics);
  for (std::size_t v = 0; v < framework.variables.size(); ++v) {
    const Variable& variable = framework.variables[v];
    const Index column = column_of(static_cast<int>(v));
    if (!rolls(variable) || column < 0) continue;
    const Index weights = column_of(framework.find_variable(variable.rollup.weights));
    if (!variable.rollup.weights.empty() && weights < 0) continue;
    for (const Index row : parts.order()) {
      double& own = data.values(row, column);
      const double computed = rolled_up(
          variable.rollup, data.values.column(column),
          weights < 0 ? std::span<const double>{} : data.values.column(weights), parts.of(row));
      if (std::isnan(own)) {
        own = computed;
      } else if (std::abs(own - computed) > tolerance * std::abs(computed)) {
        diagnostics.push_back(base::make_diagnostic("B451", data.columns[column].where,
                                                    {{"id", variable.id},
                                                     {"row", row_name(data.rows, row)},
                                                     {"given", fmt::format("{}", own)},
                                                     {"computed", fmt::format("{}", computed)}}));
      }
    }
  }
}

}  // namespace tijian::dataset
