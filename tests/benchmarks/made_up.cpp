#include "made_up.h"

#include <limits>

namespace tijian::benchmarks {

namespace {

/// Appends a node; nodes stand in the order of the tree.
int add_node(Framework& framework, const std::string& id, int parent, int height) {
  const int number = static_cast<int>(framework.nodes.size());
  framework.nodes.push_back({id, {}, 1, parent, {}, -1, height, {}});
  if (parent >= 0) framework.nodes[parent].children.push_back(number);
  return number;
}

}  // namespace

Framework made_up_framework(int indicators, int categories, int groups) {
  Framework framework;
  framework.id = "made_up";
  int above = add_node(framework, "index", -1, groups > 0 ? 3 : 2);
  for (int c = 0; c < categories; ++c) {
    if (groups > 0 && c * groups % categories < groups)
      above = add_node(framework, "g" + std::to_string(c), 0, 2);
    const int category = add_node(framework, "c" + std::to_string(c), above, 1);
    for (int j = c * indicators / categories; j < (c + 1) * indicators / categories; ++j) {
      const std::string id = "x" + std::to_string(j);
      framework.nodes[add_node(framework, id, category, 0)].indicator = j;
      framework.indicators.emplace_back();
      framework.indicators.back().id = id;
    }
  }
  return framework;
}

IndicatorTable made_up_table(Eigen::Index places, int indicators) {
  IndicatorTable table;
  table.values.resize(places, indicators);
  std::uint64_t state = 7;
  for (Eigen::Index j = 0; j < indicators; ++j)
    for (Eigen::Index row = 0; row < places; ++row) {
      state = state * 6364136223846793005u + 1442695040888963407u;  // Knuth's MMIX
      const auto number = static_cast<double>(state >> 11) * 0x1p-53;
      table.values(row, j) =
          (state >> 40) % 50 == 0 ? std::numeric_limits<double>::quiet_NaN() : number;
    }
  table.rows.places.reserve(places);
  for (Eigen::Index row = 0; row < places; ++row) {
    table.rows.places.push_back("p" + std::to_string(row));
    table.rows.place.push_back(static_cast<std::int32_t>(row));
  }
  table.rows.period.assign(places, Period{});
  return table;
}

}  // namespace tijian::benchmarks
