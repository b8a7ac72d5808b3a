#include "model/check_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/catalogue.h"
#include "model/check_method.h"
#include "model/imputation.h"
#include "model/rules.h"
#include "model/strata.h"

namespace tijian::model {
namespace {

bool power_of_two(double x) {
  int exponent = 0;
  return std::isfinite(x) && std::frexp(x, &exponent) == 0.5;
}

bool all_finite(const std::vector<double>& numbers) {
  return std::ranges::all_of(numbers, [](double x) { return std::isfinite(x); });
}

/// Collects what is wrong with a model.
class Check {
 public:
  explicit Check(const Model& model) : model_(model) {}

  /// Whether everything is there: after that the model can be looked at.
  bool whole() {
    if (!model_.framework) fault("framework", {"a framework", "指标体系"});
    if (!model_.methods) fault("methods", {"a table of methods", "方法表"});
    if (!faults_.empty()) return false;
    const std::size_t nodes = model_.framework->nodes.size();
    count("weights", model_.weights.size(), nodes);
    count("given", model_.given.size(), nodes);
    if (model_.strata.empty()) fault("strata", {"at least one", "至少一个"});
    for (std::size_t s = 0; s < model_.strata.size(); ++s) whole_stratum(s);
    whole_method();
    if (faults_.empty()) whole_fills();
    return faults_.empty();
  }

  void contents() {
    weights();
    strata();
    fills();
  }

  std::vector<Diagnostic> result() { return std::move(faults_); }

 private:
  const Framework& framework() const { return *model_.framework; }

  void fault(const std::string& path, Text expected) {
    faults_.push_back(base::make_diagnostic("M698", {}, {{"expected", std::move(expected)}}, path));
  }

  void count(const std::string& path, std::size_t found, std::size_t wanted) {
    if (found != wanted)
      fault(path, {fmt::format("{} entries, not {}", wanted, found),
                   fmt::format("{} 项，而不是 {} 项", wanted, found)});
  }

  static std::string stratum_path(std::size_t s) { return fmt::format("strata[{}]", s + 1); }

  std::string column_path(std::size_t s, std::size_t j) const {
    return fmt::format("{}.columns.{}", stratum_path(s), framework().indicators[j].id);
  }

  void whole_stratum(std::size_t s) {
    const Model::Stratum& stratum = model_.strata[s];
    const std::size_t columns = framework().indicators.size();
    count(stratum_path(s) + ".scales", stratum.scales.size(), columns);
    count(stratum_path(s) + ".treatments", stratum.treatments.size(), columns);
    count(stratum_path(s) + ".constant", stratum.constant.size(), columns);
  }

  /// The methods that scoring calls.
  void whole_method() {
    const Text listed{"one that the table of methods has", "方法表中的方法"};
    for (const Choice& one : model_.method.impute)
      if (!find_method(model_.methods->imputers, one.name)) return fault("method.impute", listed);
    for (const Indicator& one : framework().indicators)
      if (!find_method(model_.methods->normalisers, normaliser_of(model_.method, one).name))
        return fault("method.normalise", listed);
    const auto known = [&](const Aggregation& aggregation) {
      return find_method(model_.methods->aggregators, aggregation.mean.name) != nullptr;
    };
    if (model_.method.aggregate.empty() || !std::ranges::all_of(model_.method.aggregate, known))
      fault("method.aggregate", listed);
  }

  /// What fills missing values: of each step a row a group where it keeps constants, else nothing.
  void whole_fills() {
    for (const Choice& one : model_.method.impute) {
      const Imputer& imputer = *find_method(model_.methods->imputers, one.name);
      if (imputer.fit || imputer.fill) steps_.push_back(&one);
    }
    if (model_.fills.size() > steps_.size())
      return fault("fills", {"none but the method's imputers'", "只有方法中插补步骤的填补值"});
    for (std::size_t step = 0; step < steps_.size(); ++step) whole_step(step);
  }

  void whole_step(std::size_t step) {
    const std::string& name = steps_[step]->name;
    const bool kept = bool(find_method(model_.methods->imputers, name)->fit);
    const Model::Fills none;
    const Model::Fills& fills = step < model_.fills.size() ? model_.fills[step] : none;
    const auto groups = static_cast<Eigen::Index>(fills.groups.size());
    if (!kept && fills.values.size() > 0)
      fault("fills", {fmt::format("none with '{}'", name), fmt::format("“{}”不需要填补值", name)});
    if (kept && (groups == 0 || fills.values.rows() != groups ||
                 fills.values.cols() != static_cast<Eigen::Index>(framework().indicators.size())))
      fault("fills", {"the values of each group, one an indicator", "每组的填补值，每个指标一个"});
  }

  void weights() {
    for (std::size_t n = 0; n < model_.weights.size(); ++n)
      if (!std::isfinite(model_.weights[n]) || model_.weights[n] < 0)
        fault("weights." + framework().nodes[n].id,
              {"a finite number of at least 0", "不小于 0 的有限数"});
    for (const Node& node : framework().nodes) {
      double total = 0;
      for (const int child : node.children) total += model_.weights[child];
      if (!std::isfinite(total) && faults_.empty())
        fault("weights", {"weights whose sum is finite", "总和有限的权重"});
    }
  }

