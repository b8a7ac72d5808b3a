#include "recipe.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace synthetic {
namespace {

constexpr std::array kinds{"base", "amount", "share", "mean", "fixed", "linear"};
constexpr std::array wheres{"all", "rural", "district"};

template <class Enum, class Names>
Enum choose(const Names& names, const std::string& word) {
  const auto found = std::find(names.begin(), names.end(), word);
  if (found == names.end()) throw std::runtime_error("unknown word in recipes.csv: " + word);
  return static_cast<Enum>(found - names.begin());
}

int find(const std::vector<Recipe>& recipes, const std::string& variable) {
  if (variable.empty()) return -1;
  for (std::size_t i = 0; i < recipes.size(); ++i)
    if (recipes[i].variable == variable) return static_cast<int>(i);
  throw std::runtime_error("recipes.csv: " + variable + " must stand above what is made of it");
}

}  // namespace

std::vector<std::vector<std::string>> read_rows(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path);
  std::vector<std::vector<std::string>> rows;
  std::string line, cell;
  std::getline(in, line);
  while (std::getline(in, line)) {
    rows.emplace_back();
    for (std::istringstream cells(line); std::getline(cells, cell, ',');)
      rows.back().push_back(cell);
  }
  return rows;
}

std::vector<Recipe> read_recipes(const std::string& path) {
  std::vector<Recipe> recipes;
  for (const auto& row : read_rows(path)) {
    if (row.size() != 11) throw std::runtime_error("recipes.csv: 11 cells a row, at " + row[0]);
    Recipe r{.variable = row[0],
             .kind = choose<Recipe::Kind>(kinds, row[1]),
             .of = find(recipes, row[2]),
             .level = std::stod(row[3]),
             .growth = std::stod(row[4]),
             .quality = std::stod(row[5]),
             .urban = std::stod(row[6]),
             .spread = std::stod(row[7]),
             .decimals = std::stoi(row[8]),
             .where = choose<Recipe::Where>(wheres, row[9]),
             .epidemic = std::stod(row[10])};
    recipes.push_back(std::move(r));
  }
  return recipes;
}

}  // namespace synthetic
