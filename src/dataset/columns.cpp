#include "dataset/columns.h"

#include <map>

#include "base/catalogue.h"
#include "base/spelling.h"

namespace tijian::dataset {

int ColumnSet::find(const Binding& binding) const {
  for (int i = 0; i < static_cast<int>(columns_.size()); ++i)
    if (columns_[i].variable == binding.variable && columns_[i].indicator == binding.indicator)
      return i;
  return -1;
}

int ColumnSet::add(const Binding& binding, const Citation& where) {
  if (const int known = find(binding); known >= 0) return known;
  columns_.push_back({binding.variable, binding.indicator, where});
  return static_cast<int>(columns_.size()) - 1;
}

namespace {

/// Two columns of one file for the same thing.
Diagnostic given_twice(const Binder& binder, const Binding& binding, const Citation& where,
                       const Citation& first) {
  const Framework& framework = binder.framework();
  const std::string& id = binding.variable >= 0 ? framework.variables[binding.variable].id
                                                : framework.indicators[binding.indicator].id;
  Diagnostic fault =
      base::make_diagnostic("B406", where, {{"name", base::excerpt(binding.name)}, {"id", id}});
  fault.also.push_back(first);
  return fault;
}

}  // namespace

WidePlan plan_wide(const DataFile& file, const Binder& binder, ColumnSet& columns, Faults& faults) {
  const Header& header = file.header;
  WidePlan plan;
  plan.place = header.cell(Role::place);
  plan.period = header.cell(Role::period);
  std::map<int, Citation> first;
  for (int i = 0; i < static_cast<int>(header.names.size()); ++i) {
    const Citation where{file.path(), header.line, i + 1};
    WideColumn& cell = plan.cells.emplace_back();
    if (i == plan.place) {
      cell.kind = WideColumn::Kind::place;
    } else if (i == plan.period) {
      cell.kind = WideColumn::Kind::period;
    } else if (header.attribute[i] >= 0) {
      cell.kind = WideColumn::Kind::attribute;
      cell.target = static_cast<int>(plan.attributes.size());
      plan.attributes.push_back(header.attribute[i]);
    } else if (header.roles[i] != Role::other) {
      continue;
    } else if (header.names[i].empty()) {
      cell.kind = WideColumn::Kind::unnamed;
    } else if (auto [binding, fault] = binder.bind(header.names[i], {}, where); binding) {
      const int target = columns.add(*binding, where);
      const auto [known, fresh] = first.try_emplace(target, where);
      if (!fresh) {
        faults.add(given_twice(binder, *binding, where, known->second));
        plan.refused = true;
      }
      const bool converts = binding->conversion.multiply != 1 || binding->conversion.divide != 1;
      cell = {WideColumn::Kind::value, target, converts, std::move(*binding)};
    } else if (fault) {
      faults.add(*fault);
      plan.refused = true;
    } else {
      plan.surplus.push_back({header.names[i], where});
    }
  }
  return plan;
}

}  // namespace tijian::dataset
