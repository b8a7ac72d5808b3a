#include "dataset/header_axes.h"

#include <algorithm>

#include "dataset/cell.h"
#include "dataset/year_suffix.h"

namespace tijian::dataset {
namespace {

/// Roles that say something of each value; in a wide file such a name is a column like others.
bool belongs_to_values(Role role) { return role >= Role::variable && role <= Role::standard_error; }

}  // namespace

bool is_number(std::string_view text) {
  const Cell cell = CellReader().read(text);
  return cell.kind == Cell::Kind::number || cell.kind == Cell::Kind::comma;
}

bool is_said(const ValueOrigin& origin) {
  return !origin.is.empty() || !origin.in_name.empty() || !origin.in_sheet.empty();
}

Votes count(const Header& header) {
  Votes votes;
  for (const HeaderCell& cell : header.cells) {
    if (!cell.data) continue;
    ++votes.data;
    votes.periods += cell.period ? 1 : 0;
    votes.places += cell.place.empty() ? 0 : 1;
    votes.variables += cell.variable.empty() ? 0 : 1;
    votes.both += cell.period && !cell.variable.empty() ? 1 : 0;
  }
  return votes;
}

bool has(const Header& header, Role role) {
  return std::ranges::any_of(header.cells,
                             [&](const HeaderCell& cell) { return cell.role == role; });
}

void HeaderAxes::find(Header& header, std::size_t last_row) const {
  name_first_column(header, last_row);
  const bool long_rows = has(header, Role::variable) && has(header, Role::value);
  header.long_rows = source_.layout ? source_.layout->long_rows : long_rows;
  if (header.long_rows) return;
  if (source_.layout && !source_.layout->across.empty()) {
    header.across = source_.layout->across;
    if (source_.layout->down != Axis::variables) demote(header);
    return;
  }
  header.across = axes_of(header, count(header), last_row);
  // A column called `indicator` or 单位 in a wide file is one like others.
  if (header.is_across(Axis::variables) || !has(header, Role::variable)) demote(header);
}

void HeaderAxes::demote(Header& header) const {
  for (HeaderCell& cell : header.cells)
    if (belongs_to_values(cell.role)) {
      cell.role = Role::other;
      cell.data = true;
      names_.name_values(cell, {cell.name});
    }
}

/// Whether most cells of the columns with values are numbers: names that nobody knows may then be
/// places.
bool HeaderAxes::numbers_below(const Header& header, std::size_t last_row) const {
  long numbers = 0, filled = 0;
  for (std::size_t row = last_row + 1; row < rows_.size(); ++row)
    for (std::size_t i = 0; i < std::min(header.cells.size(), rows_[row].cells.size()); ++i) {
      if (!header.cells[i].data || rows_[row].cells[i].empty()) continue;
      ++filled;
      numbers += is_number(rows_[row].cells[i]) ? 1 : 0;
    }
  return filled > 0 && 2 * numbers >= filled;
}

std::vector<Axis> HeaderAxes::axes_of(const Header& header, const Votes& votes,
                                      std::size_t last_row) const {
  if (votes.data == 0) return {};
  if (votes.periods == votes.data && votes.variables == votes.data)
    return {Axis::periods, Axis::variables};
  if (votes.periods == votes.data) return {Axis::periods};
  if (votes.variables > 0 && votes.both == votes.variables) return {Axis::periods, Axis::variables};
  if (votes.variables > 0) return {Axis::variables};
  if (votes.places > 0 && 2 * votes.places >= votes.data) return {Axis::places};
  const bool places_down = has(header, Role::place);
  if (votes.periods > 0 && 2 * votes.periods >= votes.data &&
      (places_down || has(header, Role::variable)))
    return {Axis::periods};  // and columns that nobody knows
  if (places_down) return {Axis::variables};
  const bool other_down = has(header, Role::period) || has(header, Role::variable);
  if (other_down && framework_.places.empty() && numbers_below(header, last_row))
    return {Axis::places};
  return {};
}

bool HeaderAxes::place_known(const Header& header) const {
  return has(header, Role::place) || header.is_across(Axis::places) || is_said(source_.place);
}

/// A first column whose name says nothing: what stands in it tells.
void HeaderAxes::name_first_column(Header& header, std::size_t last_row) const {
  if (header.cells.empty() || source_.place.column.size() + source_.variable.column.size() > 0)
    return;
  HeaderCell& first = header.cells.front();
  if (first.role != Role::other || first.attribute >= 0 || first.period || !first.variable.empty())
    return;
  const Role role = role_by_content(first.name, last_row);
  if (role == Role::other || (role == Role::place && has(header, Role::place))) return;
  first.role = role;
  first.data = false;
}

Role HeaderAxes::role_by_content(const std::string& name, std::size_t last_row) const {
  long filled = 0, places = 0, variables = 0, periods = 0, numbers = 0;
  for (std::size_t row = last_row + 1; row < rows_.size(); ++row) {
    if (rows_[row].cells.empty() || rows_[row].cells.front().empty()) continue;
    const std::string& text = rows_[row].cells.front();
    ++filled;
    places += framework_.find_place(text) >= 0 ? 1 : 0;
    variables += binder_.knows(names_.renamed_to(text)) ? 1 : 0;
    periods += period_named(text) ? 1 : 0;
    numbers += is_number(text) ? 1 : 0;
  }
  if (filled == 0) return Role::other;
  if (2 * places >= filled) return Role::place;
  if (2 * variables >= filled) return Role::variable;
  if (periods == filled) return Role::period;
  return name.empty() && numbers == 0 ? Role::place : Role::other;
}

bool HeaderAxes::good(const Header& header) const {
  const auto filled = std::ranges::count_if(
      header.cells, [](const HeaderCell& cell) { return !cell.name.empty(); });
  const Votes votes = count(header);
  if (header.long_rows) return filled > 2;
  if (has(header, Role::place)) return filled > 1;
  if (header.across.empty()) return false;
  if (has(header, Role::period) || has(header, Role::variable)) return votes.data > 0;
  return is_said(source_.place) && (votes.variables > 0 || votes.periods > 1);
}

}  // namespace tijian::dataset
