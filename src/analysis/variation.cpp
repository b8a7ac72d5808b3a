#include "analysis/variation.h"

#include <fmt/format.h>

#include <cmath>

#include "analysis/choice_reader.h"
#include "analysis/value_text.h"
#include "base/catalogue.h"
#include "tijian/missing.h"

namespace tijian::analysis {
namespace {

/// `5` or `2.5`: a share as a number of per cent.
std::string percent(double share) { return fmt::format("{:.6g}", 100 * share); }

class VariationReader {
 public:
  VariationReader(const Framework& framework, const Method& method, const MethodTable& table,
                  std::vector<Diagnostic>& diagnostics)
      : framework_(framework), table_(table), diagnostics_(diagnostics) {
    variation_.impute = {method.impute};
    variation_.treat = {method.treat};
    variation_.normalise = {method.normalise};
    variation_.aggregate = {method.aggregate};
  }

  Variation read(const ValueMap& robustness) {
    for (const auto& [key, value] : robustness) {
      if (key == "weights")
        read_weights(value);
      else if (key == "impute")
        read_choices(key, value, table_.imputers, variation_.impute);
      else if (key == "treat")
        read_choices(key, value, table_.treaters, variation_.treat);
      else if (key == "normalise")
        read_choices(key, value, table_.normalisers, variation_.normalise);
      else if (key == "aggregate")
        read_aggregates(value);
      else if (key == "drop")
        read_drop(value);
      else if (key == "noise")
        read_noise(value);
      else
        unknown("M660", "robustness", key, keys_);
    }
    if (!has_errors(diagnostics_) && variation_.factors.empty())
      diagnostics_.push_back(base::make_diagnostic("M669", {}, {}, "robustness"));
    return std::move(variation_);
  }

 private:
  void vary(const std::string& factor, Text description) {
    variation_.factors.push_back(factor);
    variation_.descriptions.push_back(std::move(description));
  }

  void unknown(const char* code, const std::string& in, const std::string& found,
               const std::vector<std::string>& names) {
    diagnostics_.push_back(
        base::make_diagnostic(code, {}, {{"found", found}, {"names", base::joined(names)}}, in));
    if (const std::string near = base::nearest(found, names); !near.empty())
      diagnostics_.back().hint =
          Text(fmt::format("did you mean '{}'?", near), fmt::format("是不是“{}”？", near));
  }

  void wrong(const std::string& in, const Value& found, Text expected) {
    diagnostics_.push_back(base::make_diagnostic(
        "M661", {}, {{"found", written(found)}, {"expected", std::move(expected)}}, in));
  }

  /// A share inside (0, 1], or [0, most] for errors of measurement.
  bool read_share_of(const Value& value, const std::string& in, bool positive, double& out) {
    const std::optional<double> share = read_share(value);
    if (share && *share <= 1 && (positive ? *share > 0 : *share >= 0)) {
      out = *share;
      return true;
    }
    wrong(in, value, {"a percentage such as 25%, at most 100%", "百分比，如 25%（至多 100%）"});
    return false;
  }

  // ---- weights ----

  void read_weights(const Value& value) {
    WeightVariation& weights = variation_.weights;
    const ValueMap* map = value.map();
    if (!map) {
      if (!read_share_of(value, "robustness.weights", true, weights.spread)) return;
      set_uniform();
    } else if (map->contains("sets")) {
      read_sets(*map);
    } else {
      read_weight_method(*map);
    }
  }

  void set_uniform() {
    variation_.weights.kind = WeightVariation::Kind::uniform;
    const std::string spread = percent(variation_.weights.spread);
    vary("weights", {fmt::format("weights: each up to {} % more or less, uniform", spread),
                     fmt::format("权重：各乘以 1±{}% 之间的均匀分布", spread)});
  }

