#include "dataset/header_names.h"

#include <algorithm>

#include "base/spelling.h"
#include "dataset/source_names.h"
#include "dataset/year_suffix.h"

namespace tijian::dataset {

HeaderCell HeaderNames::cell_of(const std::vector<std::string>& parts) const {
  HeaderCell cell;
  for (const std::string& text : parts) cell.name += (cell.name.empty() ? "" : " ") + text;
  const std::string renamed = renamed_to(cell.name);
  const auto attribute =
      std::ranges::find_if(framework_.attributes, [&](const PlaceAttribute& one) {
        return one.is_named(renamed) || (!parts.empty() && one.is_named(parts.front()));
      });
  if (attribute != framework_.attributes.end()) {
    cell.attribute = static_cast<int>(attribute - framework_.attributes.begin());
    return cell;
  }
  cell.role = role_in(parts, renamed);
  if (cell.role != Role::other || cell.name.empty()) return cell;
  cell.data = true;
  name_values(cell, parts);
  return cell;
}

std::string HeaderNames::renamed_to(const std::string& name) const {
  return renamed(source_, binder_, name);
}

/// What sources.yaml says, then the names of roles; a name that the framework has is its own.
Role HeaderNames::role_in(const std::vector<std::string>& parts, const std::string& renamed) const {
  for (const auto& [origin, role] : {std::pair{&source_.place, Role::place},
                                     {&source_.period, Role::period},
                                     {&source_.variable, Role::variable}})
    if (!origin->column.empty() && base::folded(origin->column) == base::folded(renamed))
      return role;
  std::vector<std::string> names{renamed};
  if (parts.size() > 1) names.push_back(parts.front());
  for (const std::string& name : names) {
    const Role role = role_of(name);
    if (role == Role::other || !origin_of(role).column.empty()) continue;
    if (base::folded(name) == names_of(role).front() || !binder_.knows(name)) return role;
  }
  return Role::other;
}

const ValueOrigin& HeaderNames::origin_of(Role role) const {
  static const ValueOrigin none;
  return role == Role::place      ? source_.place
         : role == Role::period   ? source_.period
         : role == Role::variable ? source_.variable
                                  : none;
}

void HeaderNames::name_values(HeaderCell& cell, const std::vector<std::string>& parts) const {
  std::string together;
  for (const std::string& text : parts) together += text;
  std::vector<std::string> names{cell.name, together};
  if (parts.size() > 1) names.insert(names.end(), parts.rbegin(), parts.rend());
  for (const std::string& name : names) {
    if (std::string said = renamed_to(name); cell.variable.empty() && binder_.knows(said))
      cell.variable = std::move(said), cell.written = name;
    if (const auto period = period_named(name); period && !cell.period) cell.period = period;
    if (cell.place.empty() && framework_.find_place(name) >= 0) cell.place = name;
  }
  if (cell.variable.empty() && !cell.period) name_with_year(cell, names.front());
  add_unit(cell, parts);
}

void HeaderNames::name_with_year(HeaderCell& cell, const std::string& name) const {
  const auto split = split_year(name, source_.period.suffix);
  if (!split) return;
  const std::string said = renamed_to(split->name);
  if (!binder_.knows(said)) return;
  cell.variable = said;
  cell.written = split->name;
  cell.period = Period{split->year, Period::Part::year, 0};
}

/// A unit in a line of its own: 常住人口 above 万人.
void HeaderNames::add_unit(HeaderCell& cell, const std::vector<std::string>& parts) const {
  if (cell.variable.empty() || parts.size() < 2 || !unit_in_brackets(cell.variable).empty()) return;
  const std::string_view last = parts.back();
  if (last == cell.variable || period_named(last)) return;
  const std::string_view bare = unit_in_brackets("_" + std::string(last));
  const std::string_view unit = bare.empty() ? last : last.substr(last.find(bare));
  if (formula::Unit::parse(unit)) cell.variable += " [" + std::string(unit) + "]";
}

}  // namespace tijian::dataset