  void strata() {
    const Reference& reference = model_.method.reference;
    std::set<StratumKey> seen;
    for (std::size_t s = 0; s < model_.strata.size(); ++s) {
      const Model::Stratum& stratum = model_.strata[s];
      const bool grouped =
          !scale_peers(framework(), reference).attribute.empty() || stratum.group.empty();
      const bool timed =
          reference.periods == Reference::Periods::each || stratum.period == Period{};
      if (!grouped || !timed)
        fault(stratum_path(s) + ".group",
              {"what `method.reference` asks for", "`method.reference` 所要求的分组"});
      else if (!seen.insert({stratum.group, stratum.period}).second)
        fault(stratum_path(s) + ".group", {"another one than before", "不与前面重复"});
      for (std::size_t j = 0; j < framework().indicators.size(); ++j) column(s, j);
    }
  }

  void column(std::size_t s, std::size_t j) {
    const Model::Stratum& stratum = model_.strata[s];
    const Scale& scale = stratum.scales[j];
    const std::string path = column_path(s, j);
    if (std::isnan(scale.factor)) return;  // nothing was there to fit
    if (stratum.constant[j]) return fault(path, {"no scale for a constant", "常数列没有标尺"});
    if (!std::isfinite(scale.shift) || !std::isfinite(scale.factor) || scale.factor == 0 ||
        !std::isfinite(scale.offset) || !std::isfinite(scale.position))
      fault(path, {"finite numbers, `factor` not 0", "有限数，且 `factor` 不为 0"});
    if (!(scale.low <= scale.high)) fault(path + ".high", {"at least `low`", "不小于 `low`"});
    if (!power_of_two(scale.unit)) fault(path + ".unit", {"a power of two", "2 的幂"});
    knots(path, j, scale);
    treatment(path, j, stratum.treatments[j]);
  }

  /// A sample of which only what is above a number counts may have one such value, or none.
  void knots(const std::string& path, std::size_t j, const Scale& scale) {
    const std::vector<double>& knots = scale.knots;
    const Indicator& indicator = framework().indicators[j];
    const bool varied = !knots.empty() && knots.front() < knots.back();
    const Normaliser& normaliser =
        *find_method(model_.methods->normalisers, normaliser_of(model_.method, indicator).name);
    const bool looked_up = normaliser.looks_up && scaled_by_sample(model_.method, indicator);
    if (!all_finite(knots))
      fault(path + ".knots", {"finite numbers", "有限数"});
    else if (looked_up && (!std::ranges::is_sorted(knots) || (!varied && std::isinf(scale.above))))
      fault(path + ".knots",
            {fmt::format("the sample's values, ascending, for '{}'", normaliser.name),
             fmt::format("“{}”所需的样本值，由小到大", normaliser.name)});
  }

  void treatment(const std::string& path, std::size_t j, const Treatment& treatment) {
    const Treater& treater = *find_method(model_.methods->treaters, model_.method.treat.name);
    const bool treats = treater.fit && scaled_by_sample(model_.method, framework().indicators[j]);
    if (treatment.method.empty()) return;
    if (!treats)
      fault(path + ".treatment", {fmt::format("none with '{}'", treater.name),
                                  fmt::format("“{}”不作处理", treater.name)});
    else if (!can_treat(treatment))
      fault(path + ".treatment",
            {"one that `tijian methods` lists, with finite numbers, `low` at most `high`",
             "`tijian methods` 列出的处理方法，数值有限，`low` 不大于 `high`"});
  }

  bool can_treat(const Treatment& t) const {
    const Treater* treater = find_method(model_.methods->treaters, t.method);
    return treater && treater->apply && t.low <= t.high && t.scale > 0 &&
           all_finite({t.shift, t.lambda, t.scale});
  }

  void fills() {
    std::size_t place = 0;
    for (std::size_t step = 0; step < model_.fills.size(); ++step) {
      const Model::Fills& fills = model_.fills[step];
      const bool grouped =
          !fill_peers(framework(), model_.method.reference, impute_group(*steps_[step]))
               .attribute.empty();
      for (std::size_t g = 0; g < fills.groups.size(); ++g) {
        const std::string path = fmt::format("fills[{}].group", ++place);
        if (!grouped && !fills.groups[g].empty())
          fault(path, {"no group: the method has none", "不分组：方法没有分组"});
        if (g > 0 && !(fills.groups[g - 1] < fills.groups[g]))
          fault(path, {"groups once each, ascending", "分组互不重复，按次序排列"});
      }
      for (Eigen::Index i = 0; i < fills.values.size(); ++i)
        if (std::isinf(fills.values.data()[i])) fault("fills", {"finite numbers", "有限数"});
    }
  }

  const Model& model_;
  std::vector<const Choice*> steps_;  ///< the method's imputers of values
  std::vector<Diagnostic> faults_;
};

}  // namespace

std::vector<Diagnostic> check_model(const Model& model) {
  Check check(model);
  if (!check.whole()) return check.result();
  std::vector<Diagnostic> faults =
      check_method(*model.framework, model.method, *model.methods, nullptr);
  if (!has_errors(faults)) {
    check.contents();
    faults = check.result();
  }
  return faults;
}

void require_whole(const Model& model) {
  if (model.framework) tijian::check(*model.framework);
  Check check(model);
  if (!check.whole()) throw UsageError(to_string(check.result().front()));
}

}  // namespace tijian::model
