#include "dataset/place_stem.h"

#include <array>

#include "base/spelling.h"

namespace tijian::dataset {

std::string place_stem(std::string_view name) {
  // Longer ones before those that they end with.
  static constexpr std::array<std::string_view, 17> kinds{
      "街道办事处", "街道", "地区", "社区", "民族乡",   "乡",     "镇",   "区",      "县",
      "市",         "省",   "村",   "州",   "district", "county", "city", "province"};
  constexpr std::size_t shortest = 4;  // bytes: two characters, or four letters
  std::string key = base::name_key(name);
  for (const std::string_view kind : kinds)
    if (key.ends_with(kind) && key.size() >= kind.size() + shortest) {
      key.resize(key.size() - kind.size());
      break;
    }
  return key;
}

}  // namespace tijian::dataset
