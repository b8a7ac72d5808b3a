#include "dataset/cells.h"

#include <algorithm>
#include <filesystem>

#include "base/catalogue.h"
#include "base/spelling.h"
#include "dataset/check.h"
#include "dataset/held.h"
#include "dataset/notes.h"
#include "tijian/missing.h"

namespace tijian::dataset {
namespace {

std::vector<std::string> names_of_attributes(const Framework& framework,
                                             const std::vector<int>& attributes) {
  std::vector<std::string> names;
  for (const int i : attributes) names.push_back(framework.attributes[i].id);
  return names;
}

}  // namespace

CellCollector::CellCollector(const DataFile& file, const Framework& framework,
                             const std::vector<int>& attributes)
    : file_(file), framework_(framework), rows_(names_of_attributes(framework, attributes)) {}

int CellCollector::row(std::string_view place, const Period& period, int line) {
  const int row = rows_.find_or_add(rows_.place(place), period);
  row_line_.resize(rows_.size(), line);
  return row;
}

int CellCollector::source(std::string_view text, std::string_view confidence) {
  std::string name(text);
  if (name.empty() && file_.synthetic)
    name = std::filesystem::path(file_.path()).filename().string();
  const bool synthetic = file_.synthetic || says_synthetic(name);
  return sources_.add({std::move(name), std::string(confidence), synthetic});
}

FileTable CellCollector::table(Faults& faults) {
  FileTable table;
  table.path = file_.path();
  if (file_.sheet) table.sheet = file_.sheet->name();
  table.row_line = std::move(row_line_);
  Dataset& data = table.data;
  data.rows = rows_.take();
  data.columns = columns_.all();
  data.sources = sources_.take();
  const auto rows = data.rows.size();
  const auto columns = static_cast<Eigen::Index>(data.columns.size());
  data.values.assign(rows, columns, missing);
  table.cell_line.assign(rows, columns, 0);
  table.cell_column.assign(rows, columns, 0);
  if (!data.sources.empty()) data.source.assign(rows, columns, -1);
  const bool errors = std::ranges::any_of(
      values_, [](const Value& v) { return v.standard_error == v.standard_error; });
  if (errors) data.standard_error.assign(rows, columns, missing);
  if (file_.rounding) data.rounding.assign(rows, columns, 0);
  table.faulty.assign(data.columns.size(), 0);
  for (const Value& v : values_) {
    table.faulty[v.column] += v.faulty ? 1 : 0;
    if (int& line = table.cell_line(v.row, v.column); line == 0) {
      line = v.line;
      table.cell_column(v.row, v.column) = v.cell;
      data.values(v.row, v.column) = v.value;
      if (!data.sources.empty()) data.source(v.row, v.column) = static_cast<std::int16_t>(v.source);
      if (errors) data.standard_error(v.row, v.column) = v.standard_error;
      if (file_.rounding) data.rounding(v.row, v.column) = v.rounding;
    } else {
      faults.add("C327", [&] {
        const DataColumn& column = data.columns[v.column];
        Diagnostic fault = base::make_diagnostic(
            "C327", file_.cite(v.line, v.cell),
            {{"row", row_name(data.rows, v.row)}, {"name", held_by(column, framework_).title}});
        fault.also.push_back(table.cite(v.row, v.column));
        return fault;
      });
    }
  }
  return table;
}

bool RowReader::complete(const base::CsvRow& row) {
  const Citation where = file_.cite(row.line, 1);
  const auto& cells = row.cells;
  if (std::ranges::all_of(cells, [](std::string_view cell) { return base::trimmed(cell).empty(); }))
    return false;
  const auto fault = [&](Diagnostic diagnostic) {
    faults_.add(std::move(diagnostic));
    return false;
  };
  for (const std::string_view cell : cells)
    if (cell.find('\0') != cell.npos) return fault(base::make_diagnostic("C313", where));
  const std::size_t expected = file_.header.cells.size();
  const auto place_cell = static_cast<std::size_t>(std::max(file_.header.cell(Role::place), 0));
  const std::string_view place = cells[std::min(place_cell, cells.size() - 1)];
  if (cells.size() != expected) return fault(length_fault(where, cells.size(), expected, place));
  return true;
}

}  // namespace tijian::dataset
