#include "model/aggregation.h"

#include <algorithm>

namespace tijian::model {

std::vector<std::string> named_nodes(const Choice& aggregation) {
  std::vector<std::string> ids;
  const auto found = aggregation.parameters.find("nodes");
  if (found == aggregation.parameters.end() || !found->second.list()) return ids;
  for (const Value& id : *found->second.list())
    if (id.text()) ids.push_back(*id.text());
  return ids;
}

const Choice& aggregation_of(const std::vector<Choice>& aggregate, const Node& category) {
  static const Choice otherwise{"arithmetic", {}};
  const Choice* by_height = &otherwise;
  int height = 0;
  for (const Choice& choice : aggregate) {
    const std::vector<std::string> ids = named_nodes(choice);
    if (std::ranges::find(ids, category.id) != ids.end()) return choice;
    if (ids.empty() && ++height <= category.height) by_height = &choice;
  }
  return *by_height;
}

std::optional<Choice> normaliser_of(const Choice& aggregation) {
  const auto found = aggregation.parameters.find("normalise");
  if (found == aggregation.parameters.end() || !found->second.map()) return {};
  Choice choice{"", *found->second.map()};
  const auto name = choice.parameters.find("method");
  if (name == choice.parameters.end() || !name->second.text()) return {};
  choice.name = *name->second.text();
  choice.parameters.erase(name);
  return choice;
}

}  // namespace tijian::model
