#include "framework/method_check.h"

#include <algorithm>
#include <set>

#include "base/value_text.h"
#include "framework/attributes.h"
#include "framework/choice_check.h"
#include "framework/choice_yaml.h"
#include "framework/family_names.h"
#include "framework/judgement_check.h"
#include "framework/variation_yaml.h"
#include "tijian/check.h"

namespace tijian::framework {
namespace {

class MethodCheck {
 public:
  MethodCheck(const Method& method, const Framework& framework, const MethodTable& table)
      : method_(method), framework_(framework), table_(table) {}

  std::vector<MethodFault> run() {
    at("impute", [&] { imputers(method_.impute); });
    at("treat", [&] { treater(method_.treat); });
    at("normalise", [&] { normaliser(method_.normalise); });
    at("weights", [&] { weighting(method_.weights); });
    at("aggregate", [&] { aggregations(method_.aggregate); });
    at("missing", [&] { missing(method_.missing); });
    at("reference", [&] { reference(method_.reference); });
    at("round", [&] { rounding(method_.round); });
    at("robustness", [&] { variation(method_.robustness); });
    return faults_.take();
  }

 private:
  void at(const char* key, const auto& look) {
    const auto inside = faults_.enter(key);
    look();
  }

  void each(const auto& items, const auto& look) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      const auto inside = faults_.enter(i + 1);
      look(items[i]);
    }
  }

  // ---- names ----

  std::vector<std::string> ids(const auto& wanted) const {
    std::vector<std::string> ids;
    for (const tijian::Node& node : framework_.nodes)
      if (wanted(node)) ids.push_back(node.id);
    return ids;
  }

  void unknown_node(Diagnostic& fault, const std::string& id) {
    base::suggest(fault, id, ids([](const auto&) { return true; }));
  }

  void node(const std::string& id) {
    if (framework_.find_node(id) < 0) unknown_node(faults_.report("M654", {{"found", id}}), id);
  }

  void node_key(const std::string& id) {
    if (framework_.find_node(id) < 0)
      unknown_node(faults_.report_key(id, "M654", {{"found", id}}), id);
  }

  void category_key(const std::string& id) {
    const int found = framework_.find_node(id);
    if (found < 0 || framework_.nodes[found].indicator >= 0)
      no_category(
          faults_.report_key(id, "M670", {{"found", id}, {"names", base::some_of(categories())}}),
          id);
  }

  std::vector<std::string> categories() const {
    return ids([](const auto& node) { return node.indicator < 0; });
  }

  void no_category(Diagnostic& fault, const std::string& id) {
    base::suggest(fault, id, categories());
  }

  void category(const std::string& id, std::set<std::string>& seen) {
    const int found = framework_.find_node(id);
    if (found < 0 || framework_.nodes[found].indicator >= 0)
      no_category(faults_.report("M670", {{"found", id}, {"names", base::some_of(categories())}}),
                  id);
    else if (!seen.insert(id).second)
      faults_.report("M677", {{"found", id}});
  }

  void attribute(const std::string& name) {
    if (name.empty() || framework_.find_attribute(name) >= 0) return;
    base::suggest(faults_.report("F206", {{"found", name}}), name, ids_of(framework_.attributes));
  }

  void at_least(std::size_t least, std::size_t found) {
    if (found < least)
      faults_.report("Y133", {{"found", std::to_string(found)}, {"number", yaml::at_least(least)}});
  }

  // ---- methods ----

  void imputers(const std::vector<Choice>& choices) {
    at_least(1, choices.size());
    if (choices.size() == 1) return imputer(choices.front());
    each(choices, [&](const Choice& one) {
      imputer(one);
      const Imputer* entry = find_method(table_.imputers, one.name);
      if (entry && entry->after_normalising && &one != &choices.back())
        faults_.report("M685", {{"method", one.name}});
    });
  }

  void imputer(const Choice& choice) {
    check_choice(choice, entries_of(table_.imputers), family::imputation, faults_);
    at("group", [&] { attribute(base::text_of(choice, "group")); });
  }

  void treater(const Choice& choice) {
    check_choice(choice, entries_of(table_.treaters), family::treatment, faults_);
  }

  void normaliser(const Choice& choice) {
    check_choice(choice, entries_of(table_.normalisers), family::normalisation, faults_);
    nodes_of(choice, table_.normalisers);
  }

  void weighting(const Choice& choice) {
    const std::size_t before = faults_.size();
    check_choice(choice, entries_of(table_.weightings), family::weighting, faults_);
    nodes_of(choice, table_.weightings);
    if (faults_.size() == before) parts(choice);
    if (faults_.size() == before) check_judgements(choice, framework_, table_, faults_);
  }

