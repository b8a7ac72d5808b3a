#include "base/catalogue.h"
#include "base/spelling.h"
#include "dataset/cells.h"
#include "dataset/notes.h"
#include "dataset/place_reader.h"

namespace tijian::dataset {
namespace {

/// The reading of one file with a column for each period of one variable.
class PeriodsReader {
 public:
  PeriodsReader(const DataFile& file, const Binder& binder, const CellReader& cells, Faults& faults)
      : file_(file),
        header_(file.header),
        binder_(binder),
        cells_(cells),
        faults_(faults),
        places_(binder.framework()),
        collector_(file, binder.framework(), attributes()) {}

  FileTable read(const std::string& variable) {
    const bool bound = bind(variable);
    read_columns();
    if (bound) RowReader(file_, faults_)([&](const base::CsvRow& row) { take(row); });
    FileTable table = collector_.table(faults_, 0);
    table.row_column = std::move(row_column_);
    table.has_periods = true;
    table.refused = refused_;
    return table;
  }

 private:
  struct PeriodColumn {
    int cell;
    Period period;
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

  /// What the values are: as asked for, else as a line above the header says. A unit that stands
  /// there holds for what was asked for too, unless that names another.
  bool bind(const std::string& variable) {
    const bool asked = !variable.empty();
    const std::string& name = asked ? variable : file_.subject;
    const Citation where{file_.path(), asked || name.empty() ? header_.line : file_.subject_line,
                         0};
    const std::string nearest = name.empty() ? "" : binder_.nearest(name);
    if (name.empty()) return fail(base::make_diagnostic("C330", where));
    const bool own_unit = !unit_in_brackets(name).empty();
    const auto unit = own_unit ? std::string_view{} : unit_in_brackets(file_.subject);
    auto [binding, fault] = binder_.bind(name, unit, where);
    refused_ = !binding;
    if (fault) return fail(std::move(*fault));
    if (!binding) {
      const Text likely =
          nearest.empty() ? Text{"no name is near", "没有相近的名称"} : Text{nearest};
      return fail(base::make_diagnostic("B408", where,
                                        {{"name", base::excerpt(name)}, {"likely", likely}}));
    }
    binding_ = std::move(*binding);
    column_ = collector_.columns().add(binding_, where);
    return true;
  }

  bool fail(Diagnostic diagnostic) {
    faults_.add(std::move(diagnostic));
    return false;
  }

  void read_columns() {
    for (int i = 0; i < static_cast<int>(header_.names.size()); ++i)
      if (header_.roles[i] == Role::other && header_.attribute[i] < 0 && !header_.names[i].empty())
        columns_.push_back({i, *parse_period(header_.names[i])});
  }

  void take(const base::CsvRow& row) {
    const std::string_view written = base::trimmed(row.cells[header_.cell(Role::place)]);
    const auto cell = [&](const PeriodColumn& column) {
      return base::trimmed(row.cells[column.cell]);
    };
    bool any = false;
    for (const PeriodColumn& column : columns_) any |= !cell(column).empty();
    const Citation where{file_.path(), row.line, header_.cell(Role::place) + 1};
    if (!any && looks_like_note(written))
      return faults_.add(base::make_diagnostic("C320", where, {{"text", base::excerpt(written)}}));
    if (written.empty()) return faults_.add(base::make_diagnostic("C321", where));
    const std::string_view place = places_.place(written, where, faults_);
    for (const PeriodColumn& column : columns_) {
      RowBuilder& rows = collector_.rows();
      const int index = collector_.row(place, column.period, row.line);
      row_column_.resize(rows.size(), column.cell + 1);
      for (int i = 0; i < static_cast<int>(attribute_cells_.size()); ++i) {
        const int from = attribute_cells_[i];
        if (const auto text = base::trimmed(row.cells[from]); !cells_.missing(text))
          rows.set_attribute(index, i,
                             places_.attribute(header_.attribute[from], place, text,
                                               {file_.path(), row.line, from + 1}, faults_));
      }
      const double value = cell_value(cell(column), binding_, cells_,
                                      {file_.path(), row.line, column.cell + 1}, faults_);
      const int source = value == value ? collector_.source({}, {}) : -1;
      collector_.add(
          {index, column_, value, row.line, source, missing, rounding_of(cell(column), binding_)});
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
  std::vector<PeriodColumn> columns_;
  std::vector<int> row_column_;
  Binding binding_;
  int column_ = -1;
  bool refused_ = false;
};

}  // namespace

FileTable read_periods(const DataFile& file, const Binder& binder, const CellReader& cells,
                       const std::string& variable, Faults& faults) {
  return PeriodsReader(file, binder, cells, faults).read(variable);
}

}  // namespace tijian::dataset
