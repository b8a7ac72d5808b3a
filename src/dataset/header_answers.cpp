#include "dataset/header_answers.h"

#include <algorithm>

#include "base/catalogue.h"
#include "base/spelling.h"
#include "dataset/header_axes.h"

namespace tijian::dataset {

bool HeaderAnswers::good(const Header& header) const {
  return said_once(header) && values_said(header) && years_agree(header);
}

/// What sources.yaml says of the whole table is no column of it.
bool HeaderAnswers::said_once(const Header& header) const {
  const int place = header.cell(Role::place), period = header.cell(Role::period);
  if (is_said(source_.place) && place >= 0)
    return said_twice({"one place", "只有一个评价单元"}, header, place);
  if (is_said(source_.period) && period >= 0)
    return said_twice({"one period", "只有一个时期"}, header, period);
  if (source_.variable.is.empty() || source_.where.file.empty()) return true;
  int variable = header.cell(Role::variable);
  for (int i = 0; variable < 0 && i < std::ssize(header.cells); ++i)
    if (header.cells[i].data && !header.cells[i].variable.empty()) variable = i;
  return variable < 0 || said_twice({"one variable", "只有一个变量"}, header, variable);
}

bool HeaderAnswers::said_twice(const Text& what, const Header& header, int cell) const {
  faults_.add(base::make_diagnostic("C359", source_.where,
                                    {{"what", what}, {"column", header.cells[cell].name}}));
  return false;
}

/// A long table of which one of the two columns is missing or called otherwise.
bool HeaderAnswers::values_said(const Header& header) const {
  if (header.long_rows) {
    if (header.cell(Role::value) >= 0 && header.cell(Role::variable) >= 0) return true;
    return unsaid(header, header.cell(Role::value) < 0 ? "C348" : "C349");
  }
  const Votes votes = count(header);
  if (votes.variables > 0 || has(header, Role::variable)) return true;
  const bool names = std::ranges::any_of(header.cells, [&](const HeaderCell& cell) {
    return cell.data && role_of(cell.name) == Role::variable && !binder_.knows(cell.name);
  });
  const bool values = std::ranges::any_of(header.cells, [&](const HeaderCell& cell) {
    return cell.data && role_of(cell.name) == Role::value && !binder_.knows(cell.name);
  });
  if (names == values || header.is_across(Axis::periods)) return true;
  return unsaid(header, names ? "C348" : "C349");
}

/// Columns of variables that say their year beside others, or beside a column of periods.
bool HeaderAnswers::years_agree(const Header& header) const {
  int dated = -1, undated = header.cell(Role::period);
  for (int i = 0; i < std::ssize(header.cells); ++i) {
    const HeaderCell& cell = header.cells[i];
    if (!cell.data || cell.variable.empty()) continue;
    int& first = cell.period ? dated : undated;
    if (first < 0) first = i;
  }
  if (dated < 0 || undated < 0 || is_said(source_.period)) return true;
  Diagnostic fault = base::make_diagnostic("C386", roles_.at(header, undated),
                                           {{"undated", base::excerpt(header.cells[undated].name)},
                                            {"dated", base::excerpt(header.cells[dated].name)}});
  fault.also.push_back(roles_.at(header, dated));
  faults_.add(std::move(fault));
  return false;
}

bool HeaderAnswers::unsaid(const Header& header, std::string_view code) const {
  std::vector<std::string> names, unknown;
  int first = -1;
  for (int i = 0; i < std::ssize(header.cells); ++i) {
    const std::string& name = header.cells[i].name;
    if (name.empty()) continue;
    names.push_back(base::excerpt(name));
    if (header.cells[i].attribute >= 0 || role_of(name) != Role::other || binder_.knows(name))
      continue;
    if (first < 0) first = i;
    unknown.push_back(names.back());
  }
  faults_.add(base::make_diagnostic(code, roles_.at(header, first),
                                    {{"names", base::some_of(unknown.empty() ? names : unknown)}}));
  return false;
}

}  // namespace tijian::dataset