  /// What a combined weighting combines: any but such as combine.
  void parts(const Choice& choice) {
    const Weighting& whole = *find_method(table_.weightings, choice.name);
    if (!whole.parts) return;
    std::vector<const MethodEntry*> single;
    for (const Weighting& one : table_.weightings)
      if (!one.parts) single.push_back(&one);
    at("of", [&] {
      const std::vector<Choice> parts = whole.parts(choice);
      at_least(1, parts.size());
      each(parts,
           [&](const Choice& part) { check_name(part.name, single, family::weighting, faults_); });
    });
  }

  /// Of some parameters the keys are nodes.
  template <class Entry>
  void nodes_of(const Choice& choice, const std::vector<Entry>& family) {
    const Entry* entry = find_method(family, choice.name);
    if (!entry) return;
    for (const Parameter& parameter : entry->parameters) {
      const auto given = choice.parameters.find(parameter.name);
      if (given == choice.parameters.end() || !parameter.by_node() || !given->second.map())
        continue;
      at(parameter.name.c_str(), [&] {
        for (const auto& [id, value] : *given->second.map())
          parameter.kind == Parameter::Kind::matrices ? category_key(id) : node_key(id);
      });
    }
  }

  void aggregations(const std::vector<Aggregation>& levels) {
    at_least(1, levels.size());
    std::set<std::string> seen;
    each(levels, [&](const Aggregation& one) {
      check_choice(one.mean, entries_of(table_.aggregators), family::aggregation, faults_);
      at("nodes", [&] { each(one.nodes, [&](const auto& id) { category(id, seen); }); });
      if (one.min_coverage) at("min_coverage", [&] { share(*one.min_coverage); });
      if (one.min_indicators) at("min_indicators", [&] { indicators(*one.min_indicators); });
      if (one.round) at("round", [&] { decimals(*one.round); });
      if (one.normalise) at("normalise", [&] { normaliser(*one.normalise); });
    });
  }

  // ---- rules ----

  void share(double given) { check_number(given, shares, faults_); }
  void indicators(int given) { check_number(given, {.low = 0, .high = most_indicators}, faults_); }
  void decimals(int given) { check_number(given, {.low = 0, .high = most_decimals}, faults_); }

  void missing(const MissingRules& rules) {
    at("min_coverage", [&] { share(rules.min_coverage); });
    at("min_indicators", [&] { indicators(rules.min_indicators); });
    if (rules.fill) at("fill", [&] { fill(*rules.fill); });
  }

  void fill(const MissingRules::Fill& fill) {
    at("nodes", [&] {
      at_least(1, fill.nodes.size());
      each(fill.nodes, [&](const auto& id) { node(id); });
    });
    const std::vector<std::string> methods{"mean", "median"};
    if (std::ranges::find(methods, fill.method) == methods.end())
      at("method", [&] {
        faults_.report("Y130", {{"found", fill.method}, {"names", base::joined(methods)}});
      });
    at("group", [&] { attribute(fill.group); });
  }

  void reference(const Reference& reference) {
    at("periods", [&] {
      if (reference.periods == Reference::Periods::listed) at_least(1, reference.listed.size());
    });
    if (reference.group != Reference::no_group) at("group", [&] { attribute(reference.group); });
    at("weights", [&] { statistic(reference.weights); });
  }

  /// A variable or an indicator.
  void statistic(const std::string& id) {
    if (id.empty() || framework_.find_variable(id) >= 0 || framework_.find_indicator(id) >= 0)
      return;
    std::vector<std::string> known;
    for (const Variable& variable : framework_.variables) known.push_back(variable.id);
    for (const Indicator& indicator : framework_.indicators) known.push_back(indicator.id);
    base::suggest(faults_.report("M680", {{"found", id}}), id, known);
  }

  void rounding(const Rounding& round) {
    if (round.indicator) at("indicator", [&] { decimals(*round.indicator); });
    if (round.category) at("category", [&] { decimals(*round.category); });
    if (round.index) at("index", [&] { decimals(*round.index); });
  }

  // ---- what robustness varies ----

  void variation(const Variation& v) {
    const std::size_t before = faults_.size();
    at("weights", [&] { weights(v.weights); });
    alternatives("impute", v.impute, [&](const auto& steps) { imputers(steps); });
    alternatives("treat", v.treat, [&](const Choice& one) { treater(one); });
    alternatives("normalise", v.normalise, [&](const Choice& one) { normaliser(one); });
    alternatives("aggregate", v.aggregate, [&](const auto& levels) { aggregations(levels); });
    at("drop", [&] {
      const auto most = static_cast<double>(framework_.indicators.size()) - 1;
      check_number(v.drop, {.low = 0, .high = std::max(most, 0.0)}, faults_);
    });
    if (v.noise) at("noise", [&] { noise(*v.noise); });
    if (v == Variation{}) faults_.report("M669");
    faults_.hint_from(before, variation_example());
  }

