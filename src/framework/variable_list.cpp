#include "framework/variable_list.h"

#include "base/catalogue.h"
#include "framework/borrowing.h"

namespace tijian::framework {

void VariableList::declare(const std::vector<VariableEntry>& entries, Borrowing& borrowing) {
  for (const VariableEntry& entry : entries) {
    if (const auto* borrow = std::get_if<Borrow>(&entry)) {
      borrowing.take_variables(*borrow);
      continue;
    }
    const auto& variable = std::get<VariableDraft>(entry);
    const auto known = by_id_.find(variable.id);
    if (known == by_id_.end()) {
      add(variable);
    } else if (!variable.id.empty()) {
      diagnostics_.push_back(
          base::make_diagnostic("F202", variable.where, {{"id", variable.id}}, variable.id));
      diagnostics_.back().also.push_back(variables_[known->second].where);
    }
  }
}

void VariableList::borrow(const Variable& variable, const Citation& where,
                          const std::string& path) {
  const auto known = by_id_.find(variable.id);
  if (known == by_id_.end()) return add({variable, {}});
  const Citation& other = variables_[known->second].where;
  if (other == variable.where) return;
  diagnostics_.push_back(base::make_diagnostic("F229", where, {{"id", variable.id}}, path));
  diagnostics_.back().also = {other, variable.where};
}

void VariableList::declare_for(IndicatorDraft& indicator) {
  indicator.formula = indicator.id;
  if (by_id_.contains(indicator.id)) return;
  by_id_[indicator.id] = variables_.size();
  variables_.push_back({{indicator.id,
                         indicator.title,
                         indicator.unit,
                         indicator.definition,
                         indicator.keeper,
                         indicator.where,
                         {},
                         indicator.range,
                         {},
                         indicator.breaks},
                        {}});
}

void VariableList::add(const VariableDraft& variable) {
  check_titles(variable);
  by_id_[variable.id] = variables_.size();
  variables_.push_back(variable);
}

void VariableList::check_titles(const Variable& variable) {
  for (const auto& [language, title] : variable.title.by_language()) {
    const auto [known, is_new] = by_title_.try_emplace(title, variables_.size());
    if (is_new || known->second == variables_.size()) continue;
    const Variable& other = variables_[known->second];
    diagnostics_.push_back(base::make_diagnostic(
        "F230", variable.where, {{"title", title}, {"other", other.id}}, variable.id));
    diagnostics_.back().also.push_back(other.where);
  }
}

}  // namespace tijian::framework
