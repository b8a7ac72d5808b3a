#include "dataset/disagreement.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "base/catalogue.h"
#include "tijian/keeper.h"

namespace tijian::dataset {

bool agree(double a, double half_of_a, double b, double half_of_b) {
  const double slack = 1e-12 * std::max(std::abs(a), std::abs(b));
  return std::abs(a - b) <= std::max(half_of_a, half_of_b) * (1 + 1e-9) + slack;
}

Diagnostic two_figures(std::string_view code, const std::string& row, const Held& held,
                       const Figure& here, const Figure& there) {
  const std::string unit = held.unit == "1" ? "" : ' ' + held.unit;
  Diagnostic told = base::make_diagnostic(code, here.where,
                                          {{"row", row},
                                           {"name", held.title},
                                           {"here", fmt::format("{}{}", here.value, unit)},
                                           {"there", fmt::format("{}{}", there.value, unit)}});
  told.also.push_back(there.where);
  return told;
}

Settled who_is_right(const Framework& framework, const DataColumn& column, const FileTable& here,
                     const FileTable& there) {
  if (column.variable < 0) return {};
  const std::string keeper = keeper_of(framework, framework.variables[column.variable]);
  if (keeper.empty())
    return {false,
            {"rank in sources.yaml says which source goes first",
             "可在 sources.yaml 中用 rank 指明以哪个来源为准"}};
  const auto comes_from_it = [&](const FileTable& table) {
    const auto from = senders(framework, table.path, table.keeper);
    return std::ranges::find(from, keeper) != from.end();
  };
  const bool mine = comes_from_it(here);
  if (mine == comes_from_it(there))
    return {false, {"it is kept by " + keeper, "该数的保管部门是" + keeper}};
  const std::string file = std::filesystem::path(mine ? here.path : there.path).filename().string();
  return {mine,
          {"it is kept by " + keeper + ": the figure of " + file + " counts",
           "该数的保管部门是" + keeper + "：以 " + file + " 为准"}};
}

}  // namespace tijian::dataset
