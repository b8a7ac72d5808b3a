#include "dataset/row_titles.h"

#include <algorithm>

#include "base/catalogue.h"
#include "base/spelling.h"

namespace tijian::dataset {

RowTitles::RowTitles(const DataFile& file, const Binder& binder) : file_(file), binder_(binder) {
  if (file.header.cell(Role::variable) < 0) return;
  const auto& cells = file.header.cells;
  const auto found = std::ranges::find_if(cells, [](const HeaderCell& cell) {
    const std::string name = base::folded(cell.name);
    return cell.role == Role::passed_over && (name == "title" || name == "名称");
  });
  if (found != cells.end()) cell_ = static_cast<int>(found - cells.begin());
}

/// Titles differ in blanks and in the unit behind them.
bool RowTitles::is_title_of(std::string_view text, const Binding& binding) const {
  const std::string key = base::name_key(name_without_unit(text));
  const Text titles = binder_.title_of(binding);
  for (const auto& [language, title] : titles.by_language())
    if (base::name_key(title) == key || base::name_key(title) == base::name_key(text)) return true;
  const auto answer = binder_.bind(text, {}, {});
  return answer.binding && answer.binding->same_target(binding);
}

void RowTitles::look(const base::CsvRow& row, const Binding& binding, Faults& faults) {
  if (cell_ < 0 || static_cast<std::size_t>(cell_) >= row.cells.size()) return;
  const std::string_view text = base::trimmed(row.cells[static_cast<std::size_t>(cell_)]);
  std::string& last = last_[{binding.variable, binding.indicator}];
  if (text.empty() || text == last) return;
  last = text;
  if (is_title_of(text, binding)) return;
  faults.add("B475", [&] {
    return base::make_diagnostic(
        "B475", file_.cite(row.line, cell_ + 1),
        {{"found", base::excerpt(text)}, {"name", binding.name}, {"title", binding.called}});
  });
}

}  // namespace tijian::dataset
