#include "dataset/source_names.h"

#include <algorithm>

#include "base/catalogue.h"
#include "base/spelling.h"

namespace tijian::dataset {

std::string renamed(const DataSource& source, const Binder& binder, const std::string& name) {
  auto found = source.rename.find(name);
  if (found == source.rename.end()) found = source.rename.find(name_without_unit(name));
  if (found == source.rename.end()) return name;
  const std::string& said = found->second;
  if (!binder.knows(said) || !binder.unit_in(said).empty()) return said;
  if (const std::string_view unit = unit_in_brackets(name); !unit.empty())
    return said + " [" + std::string(unit) + "]";
  // 统计数/万人; what stands behind a slash is often no unit.
  const std::string_view unit = unit_behind_slash(name);
  return !unit.empty() && binder.bind(said, unit, {}).binding
             ? said + " [" + std::string(unit) + "]"
             : said;
}

const std::string* unit_said(const DataSource& source, const Binder& binder,
                             std::string_view written, std::string_view said) {
  if (source.units.empty()) return nullptr;
  for (const std::string& key : {std::string(written), std::string(said),
                                 name_without_unit(written), name_without_unit(said)})
    if (const auto found = source.units.find(key); found != source.units.end())
      return &found->second;
  const auto same = std::ranges::find_if(
      source.units, [&](const auto& entry) { return binder.same(entry.first, said); });
  return same == source.units.end() ? nullptr : &same->second;
}

Diagnostic two_units(const DataSource& source, std::string_view name, std::string_view told,
                     std::string_view own, const Citation& where) {
  Diagnostic warning = base::make_diagnostic(
      "C398", where,
      {{"name", base::excerpt(name)}, {"told", base::excerpt(told)}, {"own", base::excerpt(own)}});
  warning.also.push_back(source.where);
  return warning;
}

}  // namespace tijian::dataset