  void read_weight_method(const ValueMap& map) {
    const std::string in = "robustness.weights";
    const auto method = map.find("method");
    const std::string* name = method == map.end() ? nullptr : method->second.text();
    if (!name) return wrong(in, {map}, weights_expected_);
    if (*name == "uniform") {
      known_keys(map, in, {"method", "spread"});
      const auto spread = map.find("spread");
      if (spread == map.end()) return wrong(in, {map}, weights_expected_);
      if (read_share_of(spread->second, in + ".spread", true, variation_.weights.spread))
        set_uniform();
    } else if (*name == "dirichlet") {
      known_keys(map, in, {"method", "concentration"});
      const auto given = map.find("concentration");
      const double* number = given == map.end() ? nullptr : given->second.number();
      if (!number || !(*number > 0) || !std::isfinite(*number))
        return wrong(in + ".concentration", given == map.end() ? Value{map} : given->second,
                     {"a number above 0 such as 100: the higher, the closer to the given weights",
                      "正数，如 100：越大越接近给定权重"});
      variation_.weights.kind = WeightVariation::Kind::dirichlet;
      variation_.weights.concentration = *number;
      vary("weights",
           {fmt::format("weights: Dirichlet around those given, concentration {:.6g}", *number),
            fmt::format("权重：以给定权重为中心的狄利克雷分布，集中度 {:.6g}", *number)});
    } else {
      unknown("M662", in, *name, {"uniform", "dirichlet", "sets"});
    }
  }

  void read_sets(const ValueMap& map) {
    const std::string in = "robustness.weights.sets";
    known_keys(map, "robustness.weights", {"method", "sets"});
    const ValueList* sets = map.at("sets").list();
    if (!sets || sets->size() < 2)
      return wrong(in, map.at("sets"),
                   {"at least two sets of weights, each {id of a node: weight, ...}",
                    "至少两组权重，每组形如 {节点标识: 权重}"});
    for (std::size_t i = 0; i < sets->size(); ++i) read_set((*sets)[i], in, i + 1);
    variation_.weights.kind = WeightVariation::Kind::sets;
    vary("weights", {fmt::format("weights: one of {} experts' sets", sets->size()),
                     fmt::format("权重：{} 组专家权重中的一组", sets->size())});
  }

  void read_set(const Value& value, const std::string& in, std::size_t number) {
    const std::string here = fmt::format("{}[{}]", in, number);
    std::vector<double> set(framework_.nodes.size(), missing);
    if (!value.map())
      return wrong(here, value, {"a map {id of a node: weight, ...}", "映射：{节点标识: 权重}"});
    for (const auto& [id, weight] : *value.map()) {
      const int node = framework_.find_node(id);
      const double* w = weight.number();
      if (node < 0)
        unknown_node(here, id);
      else if (!w || !(*w >= 0) || !std::isfinite(*w))
        wrong(here + '.' + id, weight, {"a number of at least 0", "不小于 0 的数"});
      else
        set[node] = *w;
    }
    variation_.weights.sets.push_back(std::move(set));
  }

  void unknown_node(const std::string& in, const std::string& id) {
    std::vector<std::string> ids;
    for (const Node& node : framework_.nodes) ids.push_back(node.id);
    const std::string near = base::nearest(id, ids);
    diagnostics_.push_back(base::make_diagnostic(
        "M654", {}, {{"found", id}, {"near", near.empty() ? ids.front() : near}}, in));
  }

  void known_keys(const ValueMap& map, const std::string& in,
                  const std::vector<std::string>& keys) {
    for (const auto& [key, value] : map)
      if (std::ranges::find(keys, key) == keys.end()) unknown("M660", in, key, keys);
  }

  // ---- methods ----

  template <class Entry>
  void read_choices(const std::string& key, const Value& value, const std::vector<Entry>& family,
                    std::vector<Choice>& out) {
    const std::string in = "robustness." + key;
    const ValueList* list = value.list();
    if (!list || list->size() < 2) return wrong(in, value, list_expected_);
    std::vector<Choice> choices;
    for (const Value& one : *list) {
      auto choice = read_choice(one, entries_of(family), in, diagnostics_);
      if (choice) choices.push_back(std::move(*choice));
    }
    if (choices.size() < list->size()) return;
    out = std::move(choices);
    describe(key, *list);
  }

