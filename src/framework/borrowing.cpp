#include "framework/borrowing.h"

#include <algorithm>
#include <set>

#include "base/catalogue.h"
#include "formula/formula.h"
#include "yaml/scalar.h"

namespace tijian::framework {
namespace {

template <class T>
std::vector<std::string> ids_of(const std::vector<T>& things) {
  std::vector<std::string> ids;
  for (const T& thing : things) ids.push_back(thing.id);
  return ids;
}

void add_once(std::vector<int>& chosen, int indicator) {
  if (std::ranges::find(chosen, indicator) == chosen.end()) chosen.push_back(indicator);
}

std::vector<std::string> tags_of(const Framework& framework) {
  std::set<std::string> tags;
  for (const Indicator& indicator : framework.indicators)
    tags.insert(indicator.tags.begin(), indicator.tags.end());
  return {tags.begin(), tags.end()};
}

std::vector<int> tagged(const Framework& framework, const std::string& tag) {
  std::vector<int> found;
  for (int i = 0; i < static_cast<int>(framework.indicators.size()); ++i) {
    const auto& tags = framework.indicators[i].tags;
    if (std::ranges::find(tags, tag) != tags.end()) found.push_back(i);
  }
  return found;
}

}  // namespace

Borrowing::Borrowing(FrameworkLoader& loader, const std::string& path, VariableList& variables,
                     Framework& framework, std::vector<Diagnostic>& diagnostics)
    : loader_(loader),
      folder_(std::filesystem::path(path).parent_path()),
      variables_(variables),
      framework_(framework),
      diagnostics_(diagnostics) {}

void Borrowing::report(std::string_view code, const Borrow& borrow, const yaml::Node& at,
                       const std::string& found, const std::vector<std::string>& names) {
  diagnostics_.push_back(base::make_diagnostic(
      code, at.where(), {{"found", found}, {"from", borrow.from}, {"names", base::some_of(names)}},
      borrow.path));
  base::suggest(diagnostics_.back(), found, names);
}

std::vector<int> Borrowing::chosen(const Borrow& borrow, const LoadedFramework& sibling) {
  std::vector<int> chosen;
  for (const Borrow::Use& use : borrow.use) {
    const std::vector<int> of_tag = tagged(sibling.framework, use.tag);
    for (const int indicator : of_tag) add_once(chosen, indicator);
    const int of_id = sibling.framework.find_indicator(use.id);
    if (of_id >= 0) add_once(chosen, of_id);
    if (!use.id.empty() && of_id < 0)
      report("F226", borrow, *use.node, use.id, ids_of(sibling.framework.indicators));
    if (!use.tag.empty() && of_tag.empty())
      report("F227", borrow, *use.node, use.tag, tags_of(sibling.framework));
  }
  return chosen;
}

std::vector<IndicatorDraft> Borrowing::take_indicators(const Borrow& borrow) {
  const LoadedFramework* sibling = loader_.sibling(borrow, folder_, diagnostics_);
  std::vector<IndicatorDraft> taken;
  if (!sibling || !sibling->sound) return taken;
  const std::vector<int> indicators = chosen(borrow, *sibling);
  for (const int indicator : indicators) taken.push_back(take(borrow, *sibling, indicator));
  check_overrides(borrow, *sibling, indicators);
  return taken;
}

IndicatorDraft Borrowing::take(const Borrow& borrow, const LoadedFramework& sibling,
                               int indicator) {
  IndicatorDraft draft = sibling.drafts[indicator];
  if (const auto found = borrow.overrides.find(draft.id); found != borrow.overrides.end()) {
    const Override& other = found->second;
    if (other.weight) draft.weight = *other.weight;
    if (other.scoring) draft.scoring = *other.scoring;
    if (other.planning) draft.planning = *other.planning;
  }
  take_needs(borrow, sibling, draft, indicator);
  return draft;
}

void Borrowing::take_needs(const Borrow& borrow, const LoadedFramework& sibling,
                           const IndicatorDraft& draft, int indicator) {
  const Citation& where = borrow.node->where();
  for (const int variable : sibling.framework.indicators[indicator].compiled->variables())
    take_variable(sibling.framework, variable, where, borrow.path);
  if (draft.interval)
    take_variable(sibling.framework, sibling.framework.find_variable(draft.interval->share_of),
                  where, borrow.path);
  for (const auto& [attribute, values] : draft.only_for)
    take_attribute(sibling.framework, attribute);
}

void Borrowing::take_attribute(const Framework& sibling, std::string_view id) {
  const int attribute = sibling.find_attribute(id);
  if (attribute >= 0 && framework_.find_attribute(id) < 0)
    framework_.attributes.push_back(sibling.attributes[attribute]);
}

/// With all that it is made of.
void Borrowing::take_variable(const Framework& sibling, int variable, const Citation& where,
                              const std::string& path) {
  std::vector<int> taken{variable};
  const auto take = [&](int one) {
    if (one >= 0) add_once(taken, one);
  };
  for (std::size_t i = 0; i < taken.size(); ++i) {
    const Variable& one = sibling.variables[taken[i]];
    variables_.borrow(one, where, path);
    if (one.rollup.by != Rollup::By::none) take_attribute(sibling, parent_attribute);
    if (!one.rollup.weights.empty()) take(sibling.find_variable(one.rollup.weights));
    if (one.compiled) std::ranges::for_each(one.compiled->variables(), take);
  }
}

void Borrowing::check_overrides(const Borrow& borrow, const LoadedFramework& sibling,
                                const std::vector<int>& chosen) {
  std::vector<std::string> ids;
  for (const int indicator : chosen) ids.push_back(sibling.drafts[indicator].id);
  const yaml::Node* overrides = borrow.node->find("override");
  if (!overrides) return;
  for (const yaml::Entry& entry : overrides->entries)
    if (std::ranges::find(ids, entry.key->text) == ids.end())
      report("F228", borrow, *entry.key, entry.key->text, ids);
}

void Borrowing::take_variables(const Borrow& borrow) {
  const LoadedFramework* sibling = loader_.sibling(borrow, folder_, diagnostics_);
  if (!sibling || !sibling->sound) return;
  for (const Borrow::Use& use : borrow.use) {
    const int variable = sibling->framework.find_variable(use.id);
    if (variable >= 0)
      take_variable(sibling->framework, variable, use.node->where(), borrow.path);
    else
      report("F233", borrow, *use.node, use.id, ids_of(sibling->framework.variables));
  }
}

}  // namespace tijian::framework
