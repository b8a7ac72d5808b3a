#include "dataset/total_names.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/spelling.h"

namespace tijian::dataset {
namespace {

constexpr std::size_t longest_total_name = 32;  // bytes, with blanks: 合　　　计

constexpr std::array<std::string_view, 21> total_names{
    "合计",   "总计",  "小计",     "共计",    "总和", "全国",   "全省",
    "全市",   "全区",  "全县",     "全州",    "平均", "平均值", "均值",
    "平均数", "total", "subtotal", "average", "mean", "all",    "sum"};

}  // namespace

bool names_total(std::string_view place) {
  if (place.size() > longest_total_name) return false;
  std::string plain = base::half_width(place);
  std::erase(plain, ' ');  // 合  计
  for (char& c : plain)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  for (const std::string_view ending : {"合计", "小计", "总计"})  // 城区合计
    if (plain.ends_with(ending)) return true;
  return std::ranges::find(total_names, plain) != total_names.end();
}

}  // namespace tijian::dataset
