#include "dataset/header.h"

#include <algorithm>

#include "base/spelling.h"

namespace tijian::dataset {
namespace {

struct RoleNames {
  Role role;
  std::vector<std::string_view> names;  ///< folded
};

const std::vector<RoleNames>& role_names() {
  static const std::vector<RoleNames> table{
      {Role::place,
       {"place",
        "评价单元",
        "地区",
        "街道",
        "区县",
        "行政区",
        "行政区划",
        "行政区域",
        "区域",
        "城市",
        "省份",
        "街乡",
        "街道(乡镇)",
        "街道乡镇",
        "乡镇",
        "社区",
        "单元",
        "district",
        "region",
        "city",
        "country",
        "省",
        "市",
        "县",
        "区",
        "地市",
        "省市",
        "县(市、区)",
        "县(市,区)",
        "市(县、区)",
        "区(县)",
        "区县名称",
        "地区名称",
        "城市名称",
        "街道名称",
        "街乡名称",
        "省份名称",
        "社区名称",
        "行政区名称",
        "评价单元名称",
        "province",
        "county",
        "state",
        "geo",
        "geography",
        "name",
        "area",
        "neighborhood",
        "neighbourhood",
        "municipality",
        "subdistrict",
        "community",
        "tract"}},
      {Role::period,
       {"period", "年份", "年度", "时间", "时期", "统计年度", "year", "年", "统计年份", "date"}},
      {Role::variable, {"variable", "变量", "指标", "indicator", "指标名称", "变量名称"}},
      {Role::value, {"value", "数值", "指标值", "值", "obs_value"}},
      {Role::unit, {"unit", "单位", "计量单位"}},
      {Role::source, {"source", "来源", "数据来源"}},
      {Role::confidence, {"confidence", "可信度"}},
      {Role::standard_error, {"standard_error", "standard error", "标准误"}},
      {Role::passed_over, {"title", "definition", "keeper", "名称", "定义", "保管部门"}},
  };
  return table;
}

std::string plain_name(std::string_view name) {
  std::string plain = base::folded(name);
  // Yearbooks stretch short headings: 地  区.
  if (plain.find_first_of("abcdefghijklmnopqrstuvwxyz") == plain.npos) std::erase(plain, ' ');
  return plain;
}

}  // namespace

Role role_of(std::string_view name) {
  const std::string plain = plain_name(name);
  for (const RoleNames& row : role_names())
    if (std::ranges::find(row.names, plain) != row.names.end()) return row.role;
  return Role::other;
}

std::span<const std::string_view> names_of(Role role) {
  for (const RoleNames& row : role_names())
    if (row.role == role) return row.names;
  return {};
}

int fineness_of(std::string_view name) {
  static const std::vector<std::vector<std::string_view>> levels{
      {"country"},
      {"省", "省份", "province", "state", "省份名称"},
      {"市", "城市", "city", "地市", "城市名称", "municipality"},
      {"区县", "区", "县", "district", "county", "区县名称", "县(市、区)", "县(市,区)", "区(县)"},
      {"街道", "街乡", "乡镇", "街道(乡镇)", "街道乡镇", "街道名称", "街乡名称", "subdistrict"},
      {"社区", "社区名称", "community", "neighborhood", "neighbourhood", "tract"}};
  const std::string plain = plain_name(name);
  for (std::size_t level = 0; level < levels.size(); ++level)
    if (std::ranges::find(levels[level], plain) != levels[level].end())
      return static_cast<int>(level);
  return -1;
}

bool Header::is_across(Axis axis) const { return std::ranges::find(across, axis) != across.end(); }

bool Header::wide() const {
  return !long_rows && across == std::vector{Axis::variables} && cell(Role::place) >= 0 &&
         cell(Role::variable) < 0 && line == last_line && !period;
}

}  // namespace tijian::dataset