  void read_aggregates(const Value& value) {
    const std::string in = "robustness.aggregate";
    const ValueList* list = value.list();
    if (!list || list->size() < 2) return wrong(in, value, list_expected_);
    std::vector<std::vector<Aggregation>> alternatives;
    const std::size_t before = diagnostics_.size();
    for (const Value& one : *list) {
      const ValueList levels = one.list() ? *one.list() : ValueList{one};
      if (levels.empty()) return wrong(in, value, list_expected_);
      alternatives.emplace_back();
      for (const Value& level : levels)
        if (auto choice = read_choice(level, entries_of(table_.aggregators), in, diagnostics_))
          alternatives.back().push_back({std::move(*choice)});
    }
    if (diagnostics_.size() > before) return;
    variation_.aggregate = std::move(alternatives);
    describe("aggregate", *list);
  }

  void describe(const std::string& key, const ValueList& list) {
    std::string names;
    for (const Value& one : list) names += (names.empty() ? "" : ", ") + written(one);
    vary(key, Text(key + ": " + names));
  }

  // ---- indicators and values ----

  void read_drop(const Value& value) {
    const auto most = static_cast<double>(framework_.indicators.size()) - 1;
    const double count = value.boolean()  ? (*value.boolean() ? 1 : 0)
                         : value.number() ? *value.number()
                                          : -1;
    if (!(count >= 0) || count > most || count != std::floor(count))
      return wrong("robustness.drop", value,
                   {fmt::format("true, or a whole number from 0 to {}", most),
                    fmt::format("true，或 0 到 {} 之间的整数", most)});
    if (count == 0) return;
    variation_.drop = static_cast<int>(count);
    vary("drop", {variation_.drop == 1
                      ? std::string("drop: one indicator left out at random")
                      : fmt::format("drop: {} indicators left out at random", variation_.drop),
                  fmt::format("随机去掉 {} 个指标", variation_.drop)});
  }

  void read_noise(const Value& value) {
    NoiseVariation& noise = variation_.noise;
    const std::string in = "robustness.noise";
    if (value.boolean()) {
      noise.on = *value.boolean();
    } else if (const ValueMap* map = value.map()) {
      known_keys(*map, in, {"relative", "uncited", "synthetic"});
      bool good = true;
      const auto share = [&](const char* key, double otherwise, double& out) {
        out = otherwise;
        if (const auto found = map->find(key); found != map->end())
          good = read_share_of(found->second, in + '.' + key, false, out) && good;
      };
      share("relative", 0, noise.relative);
      share("uncited", noise.relative, noise.uncited);
      share("synthetic", noise.uncited, noise.synthetic);
      noise.on = good;
    } else if (read_share_of(value, in, false, noise.relative)) {
      noise.on = true;
      noise.uncited = noise.synthetic = noise.relative;
    }
    if (noise.on) describe_noise();
  }

  void describe_noise() {
    const NoiseVariation& noise = variation_.noise;
    const auto &r = percent(noise.relative), u = percent(noise.uncited),
               s = percent(noise.synthetic);
    vary("noise",
         {fmt::format("noise: the data's standard errors, else {} % of a value (uncited {} %, "
                      "synthetic {} %)",
                      r, u, s),
          fmt::format("测量误差：数据给出的标准误，否则为数值的 {}%（未核 {}%，合成 {}%）", r, u,
                      s)});
  }

  const Framework& framework_;
  const MethodTable& table_;
  std::vector<Diagnostic>& diagnostics_;
  Variation variation_;
  const std::vector<std::string> keys_{"weights",   "impute", "treat", "normalise",
                                       "aggregate", "drop",   "noise"};
  const Text weights_expected_{"25%, {method: dirichlet, concentration: 100}, or {sets: [...]}",
                               "25%，{method: dirichlet, concentration: 100}，或 {sets: [...]}"};
  const Text list_expected_{"a list of at least two methods", "至少两种方法的列表"};
};

}  // namespace

Variation read_variation(const Framework& framework, const Method& method, const MethodTable& table,
                         std::vector<Diagnostic>& diagnostics) {
  const ValueMap by_default{{"weights", {std::string("25%")}}};
  return VariationReader(framework, method, table, diagnostics)
      .read(method.robustness.empty() ? by_default : method.robustness);
}

}  // namespace tijian::analysis
