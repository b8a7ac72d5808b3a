#pragma once
#include <cmath>
#include <initializer_list>
#include <string>
#include <vector>

#include "tijian/tijian.h"

namespace tijian::testing {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// A framework in memory: an index over categories over indicators, all weights one.
class SmallFramework {
 public:
  SmallFramework() {
    framework_.id = "small";
    add_node("index", -1, 2);
  }

  SmallFramework& category(const std::string& id, double weight = 1) {
    category_ = add_node(id, 0, 1);
    framework_.nodes[category_].weight = weight;
    return *this;
  }
  /// Into the last category. The indicator may be changed further.
  Indicator& indicator(const std::string& id, double weight = 1) {
    const int node = add_node(id, category_, 0);
    framework_.nodes[node].weight = weight;
    framework_.nodes[node].indicator = static_cast<int>(framework_.indicators.size());
    framework_.indicators.emplace_back();
    framework_.indicators.back().id = framework_.indicators.back().formula = id;
    framework_.indicators.back().unit = "1";
    framework_.indicators.back().weight = weight;
    return framework_.indicators.back();
  }
  operator const Framework&() const { return framework_; }
  Framework& get() { return framework_; }

 private:
  int add_node(const std::string& id, int parent, int height) {
    const int node = static_cast<int>(framework_.nodes.size());
    framework_.nodes.push_back({id, id, 1, parent, {}, -1, height, {}, {}, {}});
    if (parent >= 0) framework_.nodes[parent].children.push_back(node);
    return node;
  }
  Framework framework_;
  int category_ = 0;
};

/// Rows of places p0, p1, ... of one period; one list a row.
inline IndicatorTable table_of(std::initializer_list<std::vector<double>> rows,
                               Period period = {}) {
  IndicatorTable table;
  table.values.resize(rows.size(), rows.begin()->size());
  Eigen::Index row = 0;
  for (const auto& values : rows) {
    table.rows.places.push_back("p" + std::to_string(row));
    table.rows.place.push_back(static_cast<int>(row));
    table.rows.period.push_back(period);
    for (std::size_t j = 0; j < values.size(); ++j) table.values(row, j) = values[j];
    ++row;
  }
  return table;
}

inline Period year(int y) { return {y, Period::Part::year, 0}; }

}  // namespace tijian::testing
