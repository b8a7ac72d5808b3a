#include "dataset/header.h"

#include <algorithm>

#include "base/catalogue.h"
#include "base/spelling.h"
#include "tijian/period.h"

namespace tijian::dataset {
namespace {

struct RoleNames {
  Role role;
  std::vector<std::string_view> names;  ///< folded
};

const std::vector<RoleNames>& role_names() {
  static const std::vector<RoleNames> table{
      {Role::place,
       {"place",    "评价单元", "地区", "街道",     "区县",   "行政区",     "行政区划",
        "行政区域", "区域",     "城市", "省份",     "街乡",   "街道(乡镇)", "街道乡镇",
        "乡镇",     "社区",     "单元", "district", "region", "city",       "country"}},
      {Role::period, {"period", "年份", "年度", "时间", "时期", "统计年度", "year"}},
      {Role::variable, {"variable", "变量", "指标", "indicator"}},
      {Role::value, {"value", "数值", "指标值", "值"}},
      {Role::unit, {"unit", "单位", "计量单位"}},
      {Role::source, {"source", "来源", "数据来源"}},
      {Role::confidence, {"confidence", "可信度"}},
      {Role::standard_error, {"standard_error", "standard error", "标准误"}},
      {Role::passed_over, {"title", "definition", "keeper", "名称", "定义", "保管部门"}},
  };
  return table;
}

/// Roles that only the tall layout has; in a wide file such a name is a column like others.
bool belongs_to_tall(Role role) { return role >= Role::variable && role <= Role::standard_error; }

Diagnostic named_twice(const Header& header, const std::string& role, int first, int second,
                       const Citation& where) {
  Diagnostic fault = base::make_diagnostic(
      "C317", {where.file, where.line, second + 1},
      {{"first", header.names[first]}, {"second", header.names[second]}, {"role", role}});
  fault.also.push_back({where.file, where.line, first + 1});
  return fault;
}

/// Two columns of one role: the one with the role's own name (`place`) wins, else it is a fault.
void settle(Header& header, Role role, const Citation& where, Faults& faults) {
  std::vector<int> cells;
  for (int i = 0; i < static_cast<int>(header.roles.size()); ++i)
    if (header.roles[i] == role) cells.push_back(i);
  if (cells.empty()) return;
  const auto own = std::ranges::find_if(
      cells, [&](int i) { return base::folded(header.names[i]) == names_of(role).front(); });
  const int chosen = own == cells.end() ? cells.front() : *own;
  header.cell_of[static_cast<std::size_t>(role)] = chosen;
  for (const int i : cells) {
    if (i == chosen) continue;
    if (own != cells.end() && base::folded(header.names[i]) != names_of(role).front()) {
      header.roles[i] = Role::other;
      continue;
    }
    faults.add(named_twice(header, std::string(names_of(role).front()), chosen, i, where));
  }
}

/// Two columns of one attribute.
void check_attributes(const Header& header, const Citation& where, Faults& faults) {
  for (int i = 0; i < static_cast<int>(header.attribute.size()); ++i) {
    if (header.attribute[i] < 0) continue;
    const int first = static_cast<int>(std::ranges::find(header.attribute, header.attribute[i]) -
                                       header.attribute.begin());
    if (first != i) faults.add(named_twice(header, header.names[i], first, i, where));
  }
}

bool only_periods(const Header& header) {
  bool any = false;
  for (std::size_t i = 0; i < header.names.size(); ++i) {
    if (header.roles[i] != Role::other || header.attribute[i] >= 0) continue;
    const auto period = parse_period(header.names[i]);
    if (!period || (period->part == Period::Part::none && !header.names[i].empty())) return false;
    any |= period->part != Period::Part::none;
  }
  return any;
}

}  // namespace

Role role_of(std::string_view name) {
  std::string plain = base::folded(name);
  // Yearbooks stretch short headings: 地  区.
  if (plain.find_first_of("abcdefghijklmnopqrstuvwxyz") == plain.npos) std::erase(plain, ' ');
  for (const RoleNames& row : role_names())
    if (std::ranges::find(row.names, plain) != row.names.end()) return row.role;
  return Role::other;
}

std::span<const std::string_view> names_of(Role role) {
  for (const RoleNames& row : role_names())
    if (row.role == role) return row.names;
  return {};
}

std::optional<Header> read_header(std::span<const std::string_view> cells,
                                  std::span<const PlaceAttribute> attributes, const Citation& where,
                                  Faults& faults) {
  Header header;
  header.line = where.line;
  header.cell_of.fill(-1);
  for (const std::string_view cell : cells) {
    header.names.emplace_back(base::trimmed(cell));
    const auto attribute = std::ranges::find_if(
        attributes, [&](const PlaceAttribute& one) { return one.is_named(header.names.back()); });
    const bool is_attribute = attribute != attributes.end();
    header.attribute.push_back(is_attribute ? static_cast<int>(attribute - attributes.begin())
                                            : -1);
    header.roles.push_back(is_attribute ? Role::other : role_of(header.names.back()));
  }
  const auto has = [&](Role role) {
    return std::ranges::find(header.roles, role) != header.roles.end();
  };
  const bool tall = has(Role::variable) && has(Role::value);
  for (Role& role : header.roles)
    if (!tall && belongs_to_tall(role)) role = Role::other;
  for (std::size_t role = 0; role < role_count; ++role)
    if (static_cast<Role>(role) != Role::passed_over && static_cast<Role>(role) != Role::other)
      settle(header, static_cast<Role>(role), where, faults);
  check_attributes(header, where, faults);
  if (header.cell(Role::place) < 0) return std::nullopt;
  if (tall)
    header.layout = Layout::tall;
  else if (header.cell(Role::period) < 0 && only_periods(header))
    header.layout = Layout::periods;
  return header;
}

bool looks_like_header(std::span<const std::string_view> cells) {
  return cells.size() > 1 && std::ranges::any_of(cells, [](std::string_view cell) {
           return role_of(base::trimmed(cell)) == Role::place;
         });
}

}  // namespace tijian::dataset
