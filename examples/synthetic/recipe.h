#pragma once
#include <string>
#include <vector>

namespace synthetic {

/// How a variable is made up: a row of recipes.csv. README.md explains the columns.
struct Recipe {
  enum class Kind { base, amount, share, mean, fixed, linear };
  enum class Where { all, rural, district };
  std::string variable;
  Kind kind = Kind::fixed;
  int of = -1;  ///< an earlier recipe
  double level = 0, growth = 0, quality = 0, urban = 0, spread = 0;
  int decimals = 0;
  Where where = Where::all;
  double epidemic = 0;
};

/// The rows of a CSV file without quotes, header left out.
std::vector<std::vector<std::string>> read_rows(const std::string& path);
std::vector<Recipe> read_recipes(const std::string& path);

}  // namespace synthetic
