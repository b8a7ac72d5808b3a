#include "report/asked.h"

#include <algorithm>
#include <utility>

#include "formula/formula.h"

namespace tijian::report {
namespace {

bool applies_to(const Indicator& indicator, const Place& place) {
  return std::ranges::all_of(indicator.only_for, [&](const auto& condition) {
    const auto& [attribute, values] = condition;
    const std::string& own = place.attribute(attribute);
    return own.empty() || std::ranges::find(values, own) != values.end();
  });
}

}  // namespace

Asked::Asked(const Framework& framework)
    : framework_(framework),
      below_(framework.places.size()),
      needed_(framework.places.size() + 1, std::vector<char>(framework.variables.size(), 0)) {
  const int places = static_cast<int>(framework.places.size());
  for (int place = 0; place < places; ++place)
    if (const int above = framework.find_place(framework.places[place].parent); above >= 0) {
      below_[above].push_back(place);
      levels_ = true;
    }
  for (int place = -1; place < places; ++place) add_used(place);
  while (!open_.empty()) {
    const Need need = open_.back();
    open_.pop_back();
    add_what_makes(need);
  }
}

void Asked::add(int place, int variable) {
  if (variable < 0 || variable >= std::ssize(framework_.variables)) return;
  if (!std::exchange(needed_at(place)[variable], 1)) open_.push_back({place, variable});
}

/// By what applies to it, and by what places are alike or not.
void Asked::add_used(int place) {
  for (const Indicator& indicator : framework_.indicators) {
    if (place >= 0 && !applies_to(indicator, framework_.places[place])) continue;
    if (indicator.compiled)
      for (const int variable : indicator.compiled->variables()) add(place, variable);
    if (indicator.interval) add(place, framework_.find_variable(indicator.interval->share_of));
  }
  for (const std::string& id : framework_.diagnosis.context)
    add(place, framework_.find_variable(id));
}

/// Values and weights of the parts; of a place without parts, what its formula is over.
void Asked::add_what_makes(const Need& need) {
  const Variable& made = framework_.variables[need.variable];
  const int weights = framework_.find_variable(made.rollup.weights);
  if (!levels_ || need.place < 0) add(need.place, weights);
  if (made.rollup.by != Rollup::By::none && need.place >= 0)
    for (const int part : below_[need.place]) {
      add(part, need.variable);
      add(part, weights);
    }
  if (made.compiled && !has_parts(need.place))
    for (const int variable : made.compiled->variables()) add(need.place, variable);
}

bool Asked::operator()(int variable, int listed_place) const {
  const Variable& made = framework_.variables[variable];
  const bool rolled = made.rollup.by != Rollup::By::none && has_parts(listed_place);
  return !rolled && !made.compiled && needed_[static_cast<std::size_t>(listed_place + 1)][variable];
}

}  // namespace tijian::report
