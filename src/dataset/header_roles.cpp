#include "dataset/header_roles.h"

#include <map>

#include "base/catalogue.h"
#include "base/spelling.h"

namespace tijian::dataset {

bool HeaderRoles::settle(Header& header) {
  for (std::size_t role = 0; role < role_count; ++role)
    if (static_cast<Role>(role) != Role::passed_over && static_cast<Role>(role) != Role::other)
      if (!settle(header, static_cast<Role>(role))) return false;
  return attributes_once(header);
}

/// Two columns of one role: the one with the role's own name (`place`) wins, then the finest
/// place, else it is a fault.
bool HeaderRoles::settle(Header& header, Role role) {
  std::vector<int> cells;
  for (int i = 0; i < std::ssize(header.cells); ++i)
    if (header.cells[i].role == role) cells.push_back(i);
  if (cells.empty()) return true;
  const int chosen = chosen_of(header, role, cells);
  header.cell_of[static_cast<std::size_t>(role)] = chosen;
  for (const int i : cells) {
    if (i == chosen) continue;
    if (outranks(header.cells[chosen], header.cells[i], role)) {
      step_back(header, role, chosen, i);
      continue;
    }
    faults_.add(named_twice(header, std::string(names_of(role).front()), chosen, i));
    return false;
  }
  return true;
}

bool HeaderRoles::has_own_name(const HeaderCell& cell, Role role) const {
  const std::string name = base::folded(names_.renamed_to(cell.name));
  const std::string& said = names_.origin_of(role).column;
  return name == names_of(role).front() || (!said.empty() && name == base::folded(said));
}

int HeaderRoles::chosen_of(const Header& header, Role role, const std::vector<int>& cells) const {
  int chosen = cells.front();
  for (const int i : cells)
    if (outranks(header.cells[i], header.cells[chosen], role)) chosen = i;
  return chosen;
}

bool HeaderRoles::outranks(const HeaderCell& one, const HeaderCell& other, Role role) const {
  const bool own = has_own_name(one, role), others_own = has_own_name(other, role);
  if (own != others_own) return own;
  if (own || role != Role::place) return false;
  const int fine = fineness_of(one.name), coarse = fineness_of(other.name);
  return coarse >= 0 && fine > coarse;
}

/// A column that another of its role outranks: of places, what they lie in, which is told.
void HeaderRoles::step_back(Header& header, Role role, int chosen, int other) {
  HeaderCell& cell = header.cells[other];
  const bool coarser = role == Role::place && !has_own_name(header.cells[chosen], role);
  cell.role = coarser ? Role::passed_over : Role::other;
  cell.data = !coarser && !header.long_rows;
  if (coarser)
    faults_.add(base::make_diagnostic(
        "C350", at(header, other), {{"chosen", header.cells[chosen].name}, {"other", cell.name}}));
}

Citation HeaderRoles::at(const Header& header, int cell) const {
  Citation where = where_;
  where.line = header.line;
  where.column = cell + 1;
  return where;
}

Diagnostic HeaderRoles::named_twice(const Header& header, const std::string& role, int first,
                                    int second) const {
  Diagnostic fault = base::make_diagnostic(
      "C317", at(header, second),
      {{"first", header.cells[first].name}, {"second", header.cells[second].name}, {"role", role}});
  fault.also.push_back(at(header, first));
  return fault;
}

bool HeaderRoles::attributes_once(const Header& header) {
  std::map<int, int> first;
  for (int i = 0; i < std::ssize(header.cells); ++i) {
    if (header.cells[i].attribute < 0) continue;
    const auto [known, fresh] = first.try_emplace(header.cells[i].attribute, i);
    if (fresh) continue;
    faults_.add(named_twice(header, header.cells[i].name, known->second, i));
    return false;
  }
  return true;
}

}  // namespace tijian::dataset
