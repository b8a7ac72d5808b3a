#include "dataset/columns.h"

#include <fmt/format.h>

#include <map>
#include <tuple>

#include "base/catalogue.h"
#include "base/spelling.h"
#include "dataset/source_names.h"
#include "framework/title.h"

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

/// What a table of periods or places across has values of, for all of its columns.
class SubjectBinding {
 public:
  SubjectBinding(const DataFile& file, const Binder& binder, ColumnSet& columns, TablePlan& plan,
                 Faults& faults)
      : file_(file), binder_(binder), columns_(columns), plan_(plan), faults_(faults) {}

  /// Whether it is known.
  bool bind() {
    const Header& header = file_.header;
    Citation where = file_.cite(header.subject_line > 0 ? header.subject_line : header.line, 0);
    if (header.variable.empty()) return fail(base::make_diagnostic("C330", where));
    auto [binding, fault, of_unit, warning] = bind_name(file_, binder_, header.variable, {}, where);
    if (warning) faults_.add(std::move(*warning));
    if (fault) return fail(std::move(*fault));
    if (!binding) return fail(unknown(where));
    target = columns_.add(*binding, where);
    bound = std::move(*binding);
    return true;
  }

  int target = -1;
  Binding bound;

 private:
  Diagnostic unknown(const Citation& where) const {
    const std::string nearest = binder_.nearest(file_.header.variable);
    return base::make_diagnostic("B408", where,
                                 {{"name", base::excerpt(file_.header.variable)},
                                  {"likely", nearest.empty() ? any_title() : Text{nearest}}});
  }

  Text any_title() const {
    const Framework& framework = binder_.framework();
    if (!framework.variables.empty()) return framework::title_of(framework.variables.front());
    return framework.indicators.empty() ? Text{}
                                        : framework::title_of(framework.indicators.front());
  }

  bool fail(Diagnostic diagnostic) {
    faults_.add(std::move(diagnostic));
    plan_.refused = true;
    return false;
  }

  const DataFile& file_;
  const Binder& binder_;
  ColumnSet& columns_;
  TablePlan& plan_;
  Faults& faults_;
};

class TablePlanning {
 public:
  TablePlanning(const DataFile& file, const Binder& binder, ColumnSet& columns, Faults& faults)
      : file_(file), header_(file.header), binder_(binder), columns_(columns), faults_(faults) {}

  TablePlan plan() {
    plan_.place = header_.cell(Role::place);
    plan_.period = header_.cell(Role::period);
    SubjectBinding subject(file_, binder_, columns_, plan_, faults_);
    const bool across = header_.is_across(Axis::variables);
    const bool by_rows = header_.long_rows || header_.cell(Role::variable) >= 0;
    const bool one = !across && !by_rows;
    if (one) subject.bind();
    for (int i = 0; i < static_cast<int>(header_.cells.size()); ++i) {
      PlannedColumn& column = plan_.cells.emplace_back();
      const HeaderCell& cell = header_.cells[i];
      if (kind_by_role(column, i)) continue;
      if (across)
        bind(column, cell, i);
      else if (header_.is_across(Axis::periods) && !cell.period)
        surplus(column, cell, i);
      else
        column = {PlannedColumn::Kind::value, one ? subject.target : -1, true, subject.bound};
    }
    return std::move(plan_);
  }

 private:
  /// Whether the column holds no values of the header.
  bool kind_by_role(PlannedColumn& column, int i) {
    using Kind = PlannedColumn::Kind;
    const HeaderCell& cell = header_.cells[i];
    if (i == plan_.place) {
      column.kind = Kind::place;
    } else if (i == plan_.period) {
      column.kind = Kind::period;
    } else if (cell.attribute >= 0) {
      column.kind = Kind::attribute;
      column.target = static_cast<int>(plan_.attributes.size());
      plan_.attributes.push_back(cell.attribute);
    } else if (cell.name.empty()) {
      column.kind = Kind::unnamed;
    } else if (cell.role != Role::other) {
      column.kind = cell.role == Role::passed_over ? Kind::passed_over : Kind::other;
    } else if (header_.long_rows) {
      surplus(column, cell, i);
    } else {
      return false;
    }
    return true;
  }

  void bind(PlannedColumn& column, const HeaderCell& cell, int i) {
    const Citation where = file_.cite(header_.line, i + 1);
    const std::string& name = cell.variable.empty() ? cell.name : cell.variable;
    auto [binding, fault, of_unit, warning] =
        bind_name(file_, binder_, name, {}, where, cell.written);
    if (warning) faults_.add(std::move(*warning));
    if (fault) {
      faults_.add(*fault);
      plan_.refused = true;
    }
    if (!binding) {
      if (!fault) surplus(column, cell, i);
      return;
    }
    const int target = columns_.add(*binding, where);
    const auto [known, fresh] = first_.try_emplace({target, cell.period, cell.place}, where);
    if (!fresh) {  // its values would be told as given twice, one by one
      faults_.add(given_twice(binder_, *binding, where, known->second));
      plan_.refused = true;
      return;
    }
    const bool converts = binding->conversion.multiply != 1 || binding->conversion.divide != 1;
    column = {PlannedColumn::Kind::value, target, converts, std::move(*binding)};
  }

  void surplus(PlannedColumn& column, const HeaderCell& cell, int i) {
    column.kind = PlannedColumn::Kind::passed_over;
    if (file_.source.leave_out.where.contains(cell.name))
      return;  // it says which rows are not read
    plan_.surplus.push_back({cell.name, file_.cite(header_.line, i + 1)});
  }

  const DataFile& file_;
  const Header& header_;
  const Binder& binder_;
  ColumnSet& columns_;
  Faults& faults_;
  TablePlan plan_;
  std::map<std::tuple<int, std::optional<Period>, std::string>, Citation> first_;
};

/// A unit that does not fit, and that stands above the table.
Text unit_above(std::string_view unit) {
  return {
      fmt::format("'{}' stands above the table and counts for each name without a unit of its "
                  "own: write the right one behind the name, or say it in sources.yaml by units",
                  unit),
      fmt::format("“{}”写在表格上方，没有注明单位的都按它读：请在名称后注明单位，或在 "
                  "sources.yaml 中写 units",
                  unit)};
}

}  // namespace

Binder::Answer bind_name(const DataFile& file, const Binder& binder, std::string_view name,
                         std::string_view unit, const Citation& where, std::string_view written) {
  const std::string said =
      written.empty() ? renamed(file.source, binder, std::string(name)) : std::string(name);
  const std::string_view own = unit.empty() ? binder.unit_in(said) : unit;
  const std::string* const told =
      unit_said(file.source, binder, written.empty() ? name : written, said);
  const bool from_above = !told && own.empty();
  const std::string_view counts = told ? *told : from_above ? file.header.unit : own;
  Binder::Answer answer = binder.bind(said, counts, where);
  if (answer.of_unit && from_above && !counts.empty() && file.source.variable.unit.empty())
    answer.fault->hint = unit_above(counts);
  if (told && !own.empty() && *told != own)
    answer.warning = two_units(file.source, name, *told, own, where);
  return answer;
}

TablePlan plan_table(const DataFile& file, const Binder& binder, ColumnSet& columns,
                     Faults& faults) {
  return TablePlanning(file, binder, columns, faults).plan();
}

}  // namespace tijian::dataset
