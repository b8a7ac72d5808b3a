#include "dataset/table_reader.h"

#include <map>
#include <set>

#include "base/catalogue.h"
#include "base/spelling.h"
#include "dataset/cell_value.h"
#include "dataset/cells.h"
#include "dataset/left_out.h"
#include "dataset/merged_values.h"
#include "dataset/notes.h"
#include "dataset/place_reader.h"
#include "dataset/row_titles.h"
#include "dataset/unused_names.h"
#include "tijian/missing.h"

namespace tijian::dataset {
namespace {

/// What (variable, unit) of a row stands for; a column of the table, or -1.
struct Bound {
  int column = -1;
  Binding binding;
};

class TableReader {
 public:
  TableReader(const DataFile& file, const Binder& binder, Faults& faults)
      : file_(file),
        header_(file.header),
        binder_(binder),
        faults_(faults),
        places_(binder.framework()),
        left_out_(file, faults),
        plan_(plan_table(file, binder, columns_, faults)),
        collector_(file, binder.framework(), plan_.attributes),
        titles_(file, binder) {
    collector_.columns() = columns_;
    for (int i = 0; i < std::ssize(plan_.cells); ++i) {
      if (plan_.cells[i].kind == PlannedColumn::Kind::value) values_.push_back(i);
      if (plan_.cells[i].kind == PlannedColumn::Kind::attribute) attributes_.push_back(i);
    }
    if (header_.long_rows && header_.cell(Role::value) >= 0) values_ = {header_.cell(Role::value)};
  }

  FileTable read() {
    if (!values_.empty() || !plan_.refused)
      RowReader(file_, faults_)([&](const base::CsvRow& row) { take(row); });
    merged_values_.tell(file_, faults_);
    std::set<std::string> by_rows;
    for (const auto& [name, bound] : bound_) by_rows.insert(name.first);
    tell_unused_names(file_, binder_, by_rows, left_out_.unused(), faults_);
    FileTable table = collector_.table(faults_);
    table.surplus = std::move(plan_.surplus);
    table.refused = plan_.refused;
    table.has_periods = has_periods_.value_or(header_.period || header_.is_across(Axis::periods));
    return table;
  }

 private:
  std::string_view text(const base::CsvRow& row, int cell) const {
    return cell < 0 ? std::string_view{} : base::trimmed(row.cells[cell]);
  }
  /// The text of a cell with a value; empty where it belongs to a merged one.
  std::string_view value_text(const base::CsvRow& row, int cell) const {
    const bool filled = file_.sheet && file_.sheet->filled(row.line, cell + 1);
    return filled ? std::string_view{} : text(row, cell);
  }
  /// The text of a role, empty where it is a mark of a missing value.
  std::string_view known(const base::CsvRow& row, Role role) const {
    const std::string_view cell = text(row, header_.cell(role));
    return file_.cells.missing(cell) ? std::string_view{} : cell;
  }
  Citation at(const base::CsvRow& row, int cell) const { return file_.cite(row.line, cell + 1); }

  void take(const base::CsvRow& row) {
    if (left_out_(row.cells)) return;
    const bool any = std::ranges::any_of(
        values_, [&](int cell) { return !file_.cells.missing(value_text(row, cell)); });
    const std::string_view place = text(row, header_.cell(Role::place));
    if (looks_like_note(place)) return note(row, place);
    const Bound* bound = nullptr;
    if (header_.cell(Role::variable) >= 0 && !(bound = bind(row, any))) return;
    if (any && bound && bound->column >= 0) titles_.look(row, bound->binding, faults_);
    if (header_.cell(Role::place) >= 0 && place.empty()) {
      // A template's row that nobody filled in, or a value without a place.
      if (any) faults_.add(base::make_diagnostic("C321", at(row, header_.cell(Role::place))));
      if (any && bound) add_faults(row, *bound);
      return;
    }
    const auto period = read_period(row);
    if (!period) return;
    for (const int cell : values_) take_cell(row, cell, place, *period, bound);
    unnamed(row);
  }

  void note(const base::CsvRow& row, std::string_view place) {
    faults_.add(base::make_diagnostic("C320", at(row, header_.cell(Role::place)),
                                      {{"text", base::excerpt(place)}}));
  }

  /// What is wrong with the values of a row that names no place.
  void add_faults(const base::CsvRow& row, const Bound& bound) {
    for (const int cell : values_)
      if (bound.column >= 0)
        cell_value(value_text(row, cell), bound.binding, file_.cells, at(row, cell), faults_);
  }

