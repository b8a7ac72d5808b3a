#include "model/imputation.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "model/strata.h"
#include "model/value_function.h"
#include "tijian/missing.h"

namespace tijian::model {
namespace {

const Attribute* group_attribute(const Choice& impute, const Rows& rows) {
  const std::string name = impute_group(impute);
  return name.empty() ? nullptr : rows.attribute(name);
}

/// One a row: the number of its group, -1 for a group that is not among `groups` or not known.
std::vector<int> group_of_rows(const Choice& impute, const Rows& rows,
                               const std::vector<std::string>& groups) {
  if (impute_group(impute).empty()) return std::vector<int>(rows.size(), 0);
  std::vector<int> numbers(rows.size(), -1);
  const Attribute* attribute = group_attribute(impute, rows);
  if (!attribute) return numbers;
  for (Eigen::Index row = 0; row < rows.size(); ++row) {
    const auto found = std::ranges::lower_bound(groups, attribute->at(row));
    const bool known = found != groups.end() && *found == attribute->at(row);
    numbers[row] = known ? static_cast<int>(found - groups.begin()) : -1;
  }
  return numbers;
}

std::vector<double> times(const Rows& rows) {
  std::vector<double> time;
  for (const Period& period : rows.period) time.push_back(time_of(period));
  return time;
}

/// What an imputer sees, in canonical order so that it does not depend on the order of lines.
struct Sorted {
  Sorted(const Choice& impute, const Rows& rows, const Matrix<double>& unsorted,
         const std::vector<std::string>& groups, const std::vector<char>& reference)
      : order(canonical_order(rows)), values(unsorted.rows(), unsorted.cols()) {
    const std::vector<int> group_of = group_of_rows(impute, rows, groups);
    const std::vector<double> time_of_row = times(rows);
    for (Eigen::Index row : order) {
      group.push_back(group_of[row]);
      place.push_back(rows.place[row]);
      time.push_back(time_of_row[row]);
      counts.push_back(reference[row]);
    }
    for (Eigen::Index j = 0; j < values.cols(); ++j)
      for (std::size_t i = 0; i < order.size(); ++i) values(i, j) = unsorted(order[i], j);
  }
  ImputationData data() const { return {group, place, time, counts}; }

  std::vector<Eigen::Index> order;
  Matrix<double> values;
  std::vector<int> group, place;
  std::vector<double> time;
  std::vector<char> counts;
};

}  // namespace

std::string impute_group(const Choice& impute) {
  const Value* group = impute.find("group");
  return group && group->text() ? *group->text() : std::string{};
}

std::vector<std::string> imputation_groups(const Choice& impute, const Rows& rows) {
  const Attribute* attribute = group_attribute(impute, rows);
  if (!attribute) return {std::string{}};
  std::set<std::string> groups;
  for (Eigen::Index row = 0; row < rows.size(); ++row) groups.emplace(attribute->at(row));
  return {groups.begin(), groups.end()};
}

Imputing::Imputing(const IndicatorTable& table, const std::vector<char>& reference)
    : table_(table), reference_(reference), values_(table.values) {}

Model::Fills Imputing::fit(const Resolved<Imputer>& impute) {
  Model::Fills fills{imputation_groups(impute.choice, table_.rows), {}};
  if (impute->fit) {
    const Sorted sorted(impute.choice, table_.rows, values_, fills.groups, reference_);
    fills.values = impute->fit(sorted.values, sorted.data(), impute.choice);
  }
  fill(impute, fills);
  return fills;
}

void Imputing::fill(const Resolved<Imputer>& impute, const Model::Fills& fills) {
  if (impute->fit) {
    const std::vector<int> group = group_of_rows(impute.choice, table_.rows, fills.groups);
    for (Eigen::Index j = 0; j < values_.cols(); ++j)
      for (Eigen::Index row = 0; row < values_.rows(); ++row)
        if (std::isnan(values_(row, j)) && group[row] >= 0)
          values_(row, j) = fills.values(group[row], j);
  } else {
    Sorted sorted(impute.choice, table_.rows, values_, fills.groups, reference_);
    impute->fill(sorted.values, sorted.data(), impute.choice);
    for (Eigen::Index j = 0; j < values_.cols(); ++j)
      for (std::size_t i = 0; i < sorted.order.size(); ++i)
        values_(sorted.order[i], j) = sorted.values(i, j);
  }
  if (!table_.applicable.empty())
    values_.array() = table_.applicable.array().select(values_.array(), missing);
}

std::map<std::string, long> unfilled_groups(const Resolved<Imputer>& impute,
                                            const IndicatorTable& table,
                                            const std::vector<std::string>& groups) {
  std::map<std::string, long> cells;
  const Attribute* attribute = group_attribute(impute.choice, table.rows);
  if (!attribute || !impute->fit) return cells;
  const std::vector<int> group = group_of_rows(impute.choice, table.rows, groups);
  for (Eigen::Index row = 0; row < table.rows.size(); ++row)
    for (Eigen::Index j = 0; group[row] < 0 && j < table.values.cols(); ++j)
      if (std::isnan(table.values(row, j)) &&
          (table.applicable.size() == 0 || table.applicable(row, j)))
        ++cells[std::string(attribute->at(row))];
  return cells;
}

}  // namespace tijian::model
