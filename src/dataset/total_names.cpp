#include "dataset/total_names.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/spelling.h"

namespace tijian::dataset {
namespace {

constexpr std::size_t longest_total_name = 32;  // bytes, with blanks: 合　　　计

constexpr std::array<std::string_view, 24> total_names{
    "共计",    "总和", "总数",   "全部",   "全国",   "全省",       "全市",    "全区",
    "全县",    "全州", "均值",   "中位数", "中位值", "total",      "totals",  "subtotal",
    "average", "mean", "median", "all",    "sum",    "grandtotal", "overall", "汇总"};
/// 城区合计, 全市平均
constexpr std::array<std::string_view, 9> endings{"合计",   "小计",     "总计",    "平均", "平均值",
                                                  "平均数", "平均水平", "average", "total"};

}  // namespace

bool names_total(std::string_view place) {
  if (place.size() > longest_total_name) return false;
  std::string plain = base::half_width(place);
  std::erase(plain, ' ');  // 合  计
  for (char& c : plain)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  if (plain.ends_with(')')) plain.resize(std::min(plain.rfind('('), plain.size()));  // (万人)
  plain.resize(plain.find_last_not_of("0123456789*:.") + 1);                         // 合计1
  if (std::ranges::any_of(endings, [&](auto ending) { return plain.ends_with(ending); }))
    return true;
  return std::ranges::find(total_names, plain) != total_names.end();
}

}  // namespace tijian::dataset