  void alternatives(const char* key, const auto& given, const auto& look) {
    if (given.empty()) return;
    at(key, [&] {
      at_least(2, given.size());
      each(given, look);
    });
  }

  void weights(const WeightVariation& weights) {
    using Kind = WeightVariation::Kind;
    const yaml::Bounds positive{.low = 0, .above_low = true};
    if (weights.kind == Kind::uniform)
      at("spread",
         [&] { check_number(weights.spread, {.low = 0, .high = 1, .above_low = true}, faults_); });
    if (weights.kind == Kind::dirichlet)
      at("concentration", [&] { check_number(weights.concentration, positive, faults_); });
    if (weights.kind == Kind::sets)
      at("sets", [&] {
        at_least(2, weights.sets.size());
        each(weights.sets, [&](const auto& set) { weight_set(set); });
      });
  }

  void weight_set(const std::map<std::string, double>& set) {
    for (const auto& [id, weight] : set) {
      node_key(id);
      at(id.c_str(), [&, number = weight] { check_number(number, {.low = 0}, faults_); });
    }
  }

  void noise(const NoiseVariation& noise) {
    at("relative", [&] { share(noise.relative); });
    at("uncited", [&] { share(noise.uncited); });
    at("synthetic", [&] { share(noise.synthetic); });
  }

  static constexpr yaml::Bounds shares{.low = 0, .high = 1};
  const Method& method_;
  const Framework& framework_;
  const MethodTable& table_;
  FaultList faults_;
};

// ---- places in a document ----

/// As far as the document goes along a path: what may be left out in YAML (the list of a single
/// item, the map of a bare name) is passed over.
const yaml::Node& follow(const yaml::Node& root, const MethodFault& fault) {
  const yaml::Node* node = &root;
  for (const PathStep& step : fault.path) {
    if (step.item > 0) {
      if (node->kind != yaml::Node::Kind::list) continue;
      if (step.item > node->entries.size()) break;
      node = node->entries[step.item - 1].value;
      continue;
    }
    const auto entry = std::ranges::find_if(node->entries, [&](const yaml::Entry& one) {
      return one.key && one.key->text == step.key;
    });
    if (entry == node->entries.end()) break;
    node = fault.of_key && &step == &fault.path.back() ? entry->key : entry->value;
  }
  return *node;
}

/// Whether there is an error at the node or inside it.
bool has_error(const yaml::Node& node, const std::vector<Diagnostic>& diagnostics) {
  const Citation own = node.where();
  return std::ranges::any_of(diagnostics,
                             [&](const Diagnostic& d) {
                               return d.severity == Severity::error && d.where == own;
                             }) ||
         std::ranges::any_of(node.entries, [&](const yaml::Entry& entry) {
           return (entry.key && has_error(*entry.key, diagnostics)) ||
                  has_error(*entry.value, diagnostics);
         });
}

}  // namespace

std::vector<MethodFault> method_faults(const Method& method, const Framework& framework,
                                       const MethodTable& table) {
  return MethodCheck(method, framework, table).run();
}

void report_method_faults(const Method& method, const Framework& framework,
                          const MethodTable& table, const yaml::Node& root, const std::string& in,
                          std::vector<Diagnostic>& diagnostics) {
  std::vector<Diagnostic> found;
  for (MethodFault& fault : method_faults(method, framework, table)) {
    const yaml::Node& node = follow(root, fault);
    if (has_error(node, diagnostics)) continue;
    fault.diagnostic.where = node.where();
    fault.diagnostic.in = in + fault.diagnostic.in;
    found.push_back(std::move(fault.diagnostic));
  }
  std::ranges::move(found, std::back_inserter(diagnostics));
}

}  // namespace tijian::framework

namespace tijian {

std::vector<Diagnostic> check(const Method& method, const Framework& framework,
                              const MethodTable& table) {
  check(framework);
  std::vector<Diagnostic> diagnostics;
  for (framework::MethodFault& fault : framework::method_faults(method, framework, table)) {
    fault.diagnostic.in = "method." + fault.diagnostic.in;
    diagnostics.push_back(std::move(fault.diagnostic));
  }
  return diagnostics;
}

}  // namespace tijian
