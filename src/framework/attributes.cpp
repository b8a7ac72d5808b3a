#include "framework/attributes.h"

#include <algorithm>
#include <map>

#include "base/catalogue.h"
#include "base/spelling.h"

namespace tijian::framework {
namespace {

/// Ids and titles of things that must be told apart.
class NamesTaken {
 public:
  explicit NamesTaken(std::vector<Diagnostic>& diagnostics) : diagnostics_(diagnostics) {}

  void add(const std::string& id, const Text& title, const AttributeDraft& where) {
    ids_.push_back(id);
    add(id, where);
    for (const auto& [language, text] : title.by_language()) add(text, where);
  }

 private:
  void add(const std::string& name, const AttributeDraft& where) {
    const auto [known, fresh] = taken_.try_emplace(base::name_key(name), ids_.size() - 1);
    if (fresh || known->second == ids_.size() - 1) return;
    diagnostics_.push_back(base::make_diagnostic(
        "F246", where.node->where(),
        {{"name", name}, {"first", ids_[known->second]}, {"second", ids_.back()}}, where.path));
  }

  std::vector<Diagnostic>& diagnostics_;
  std::vector<std::string> ids_;
  std::map<std::string, std::size_t> taken_;
};

/// `district (区, District)`
std::string with_titles(const AttributeValue& value) {
  std::vector<std::string> titles;
  for (const auto& [language, text] : value.title.by_language())
    if (text != value.id) titles.push_back(text);
  return titles.empty() ? value.id : value.id + " (" + base::joined(titles) + ")";
}

}  // namespace

std::vector<std::string> ids_of(const std::vector<PlaceAttribute>& attributes) {
  std::vector<std::string> ids;
  for (const PlaceAttribute& attribute : attributes) ids.push_back(attribute.id);
  return ids;
}

std::vector<std::string> spellings_of(const PlaceAttribute& attribute) {
  std::vector<std::string> names;
  for (const AttributeValue& value : attribute.values) {
    names.push_back(value.id);
    for (const auto& [language, text] : value.title.by_language()) names.push_back(text);
  }
  return names;
}

Text list_of_values(const PlaceAttribute& attribute) {
  std::vector<std::string> names;
  for (const AttributeValue& value : attribute.values) names.push_back(with_titles(value));
  return base::some_of(names);
}

void check_names(const std::vector<AttributeDraft>& attributes,
                 std::vector<Diagnostic>& diagnostics) {
  NamesTaken names(diagnostics);
  for (const AttributeDraft& attribute : attributes) {
    if (!attribute.good) continue;
    names.add(attribute.id, attribute.title, attribute);
    NamesTaken values(diagnostics);
    for (const AttributeValue& value : attribute.values)
      values.add(value.id, value.title, attribute);
  }
}

bool settle_value(const PlaceAttribute& attribute, std::string& value, const Citation& where,
                  const std::string& in, std::vector<Diagnostic>& diagnostics) {
  if (attribute.values.empty()) return true;
  const AttributeValue* known = attribute.value(value);
  if (known) {
    value = known->id;
    return true;
  }
  diagnostics.push_back(base::make_diagnostic("F243", where,
                                              {{"found", base::excerpt(value)},
                                               {"attribute", attribute.id},
                                               {"names", list_of_values(attribute)}},
                                              in));
  base::suggest(diagnostics.back(), value, spellings_of(attribute));
  return false;
}

void check_peers(const yaml::Node& document, Framework& framework,
                 std::vector<Diagnostic>& diagnostics) {
  Peers& peers = framework.peers;
  if (peers.attribute.empty()) return;
  const yaml::Node& written = *document.find("peers");
  const int attribute = framework.find_attribute(peers.attribute);
  if (attribute < 0) {
    diagnostics.push_back(
        base::make_diagnostic("F206", written.where(), {{"found", peers.attribute}}, "peers"));
    base::suggest(diagnostics.back(), peers.attribute, ids_of(framework.attributes));
    return;
  }
  for (std::size_t g = 0; g < peers.groups.size(); ++g)
    for (std::size_t v = 0; v < peers.groups[g].size(); ++v)
      settle_value(framework.attributes[attribute], peers.groups[g][v],
                   written.find("groups")->entries[g].value->entries[v].value->where(),
                   "peers.groups", diagnostics);
}

}  // namespace tijian::framework