  void take_cell(const base::CsvRow& row, int cell, std::string_view row_place,
                 const Period& row_period, const Bound* bound) {
    const HeaderCell& said = header_.cells[cell];
    const std::string_view named = place_of(said, row_place);
    if (named.empty()) return;
    if (left_out_.place(named)) return;
    const Citation where =
        at(row, header_.cell(Role::place) >= 0 ? header_.cell(Role::place) : cell);
    const std::string_view place = places_.place(named, where, faults_);
    const int index = collector_.row(place, said.period ? *said.period : row_period, row.line);
    set_attributes(row, place, index);
    const int column = bound ? bound->column : plan_.cells[cell].target;
    if (column < 0) return;
    const Binding& binding = bound ? bound->binding : plan_.cells[cell].binding;
    if (file_.sheet && file_.sheet->filled(row.line, cell + 1))
      merged_values_.add(file_, row.line, cell + 1, binding.called);
    const std::string_view text = value_text(row, cell);
    const double value = cell_value(text, binding, file_.cells, at(row, cell), faults_);
    const bool has = value == value;
    collector_.add(
        {index, column, value, row.line, cell + 1,
         has ? collector_.source(known(row, Role::source), known(row, Role::confidence)) : -1,
         standard_error(row, binding), has ? half_unit(text, binding, file_.cells.style()) : 0,
         !has && !file_.cells.missing(text)});
  }

  /// The place of a value: its row's, its column's, the whole table's.
  std::string_view place_of(const HeaderCell& said, std::string_view row_place) const {
    if (!row_place.empty()) return row_place;
    if (header_.is_across(Axis::places)) return said.place.empty() ? said.name : said.place;
    return header_.place;
  }

  /// Null where the row names no variable.
  const Bound* bind(const base::CsvRow& row, bool any) {
    const int cell = header_.cell(Role::variable);
    const std::string_view name = text(row, cell);
    if (name.empty()) {
      if (any) faults_.add(base::make_diagnostic("C326", at(row, cell)));
      return nullptr;
    }
    const std::string_view unit = known(row, Role::unit);
    const auto [found, fresh] = bound_.try_emplace({std::string(name), std::string(unit)});
    if (!fresh) return &found->second;
    const Citation where = at(row, cell);
    auto [binding, fault, of_unit, warning] = bind_name(file_, binder_, name, unit, where);
    if (warning) faults_.add(std::move(*warning));
    if (binding) {
      binding->by_row = true;
      binding->called = binder_.title_of(*binding);
      found->second = {collector_.columns().add(*binding, where), std::move(*binding)};
    } else if (fault) {
      if (of_unit && !unit.empty()) fault->where = at(row, header_.cell(Role::unit));
      faults_.add(std::move(*fault));
      plan_.refused = true;
    } else {
      plan_.surplus.push_back({std::string(name), where});
    }
    return &found->second;
  }

  std::optional<Period> read_period(const base::CsvRow& row) {
    const int cell = header_.cell(Role::period);
    if (cell < 0) return header_.period.value_or(Period{});
    const auto period = parse_period(known(row, Role::period));
    if (!period)
      faults_.add(
          base::make_diagnostic("C322", at(row, cell), {{"cell", base::excerpt(text(row, cell))}}));
    else if (auto fault = period_fault(has_periods_, *period, at(row, cell)))
      faults_.add(std::move(*fault));
    return period;
  }

  double standard_error(const base::CsvRow& row, const Binding& binding) {
    const int cell = header_.cell(Role::standard_error);
    if (cell < 0) return missing;
    return cell_value(text(row, cell), binding, file_.cells, at(row, cell), faults_);
  }

  void set_attributes(const base::CsvRow& row, std::string_view place, int index) {
    RowBuilder& rows = collector_.rows();
    for (int i = 0; i < std::ssize(attributes_); ++i) {
      const int cell = attributes_[i];
      const std::string_view written = text(row, cell);
      if (file_.cells.missing(written)) continue;
      const std::string_view given =
          places_.attribute(header_.cells[cell].attribute, place, written, at(row, cell), faults_);
      const std::string_view before = rows.attribute(index, i);
      if (before.empty())
        rows.set_attribute(index, i, given);
      else if (before != given)
        faults_.add(base::make_diagnostic("C329", at(row, cell),
                                          {{"attribute", header_.cells[cell].name},
                                           {"place", std::string(place)},
                                           {"first", base::excerpt(before)},
                                           {"second", base::excerpt(given)}}));
    }
  }

  /// Columns without a name must have nothing in them.
  void unnamed(const base::CsvRow& row) {
    for (int i = 0; i < std::ssize(plan_.cells); ++i) {
      if (plan_.cells[i].kind != PlannedColumn::Kind::unnamed) continue;
      const std::string_view cell = text(row, i);
      if (!file_.cells.missing(cell) && told_.insert(i).second)  // once a column
        faults_.add("C318", [&] {
          return base::make_diagnostic("C318", at(row, i), {{"cell", base::excerpt(cell)}});
        });
    }
  }

  const DataFile& file_;
  const Header& header_;
  const Binder& binder_;
  Faults& faults_;
  PlaceReader places_;
  LeftOutRows left_out_;
  ColumnSet columns_;
  TablePlan plan_;
  CellCollector collector_;
  RowTitles titles_;
  MergedValues merged_values_;
  std::vector<int> values_, attributes_;  ///< cells
  std::map<std::pair<std::string, std::string>, Bound> bound_;
  std::optional<bool> has_periods_;
  std::set<int> told_;  ///< columns without a name that have something in them
};

}  // namespace

FileTable read_cells(const DataFile& file, const Binder& binder, Faults& faults) {
  return TableReader(file, binder, faults).read();
}

}  // namespace tijian::dataset
