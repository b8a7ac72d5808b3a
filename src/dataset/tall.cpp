#include <map>

#include "base/catalogue.h"
#include "base/spelling.h"
#include "dataset/cells.h"
#include "dataset/place_reader.h"
#include "tijian/missing.h"

namespace tijian::dataset {
namespace {

/// The reading of one file of the layout place, period, variable, value.
class TallReader {
 public:
  TallReader(const DataFile& file, const Binder& binder, const CellReader& cells, Faults& faults)
      : file_(file),
        header_(file.header),
        binder_(binder),
        cells_(cells),
        faults_(faults),
        places_(binder.framework()),
        collector_(file, binder.framework(), attributes()) {}

  FileTable read() {
    RowReader(file_, faults_)([&](const base::CsvRow& row) { take(row); });
    FileTable table = collector_.table(faults_, header_.cell(Role::value) + 1);
    table.surplus = std::move(surplus_);
    table.refused = refused_;
    table.has_periods = has_periods_.value_or(false);
    return table;
  }

 private:
  /// What (variable, unit) stands for; a column of the table, or -1.
  struct Bound {
    int column = -1;
    Binding binding;
  };

  std::vector<int> attributes() {
    std::vector<int> indices;
    for (int i = 0; i < static_cast<int>(header_.attribute.size()); ++i)
      if (header_.attribute[i] >= 0) {
        attribute_cells_.push_back(i);
        indices.push_back(header_.attribute[i]);
      }
    return indices;
  }

  std::string_view text(const base::CsvRow& row, Role role) const {
    const int cell = header_.cell(role);
    return cell < 0 ? std::string_view{} : base::trimmed(row.cells[cell]);
  }

  /// The same, empty where it is a mark of a missing value.
  std::string_view known(const base::CsvRow& row, Role role) const {
    const std::string_view cell = text(row, role);
    return cells_.missing(cell) ? std::string_view{} : cell;
  }

  Citation at(const base::CsvRow& row, Role role) const {
    return {file_.path(), row.line, header_.cell(role) + 1};
  }

  void take(const base::CsvRow& row) {
    const std::string_view place = text(row, Role::place);
    const std::string_view value = text(row, Role::value);
    const Bound* bound = bind(row);
    if (!bound) return;
    const double number = bound->column < 0 ? 0
                                            : cell_value(value, bound->binding, cells_,
                                                         at(row, Role::value), faults_);
    if (place.empty()) {  // a template's row that nobody filled in, or a value without a place
      if (!cells_.missing(value)) faults_.add(base::make_diagnostic("C321", at(row, Role::place)));
      return;
    }
    const auto period = read_period(row);
    if (!period) return;
    const std::string_view name = places_.place(place, at(row, Role::place), faults_);
    const int index = collector_.row(name, *period, row.line);
    set_attributes(row, name, index);
    if (bound->column < 0) return;
    const int source =
        number == number ? collector_.source(known(row, Role::source), known(row, Role::confidence))
                         : -1;
    collector_.add({index, bound->column, number, row.line, source,
                    standard_error(row, bound->binding), rounding_of(value, bound->binding)});
  }

  /// Null where the row names no variable.
  const Bound* bind(const base::CsvRow& row) {
    const std::string_view name = text(row, Role::variable);
    if (name.empty()) {
      faults_.add(base::make_diagnostic("C326", at(row, Role::variable)));
      return nullptr;
    }
    const std::string_view unit = known(row, Role::unit);
    const auto [found, fresh] = bound_.try_emplace({std::string(name), std::string(unit)});
    if (!fresh) return &found->second;
    const Citation where = at(row, Role::variable);
    auto [binding, fault] = binder_.bind(name, unit, where);
    if (binding)
      found->second = {collector_.columns().add(*binding, where), std::move(*binding)};
    else if (!fault)
      surplus_.push_back({std::string(name), where});
    else
      refuse(std::move(*fault));
    return &found->second;
  }

  void refuse(Diagnostic fault) {
    faults_.add(std::move(fault));
    refused_ = true;
  }

  std::optional<Period> read_period(const base::CsvRow& row) {
    const auto period = parse_period(known(row, Role::period));
    if (!period) {
      faults_.add(base::make_diagnostic("C322", at(row, Role::period),
                                        {{"cell", base::excerpt(text(row, Role::period))}}));
    } else if (header_.cell(Role::period) >= 0) {
      if (auto fault = period_fault(has_periods_, *period, at(row, Role::period)))
        faults_.add(std::move(*fault));
    }
    return period;
  }

  double standard_error(const base::CsvRow& row, const Binding& binding) {
    if (header_.cell(Role::standard_error) < 0) return missing;
    return cell_value(text(row, Role::standard_error), binding, cells_,
                      at(row, Role::standard_error), faults_);
  }

  void set_attributes(const base::CsvRow& row, std::string_view place, int index) {
    RowBuilder& rows = collector_.rows();
    for (int i = 0; i < static_cast<int>(attribute_cells_.size()); ++i) {
      const int cell = attribute_cells_[i];
      const std::string_view text = base::trimmed(row.cells[cell]);
      if (cells_.missing(text)) continue;
      const Citation where{file_.path(), row.line, cell + 1};
      const std::string_view given =
          places_.attribute(header_.attribute[cell], place, text, where, faults_);
      const std::string_view before = rows.attribute(index, i);
      if (before.empty())
        rows.set_attribute(index, i, given);
      else if (before != given)
        faults_.add(base::make_diagnostic("C329", where,
                                          {{"attribute", header_.names[cell]},
                                           {"place", std::string(place)},
                                           {"first", base::excerpt(before)},
                                           {"second", base::excerpt(given)}}));
    }
  }

  const DataFile& file_;
  const Header& header_;
  const Binder& binder_;
  const CellReader& cells_;
  Faults& faults_;
  std::vector<int> attribute_cells_;
  PlaceReader places_;
  CellCollector collector_;
  std::map<std::pair<std::string, std::string>, Bound> bound_;
  std::vector<Surplus> surplus_;
  bool refused_ = false;
  std::optional<bool> has_periods_;
};

}  // namespace

FileTable read_tall(const DataFile& file, const Binder& binder, const CellReader& cells,
                    Faults& faults) {
  return TallReader(file, binder, cells, faults).read();
}

}  // namespace tijian::dataset
