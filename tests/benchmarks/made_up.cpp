#include "made_up.h"

#include <limits>

namespace tijian::benchmarks {

Framework made_up_framework(int indicators, int categories) {
  Framework framework;
  framework.id = "made_up";
  framework.nodes.push_back({"index", {}, 1, -1, {}, -1, 2, {}});
  for (int c = 0; c < categories; ++c) {
    const int category = static_cast<int>(framework.nodes.size());
    framework.nodes.push_back({"c" + std::to_string(c), {}, 1, 0, {}, -1, 1, {}});
    framework.nodes[0].children.push_back(category);
    for (int j = c * indicators / categories; j < (c + 1) * indicators / categories; ++j) {
      framework.nodes[category].children.push_back(static_cast<int>(framework.nodes.size()));
      framework.nodes.push_back({"x" + std::to_string(j), {}, 1, category, {}, j, 0, {}});
      framework.indicators.emplace_back();
      framework.indicators.back().id = "x" + std::to_string(j);
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
