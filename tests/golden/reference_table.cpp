#include "golden/reference_table.h"

#include <fstream>
#include <limits>
#include <stdexcept>

namespace tijian_tests {
namespace {

std::vector<std::string> cells_of(std::string line) {
  if (!line.empty() && line.back() == '\r') line.pop_back();
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      cells.emplace_back();
    else
      cells.back() += c;
  }
  return cells;
}

double number_of(const std::string& cell) {
  return cell.empty() || cell == "NA" ? std::numeric_limits<double>::quiet_NaN() : std::stod(cell);
}

}  // namespace

ReferenceTable::ReferenceTable(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::string line;
  std::getline(file, line);
  const std::vector<std::string> names = cells_of(line);
  columns_.assign(names.begin() + 1, names.end());
  while (std::getline(file, line)) {
    const std::vector<std::string> cells = cells_of(line);
    lines_.emplace_back();
    for (std::size_t j = 0; j < names.size(); ++j) lines_.back()[names[j]] = cells.at(j);
    rows_.push_back(cells.front());
    cells_[cells.front()] = lines_.back();
  }
}

const std::string& ReferenceTable::text(const std::string& row, const std::string& column) const {
  return cells_.at(row).at(column);
}

double ReferenceTable::at(const std::string& row, const std::string& column) const {
  return number_of(text(row, column));
}

std::vector<double> ReferenceTable::where(const std::string& key, const std::string& text,
                                          const std::string& column) const {
  std::vector<double> values;
  for (const auto& line : lines_)
    if (line.at(key) == text) values.push_back(number_of(line.at(column)));
  return values;
}

std::vector<std::string> ReferenceTable::texts(const std::string& key, const std::string& text,
                                               const std::string& column) const {
  std::vector<std::string> cells;
  for (const auto& line : lines_)
    if (line.at(key) == text) cells.push_back(line.at(column));
  return cells;
}

std::vector<double> ReferenceTable::column(const std::string& name) const {
  std::vector<double> values;
  for (const auto& line : lines_) values.push_back(number_of(line.at(name)));
  return values;
}

Eigen::ArrayXXd ReferenceTable::numbers(const std::vector<std::string>& rows,
                                        const std::vector<std::string>& columns) const {
  Eigen::ArrayXXd numbers(rows.size(), columns.size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (std::size_t j = 0; j < columns.size(); ++j) numbers(i, j) = at(rows[i], columns[j]);
  return numbers;
}

ReferenceTable reference_table(const std::string& path) {
  return ReferenceTable(TIJIAN_ROOT "/tests/data/" + path);
}

std::vector<std::string> asem_children(const ReferenceTable& meta, const std::string& parent) {
  std::vector<std::string> children;
  for (const std::string& code : meta.rows())
    if (meta.text(code, "Parent") == parent && meta.text(code, "Type") != "Denominator")
      children.push_back(code);
  return children;
}

}  // namespace tijian_tests
