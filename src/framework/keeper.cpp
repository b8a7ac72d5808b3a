#include "tijian/keeper.h"

#include <algorithm>
#include <filesystem>
#include <string_view>

namespace tijian {

std::string keeper_of(const Framework& framework, const Variable& variable) {
  if (!variable.keeper.empty()) return variable.keeper;
  const auto same = std::ranges::find(framework.indicators, variable.id, &Indicator::formula);
  return same == framework.indicators.end() ? "" : same->keeper;
}

std::vector<std::string> keepers(const Framework& framework) {
  std::vector<std::string> all;
  for (const Variable& variable : framework.variables)
    if (const std::string keeper = keeper_of(framework, variable);
        std::ranges::find(all, keeper) == all.end())
      all.push_back(keeper);
  return all;
}

std::string file_name_of(const std::string& keeper) {
  std::string name = keeper;
  std::ranges::replace_if(
      name,
      [](char c) {
        return (c >= 0 && c < ' ') ||
               std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos;
      },
      '_');
  return (name.starts_with('.') ? "_" : "") + name;
}

std::vector<std::string> senders(const Framework& framework, const std::string& file,
                                 const std::string& said_by_source) {
  if (!said_by_source.empty()) return {said_by_source};
  const std::string name = std::filesystem::path(file).stem().string();
  std::vector<std::string> found;
  for (const std::string& keeper : keepers(framework))
    if (!keeper.empty() && name.find(file_name_of(keeper)) != name.npos) found.push_back(keeper);
  const std::vector<std::string> all = found;
  std::erase_if(found, [&](const std::string& one) {
    return std::ranges::any_of(all, [&](const std::string& other) {
      return other.size() > one.size() && other.find(one) != other.npos;
    });
  });
  return found;
}

}  // namespace tijian
