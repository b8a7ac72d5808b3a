#include <fmt/format.h>

#include "tijian/method.h"
#include "yaml/write.h"

namespace tijian {
namespace {

using yaml::quoted;

std::string flow(const Value&);

std::string flow(bool value) { return value ? "true" : "false"; }
std::string flow(double value) { return fmt::format("{}", value); }
std::string flow(const std::string& value) { return quoted(value); }

std::string flow(const ValueList& list) {
  std::string out;
  for (const Value& value : list) out += (out.empty() ? "" : ", ") + flow(value);
  return "[" + out + "]";
}

std::string entries(const ValueMap& map, const std::string& before = {}) {
  std::string out = before;
  for (const auto& [key, value] : map)
    out += (out.empty() ? "" : ", ") + quoted(key) + ": " + flow(value);
  return "{" + out + "}";
}

std::string flow(const ValueMap& map) { return entries(map); }

std::string flow(const Value& value) {
  return std::visit([](const auto& data) { return flow(data); }, value.data);
}

std::string flow(const Choice& choice, const std::string& more) {
  return entries(choice.parameters, "method: " + quoted(choice.name) + more);
}
std::string flow(const Choice& choice) { return flow(choice, {}); }

template <class T>
std::string texts(const std::vector<T>& items, std::string (*write)(const T&)) {
  std::string out;
  for (const T& item : items) out += (out.empty() ? "" : ", ") + write(item);
  return "[" + out + "]";
}

std::string flow(const Aggregation& aggregation) {
  std::string more;
  if (!aggregation.nodes.empty()) more += ", nodes: " + texts(aggregation.nodes, quoted);
  if (aggregation.normalise) more += ", normalise: " + flow(*aggregation.normalise);
  return flow(aggregation.mean, more);
}

std::string flow(const MissingRules& missing) {
  const bool by_count = missing.measure == MissingRules::Measure::count;
  std::string out = fmt::format("min_coverage: {}, measure: {}", missing.min_coverage,
                                by_count ? "count" : "weight");
  if (!missing.fill) return "{" + out + "}";
  out += fmt::format(", fill: {{nodes: {}, method: {}", texts(missing.fill->nodes, quoted),
                     quoted(missing.fill->method));
  if (!missing.fill->group.empty()) out += ", group: " + quoted(missing.fill->group);
  return "{" + out + "}}";
}

std::string flow(const Reference& reference) {
  std::string periods = reference.periods == Reference::Periods::each ? "each" : "pooled";
  if (reference.periods == Reference::Periods::listed) periods = texts(reference.listed, to_string);
  const std::string group = reference.group.empty() ? "" : ", group: " + quoted(reference.group);
  return fmt::format("{{periods: {}{}}}", periods, group);
}

std::string flow(const WeightVariation& weights) {
  using Kind = WeightVariation::Kind;
  if (weights.kind == Kind::uniform)
    return fmt::format("{{method: uniform, spread: {}}}", weights.spread);
  if (weights.kind == Kind::dirichlet)
    return fmt::format("{{method: dirichlet, concentration: {}}}", weights.concentration);
  std::string sets;
  for (const auto& set : weights.sets) {
    std::string one;
    for (const auto& [id, weight] : set)
      one += fmt::format("{}{}: {}", one.empty() ? "" : ", ", quoted(id), weight);
    sets += fmt::format("{}{{{}}}", sets.empty() ? "" : ", ", one);
  }
  return fmt::format("{{method: sets, sets: [{}]}}", sets);
}

std::string flow(const std::vector<Aggregation>& levels) { return texts(levels, flow); }

std::string flow(const Variation& v) {
  std::string out = fmt::format("drop: {}", v.drop);
  if (v.weights.kind != WeightVariation::Kind::none) out += ", weights: " + flow(v.weights);
  const auto add = [&](const char* key, const auto& alternatives) {
    if (!alternatives.empty()) out += fmt::format(", {}: {}", key, texts(alternatives, flow));
  };
  add("impute", v.impute);
  add("treat", v.treat);
  add("normalise", v.normalise);
  add("aggregate", v.aggregate);
  if (v.noise)
    out += fmt::format(", noise: {{relative: {}, uncited: {}, synthetic: {}}}", v.noise->relative,
                       v.noise->uncited, v.noise->synthetic);
  return "{" + out + "}";
}

std::string flow(const Rounding& round) {
  std::string out;
  const auto add = [&](const char* key, const std::optional<int>& decimals) {
    if (decimals) out += fmt::format("{}{}: {}", out.empty() ? "" : ", ", key, *decimals);
  };
  add("indicator", round.indicator);
  add("category", round.category);
  add("index", round.index);
  return "{" + out + "}";
}

}  // namespace

std::string to_yaml(const Method& method) {
  const char* all = method.normalise_all ? ", applies_to: all" : ", applies_to: relative";
  const char* over = method.weights_over_index ? ", within: index" : ", within: parent";
  return "impute: " + flow(method.impute) + "\ntreat: " + flow(method.treat) +
         "\nnormalise: " + flow(method.normalise, all) +
         "\nweights: " + flow(method.weights, over) +
         "\naggregate: " + texts(method.aggregate, flow) + "\nmissing: " + flow(method.missing) +
         "\nreference: " + flow(method.reference) + "\nround: " + flow(method.round) +
         "\nrobustness: " + flow(method.robustness) + "\n";
}

}  // namespace tijian
