#include "model/imputation.h"

#include <algorithm>
#include <cmath>

#include "model/strata.h"
#include "model/value_function.h"
#include "tijian/missing.h"

namespace tijian::model {
namespace {

/// One a row: the number of its group, -1 for a group that is not among `groups`.
std::vector<int> group_of_rows(const PeerGroups& peers, const Rows& rows,
                               const std::vector<std::string>& groups) {
  std::vector<int> numbers(rows.size());
  for (Eigen::Index row = 0; row < rows.size(); ++row) {
    const auto found = std::ranges::lower_bound(groups, peers[row]);
    const bool known = found != groups.end() && *found == peers[row];
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
  Sorted(const PeerGroups& peers, const Rows& rows, const Matrix<double>& unsorted,
         const std::vector<std::string>& groups, const std::vector<char>& reference)
      : order(canonical_order(rows)), values(unsorted.rows(), unsorted.cols()) {
    const std::vector<int> group_of = group_of_rows(peers, rows, groups);
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

Imputing::Imputing(const Framework& framework, const Reference& reference,
                   const IndicatorTable& table)
    : framework_(framework),
      by_(reference),
      table_(table),
      reference_(reference_rows(reference, table.rows)),
      values_(table.values) {}

PeerGroups Imputing::groups(const Choice& impute) const {
  return {fill_peers(framework_, by_, impute_group(impute)), table_.rows};
}

Model::Fills Imputing::fit(const Resolved<Imputer>& impute) {
  const PeerGroups peers = groups(impute.choice);
  Model::Fills fills{peers.of(table_.rows), {}};
  if (impute->fit) {
    const Sorted sorted(peers, table_.rows, values_, fills.groups, reference_);
    fills.values = impute->fit(sorted.values, sorted.data(), impute.choice);
  }
  fill(impute, fills);
  return fills;
}

void Imputing::fill(const Resolved<Imputer>& impute, const Model::Fills& fills) {
  const PeerGroups peers = groups(impute.choice);
  if (impute->fit) {
    const std::vector<int> group = group_of_rows(peers, table_.rows, fills.groups);
    for (Eigen::Index j = 0; j < values_.cols(); ++j)
      for (Eigen::Index row = 0; row < values_.rows(); ++row)
        if (std::isnan(values_(row, j)) && group[row] >= 0)
          values_(row, j) = fills.values(group[row], j);
  } else {
    Sorted sorted(peers, table_.rows, values_, fills.groups, reference_);
    impute->fill(sorted.values, sorted.data(), impute.choice);
    for (Eigen::Index j = 0; j < values_.cols(); ++j)
      for (std::size_t i = 0; i < sorted.order.size(); ++i)
        values_(sorted.order[i], j) = sorted.values(i, j);
  }
  if (!table_.applicable.empty())
    values_.array() = table_.applicable.array().select(values_.array(), missing);
}

std::map<std::string, long> Imputing::unfilled(const Resolved<Imputer>& impute,
                                               const std::vector<std::string>& known) const {
  std::map<std::string, long> cells;
  const PeerGroups peers = groups(impute.choice);
  if (!peers.any() || !impute->fit) return cells;
  const std::vector<int> group = group_of_rows(peers, table_.rows, known);
  for (Eigen::Index row = 0; row < table_.rows.size(); ++row)
    for (Eigen::Index j = 0; group[row] < 0 && j < table_.values.cols(); ++j)
      if (std::isnan(table_.values(row, j)) &&
          (table_.applicable.size() == 0 || table_.applicable(row, j)))
        ++cells[peers[row]];
  return cells;
}

}  // namespace tijian::model
