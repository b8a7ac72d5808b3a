// Writes a complete SYNTHETIC dataset for indicators/chaoyang to standard output.
// usage: tijian_synthetic FOLDER [SEED]        FOLDER holds recipes.csv and units.csv
#include <fmt/format.h>

#include <cmath>
#include <cstdio>
#include <exception>

#include "place.h"
#include "recipe.h"
#include "statistics.h"

namespace {

using namespace synthetic;

constexpr const char* place_set = "朝阳区43街乡 (synthetic 合成数据)";

std::string header(const std::vector<Recipe>& recipes) {
  std::string line = "place,period,place_type,place_set";
  for (const Recipe& r : recipes) line += "," + r.variable;
  return line;
}

std::string cell(double x, int decimals) {
  return std::isnan(x) ? "" : fmt::format("{:.{}f}", x, decimals);
}

void write(const std::vector<Recipe>& recipes, const std::vector<Place>& places,
           const std::vector<Series>& statistics) {
  fmt::print("{}\n", header(recipes));
  for (std::size_t p = 0; p < places.size(); ++p)
    for (std::size_t y = 0; y < years.size(); ++y) {
      fmt::print("{},{},{},{}", places[p].name, years[y], places[p].type, place_set);
      for (std::size_t v = 0; v < recipes.size(); ++v)
        fmt::print(",{}", cell(statistics[v][p][y], recipes[v].decimals));
      fmt::print("\n");
    }
}

void generate(const std::string& folder, std::uint64_t seed) {
  const auto recipes = read_recipes(folder + "/recipes.csv");
  const auto places = make_places(folder + "/units.csv", seed);
  auto statistics = make_statistics(recipes, places, seed);
  drop_cells(statistics, 0.03, seed);
  write(recipes, places, statistics);
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2 || count > 3) {
    fmt::print(stderr, "usage: tijian_synthetic FOLDER [SEED] > DATA_synthetic.csv\n");
    return 2;
  }
  try {
    generate(arguments[1], count == 3 ? std::stoull(arguments[2]) : 2022);
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
}
