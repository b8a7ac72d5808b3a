#include "dataset/unused_names.h"

#include <algorithm>

#include "base/catalogue.h"
#include "dataset/binding.h"
#include "dataset/year_suffix.h"

namespace tijian::dataset {

void tell_unused(const DataFile& file, const std::vector<std::string>& names, Faults& faults) {
  if (names.empty()) return;
  faults.add(base::make_diagnostic("C358", file.source.where, {{"names", base::some_of(names)}}));
}

void tell_unused_names(const DataFile& file, const Binder& binder,
                       const std::set<std::string>& by_rows, const std::vector<std::string>& places,
                       Faults& faults) {
  const Header& header = file.header;
  std::set<std::string> met = by_rows;
  for (const HeaderCell& cell : header.cells) {
    met.insert({cell.name, name_without_unit(cell.name), cell.variable});
    if (const auto split = split_year(cell.name, file.source.period.suffix))
      met.insert(split->name);
  }
  met.insert({header.variable, name_without_unit(header.variable)});
  for (const auto& entry : file.source.rename) {
    const std::string &name = entry.first, &meaning = entry.second;
    if (!binder.knows(meaning) && role_of(meaning) == Role::other &&
        std::ranges::none_of(binder.framework().attributes,
                             [&](const PlaceAttribute& one) { return one.is_named(meaning); })) {
      const std::string near = binder.nearest(meaning);
      faults.add(base::make_diagnostic(
          "C387", file.source.where,
          {{"name", name},
           {"meaning", meaning},
           {"near",
            near.empty() ? Text{} : Text{" such as '" + near + "'", "，如“" + near + "”"}}}));
    }
  }
  std::vector<std::string> unused;
  for (const auto& [name, meaning] : file.source.rename)
    if (!met.contains(name) && binder.framework().find_variable(name) < 0) unused.push_back(name);
  const auto has_unit = [&](const std::string& name) {
    if (met.contains(name)) return role_of(name) == Role::other;  // places have none
    return binder.framework().find_variable(name) >= 0 ||
           std::ranges::any_of(met, [&](const auto& other) { return binder.same(name, other); });
  };
  for (const auto& entry : file.source.units)
    if (!has_unit(entry.first)) unused.push_back(entry.first);
  unused.insert(unused.end(), places.begin(), places.end());
  tell_unused(file, unused, faults);
}

}  // namespace tijian::dataset
