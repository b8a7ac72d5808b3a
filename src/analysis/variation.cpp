#include "analysis/variation.h"

#include <fmt/format.h>

#include "base/catalogue.h"
#include "base/value_text.h"

namespace tijian::analysis {

using base::written;

namespace {

/// `geometric (nodes: air, water, normalise: rank)`: what it says, by the keys of the file.
std::string label(const Aggregation& entry) {
  std::vector<std::string> more;
  if (!entry.nodes.empty()) more.push_back("nodes: " + base::joined(entry.nodes));
  if (entry.min_coverage) more.push_back(fmt::format("min_coverage: {}", *entry.min_coverage));
  if (entry.min_indicators)
    more.push_back(fmt::format("min_indicators: {}", *entry.min_indicators));
  if (entry.round) more.push_back(fmt::format("round: {}", *entry.round));
  if (entry.normalise) more.push_back("normalise: " + base::written(*entry.normalise));
  const std::string mean = base::written(entry.mean);
  return more.empty() ? mean : fmt::format("{} ({})", mean, base::joined(more));
}

}  // namespace

std::string written(const std::vector<Aggregation>& entries) {
  std::vector<std::string> levels, named;
  for (const Aggregation& entry : entries)
    (entry.nodes.empty() ? levels : named).push_back(label(entry));
  // The last level repeats: one more of the same says nothing.
  while (levels.size() > 1 && levels.back() == levels[levels.size() - 2]) levels.pop_back();
  std::string out = base::joined(levels, " / ");
  for (const std::string& one : named) out += (out.empty() ? "" : " + ") + one;
  return out;
}

std::string written(const std::vector<Choice>& steps) {
  std::vector<std::string> methods;
  for (const Choice& step : steps) methods.push_back(base::written(step));
  return base::joined(methods, " / ");
}

namespace {

/// `5` or `2.5`: a share as a number of per cent.
std::string percent(double share) { return fmt::format("{:.6g}", 100 * share); }

Text describe(const WeightVariation& weights) {
  using Kind = WeightVariation::Kind;
  switch (weights.kind) {
    case Kind::none:
      break;
    case Kind::uniform:
      return {
          fmt::format("weights: each up to {} % more or less, uniform", percent(weights.spread)),
          fmt::format("权重：各乘以 1±{}% 之间的均匀分布", percent(weights.spread))};
    case Kind::dirichlet:
      return {fmt::format("weights: Dirichlet around those given, concentration {:.6g}",
                          weights.concentration),
              fmt::format("权重：以给定权重为中心的狄利克雷分布，集中度 {:.6g}",
                          weights.concentration)};
    case Kind::sets:
      return {fmt::format("weights: one of {} experts' sets", weights.sets.size()),
              fmt::format("权重：{} 组专家权重中的一组", weights.sets.size())};
  }
  return {};
}

Text describe_drop(int count) {
  return {count == 1 ? std::string("drop: one indicator left out at random")
                     : fmt::format("drop: {} indicators left out at random", count),
          fmt::format("随机去掉 {} 个指标", count)};
}

Text describe(const NoiseVariation& noise) {
  const std::string r = percent(noise.relative), u = percent(noise.uncited),
                    s = percent(noise.synthetic);
  return {
      fmt::format("noise: the data's standard errors, else {} % of a value (uncited {} %, "
                  "synthetic {} %)",
                  r, u, s),
      fmt::format("测量误差：数据给出的标准误，否则为数值的 {}%（未核 {}%，合成 {}%）", r, u, s)};
}

template <class T>
Text describe(const char* key, const std::vector<T>& alternatives) {
  std::vector<std::string> names;
  for (const T& one : alternatives) names.push_back(written(one));
  return std::string(key) + ": " + base::joined(names);
}

}  // namespace

std::vector<Factor> factors_of(const Variation& v) {
  std::vector<Factor> factors;
  const auto vary = [&](const char* name, bool varies, const auto& description) {
    if (varies) factors.push_back({name, description()});
  };
  const auto choose = [&](const char* name, const auto& alternatives) {
    vary(name, !alternatives.empty(), [&] { return describe(name, alternatives); });
  };
  choose("aggregate", v.aggregate);
  vary("drop", v.drop > 0, [&] { return describe_drop(v.drop); });
  choose("impute", v.impute);
  vary("noise", v.noise.has_value(), [&] { return describe(*v.noise); });
  choose("normalise", v.normalise);
  choose("treat", v.treat);
  vary("weights", v.weights.kind != WeightVariation::Kind::none,
       [&] { return describe(v.weights); });
  return factors;
}

Variation with_own_choices(const Method& method) {
  Variation v = method.robustness;
  if (v.treat.empty()) v.treat = {method.treat};
  if (v.normalise.empty()) v.normalise = {method.normalise};
  if (v.aggregate.empty()) v.aggregate = {method.aggregate};
  return v;
}

}  // namespace tijian::analysis
