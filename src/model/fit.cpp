#include <algorithm>
#include <cmath>

#include "base/catalogue.h"
#include "framework/score_check.h"
#include "model/check_method.h"
#include "model/check_plan.h"
#include "model/collect.h"
#include "model/column.h"
#include "model/imputation.h"
#include "model/peers.h"
#include "model/place_weights.h"
#include "model/scale_ends.h"
#include "model/transform.h"
#include "model/value_function.h"
#include "model/weights.h"
#include "tijian/missing.h"
#include "tijian/model.h"

namespace tijian::model {
namespace {

/// Fits a model step by step: impute, treat, normalise, weigh.
class Fitting {
 public:
  Fitting(std::shared_ptr<const Framework> framework, const Method& method,
          std::shared_ptr<const MethodTable> table, const Execution& execution = {})
      : execution_(execution) {
    if (table) tijian::check(*table);
    model_.framework = std::move(framework);
    if (!model_.framework) throw UsageError("there is no framework to fit");
    model_.methods = table ? std::move(table)
                           : std::shared_ptr<const MethodTable>(&builtin_methods(), [](auto*) {});
    model_.method = method;
    model_.given = given_weights(*model_.framework);
  }

  Loaded<Model> from_table(const IndicatorTable& table) {
    check(table, framework());
    diagnostics_ = check_method(*model_.framework, model_.method, *model_.methods, &table);
    if (auto fault = without_reference(*model_.framework, model_.method, table.rows))
      diagnostics_.push_back(*fault);
    check_scores();
    if (has_errors(diagnostics_)) return {std::nullopt, diagnostics_};
    const Strata strata = strata_of(framework(), model_.method.reference, table.rows);
    const std::vector<char> reference = reference_rows(model_.method.reference, table.rows);
    if (!make_plan()) return {std::nullopt, diagnostics_};
    const Needs needs = needs_of(plan_, *model_.framework, model_.method, *model_.methods);
    rows_ = rows_by_stratum(strata, reference, table.rows, needs);
    table_ = &table;
    values_ = &table.values;
    impute(table);
    transform_values();
    if (!weigh_places(table)) return {std::nullopt, diagnostics_};
    set_strata(strata);
    prepare_columns();
    Statistics statistics =
        collect_statistics(*values_, strata, rows_, needs, execution_.threads, place_weights_);
    if (needs.sums)
      for (const auto& rows : rows_) all_rows_.insert(all_rows_.end(), rows.begin(), rows.end());
    if (needs.entropy)
      add_entropy_sums(statistics, *values_, all_rows_, directions_, execution_.threads);
    note_synthetic(table);
    warn_of_one_end(table);
    return finish(statistics);
  }

  Loaded<Model> from_statistics(const Statistics& statistics) {
    check_sizes(statistics, framework());
    diagnostics_ = check_method(*model_.framework, model_.method, *model_.methods, nullptr);
    check_scores();
    if (has_errors(diagnostics_)) return {std::nullopt, diagnostics_};
    if (!make_plan()) return {std::nullopt, diagnostics_};
    if (auto fault = unmergeable(plan_, *model_.framework, model_.method, *model_.methods)) {
      diagnostics_.push_back(*fault);
      return {std::nullopt, diagnostics_};
    }
    Strata strata;
    for (const auto& stratum : statistics.strata)
      strata.keys.push_back({stratum.group, stratum.period});
    set_strata(strata);
    set_directions();
    return finish(statistics);
  }

 private:
  const Framework& framework() const { return *model_.framework; }

  /// False where the plan cannot be carried out.
  bool make_plan() {
    plan_ = plan_scoring(*model_.framework, model_.method, *model_.methods);
    for (Diagnostic& diagnostic : check_plan(plan_, framework(), model_.method))
      diagnostics_.push_back(std::move(diagnostic));
    return !has_errors(diagnostics_);
  }

  void check_scores() {
    for (Diagnostic& fault : framework::check_scores(*model_.framework, *model_.methods))
      diagnostics_.push_back(std::move(fault));
  }

  void impute(const IndicatorTable& table) {
    if (plan_.impute.empty()) return;
    Imputing imputing(framework(), model_.method.reference, table);
    for (const Resolved<Imputer>& one : plan_.impute) model_.fills.push_back(imputing.fit(one));
    working_ = imputing.take();
    values_ = &working_;
  }

  void set_strata(const Strata& strata) {
    for (const StratumKey& key : strata.keys) {
      Model::Stratum stratum;
      stratum.group = key.group;
      stratum.period = key.period;
      stratum.scales.resize(framework().indicators.size());
      stratum.treatments.resize(framework().indicators.size());
      stratum.constant.resize(framework().indicators.size(), 0);
      model_.strata.push_back(std::move(stratum));
    }
  }

  void set_directions() {
    for (std::size_t j = 0; j < framework().indicators.size(); ++j)
      directions_.push_back(weighed(static_cast<int>(j), framework().indicators[j].direction));
  }

  Direction weighed(int j, Direction own) const {
    return weighed_direction(framework(), model_.method, j, own);
  }

  /// Treats what the sample normalises; and where weights look at the data, turns indicators with
  /// a best range into their scores, which have a direction.
  void prepare_columns() {
    set_directions();
    const bool weighs = weighting_needs(model_.method, *model_.methods).data;
    for (int j = 0; j < static_cast<int>(framework().indicators.size()); ++j) {
      const Indicator& indicator = framework().indicators[j];
      if (plan_.treat && plan_.by_sample(j)) treat_column(j);
      if (weighs && indicator.direction == Direction::range && indicator.score)
        score_column(indicator, j);
    }
  }

  void transform_values() {
    Matrix<double> changed;
    std::vector<Diagnostic> counted;  // `apply` tells
    scaled_values(framework(), model_.method, *values_, changed, counted);
    if (changed.empty()) return;
    working_ = std::move(changed);
    values_ = &working_;
  }

  /// `reference.weights`, one a row. False where the table cannot say.
  bool weigh_places(const IndicatorTable& table) {
    const std::string& name = model_.method.reference.weights;
    if (name.empty()) return true;
    place_weights_ = place_weights(name, framework(), table);
    if (place_weights_.empty()) {
      diagnostics_.push_back(
          base::make_diagnostic("M681", {}, {{"found", name}}, "reference.weights"));
      return false;
    }
    long without = 0;
    for (const auto& rows : rows_)
      without += std::ranges::count_if(rows, [&](auto row) { return !(place_weights_[row] > 0); });
    if (without == 0) return true;
    diagnostics_.push_back(
        base::make_diagnostic("N528", {}, {{"weights", name}}, "reference.weights"));
    diagnostics_.back().count = without;
    return true;
  }

  Matrix<double>& working_values() {
    if (values_ != &working_) {
      working_ = *values_;
      values_ = &working_;
    }
    return working_;
  }

  void treat_column(int j) {
    for (std::size_t s = 0; s < rows_.size(); ++s) {
      const std::vector<double> sorted = sorted_values(values_->column(j).data(), rows_[s]);
      if (sorted.empty()) continue;
      const Treatment treatment = plan_.treat->fit(sorted, plan_.treat.choice);
      model_.strata[s].treatments[j] = treatment;
      if (treatment.method.empty()) continue;
      Matrix<double>& values = working_values();
      for (Eigen::Index row : rows_[s])
        values(row, j) = treat(treatment, *model_.methods, values(row, j));
    }
  }

  void score_column(const Indicator& indicator, int j) {
    const ValueScale scale(indicator, *model_.methods);
    Matrix<double>& values = working_values();
    for (const auto& rows : rows_)
      for (Eigen::Index row : rows)
        values(row, j) = scale(values(row, j), time_of(table_->rows.period[row]));
    directions_[j] = weighed(j, Direction::higher);
  }

  Loaded<Model> finish(const Statistics& statistics) {
    for (std::size_t s = 0; s < model_.strata.size(); ++s)
      for (int j = 0; j < static_cast<int>(framework().indicators.size()); ++j)
        fit_column(s, j, statistics.strata[s].columns[j]);
    warn_of_one_place();
    warn_of_own_years();
    model_.weights = node_weights(framework(), model_.method, *model_.methods, statistics, values_,
                                  all_rows_, directions_, model_.notes, diagnostics_);
    if (has_errors(diagnostics_)) return {std::nullopt, std::move(diagnostics_)};
    return {std::move(model_), std::move(diagnostics_)};
  }

  void note_synthetic(const IndicatorTable& table) {
    const auto made_up = [&](Eigen::Index row) { return table.synthetic.array().row(row).any(); };
    const auto any = [&](const auto& rows) { return std::ranges::any_of(rows, made_up); };
    if (table.synthetic.size() > 0 && std::ranges::any_of(rows_, any))
      model_.notes.push_back(
          Text{"The model was fitted to synthetic data", "本模型由合成数据拟合"});
  }

  /// Scales of their own that put all places at one end. Very large tables are not held up for it.
  void warn_of_one_end(const IndicatorTable& table) {
    constexpr Index most_rows = 100'000;
    if (table.rows.size() > most_rows) return;
    const Peers peers = rank_peers(framework(), model_.method.reference);
    for (const ScaleEnd& end : scale_ends(framework(), model_.method, *model_.methods, table,
                                          RankGroups(peers).number(table.rows), 1))
      diagnostics_.push_back(one_end(framework(), table.rows, end));
  }

  /// Entropy and its like measure how places differ. Of one place they weigh how the years did.
  void warn_of_one_place() {
    if (!table_ || all_rows_.empty() || !weighting_needs(model_.method, *model_.methods).data)
      return;
    const Rows& rows = table_->rows;
    const auto first = rows.place[all_rows_.front()];
    if (std::ranges::all_of(all_rows_, [&](auto row) { return rows.place[row] == first; }))
      diagnostics_.push_back(base::make_diagnostic(
          "M676", place_in(model_.method, framework(), "weights"),
          {{"method", model_.method.weights.name}, {"place", rows.places[first]}}, "weights"));
  }

  /// What the sample scales compares one place's years with each other: of two, one is worst, one
  /// best.
  void warn_of_own_years() {
    if (!table_ || std::ranges::none_of(plan_.normalise, [](const auto& one) {
          return one && !one->takes_constant;
        }))
      return;
    const Rows& rows = table_->rows;
    for (const auto& own : rows_) {
      const auto same = [&](Eigen::Index row) { return rows.place[row] == rows.place[own[0]]; };
      const auto later = [&](Eigen::Index row) { return rows.period[row] != rows.period[own[0]]; };
      if (own.empty() || !std::ranges::all_of(own, same) || std::ranges::none_of(own, later))
        continue;
      diagnostics_.push_back(
          base::make_diagnostic("N512", {}, {{"place", rows.place_of(own[0])}}, "reference"));
    }
  }

  void fit_column(std::size_t s, int j, const Summary& summary) {
    const Indicator& indicator = framework().indicators[j];
    if (std::isinf(summary.min) || std::isinf(summary.max))
      diagnostics_.push_back(
          base::make_diagnostic("N508", indicator.where, {{"id", indicator.id}}));
    else if (plan_.by_sample(j))
      fit_scale(s, j, summary);
  }

  void fit_scale(std::size_t s, int j, const Summary& summary) {
    Model::Stratum& stratum = model_.strata[s];
    const Indicator& indicator = framework().indicators[j];
    const Resolved<Normaliser>& normaliser = plan_.normalise[j];
    Scale& scale = stratum.scales[j];
    scale.factor = missing;
    if (!summary.constant() || normaliser->takes_constant)
      scale = fitted_scale(s, j, summary, normaliser);
    if (!std::isnan(scale.factor)) return;
    if (summary.constant())
      stratum.constant[j] = summary.count > 0;
    else
      diagnostics_.push_back(base::make_diagnostic(
          "M650", indicator.where, {{"method", normaliser->name}, {"indicator", indicator.id}},
          "normalise"));
  }

  Scale fitted_scale(std::size_t s, int j, const Summary& summary,
                     const Resolved<Normaliser>& normaliser) {
    Column column = describe(normaliser.choice, framework().indicators[j], summary);
    std::vector<double> sorted;
    if (values_ && table_) {
      const double* values = values_->column(j).data();
      if (normaliser->needs_values) sorted = sorted_values(values, rows_[s]);
      column.reference = reference_value(normaliser.choice, table_->rows, values, rows_[s]);
    }
    column.sorted = sorted;
    return normaliser->fit(column, normaliser.choice);
  }

  const Execution execution_;
  Model model_;
  ScoringPlan plan_;  ///< of the model's method
  std::vector<Diagnostic> diagnostics_;
  const IndicatorTable* table_ = nullptr;
  const Matrix<double>* values_ = nullptr;
  Matrix<double> working_;
  std::vector<std::vector<Eigen::Index>> rows_;
  std::vector<Eigen::Index> all_rows_;
  std::vector<Direction> directions_;
  std::vector<double> place_weights_;  ///< one a row; empty: all alike
};

}  // namespace

}  // namespace tijian::model

namespace tijian {

Loaded<Model> fit(std::shared_ptr<const Framework> framework, const Method& method,
                  const IndicatorTable& table, std::shared_ptr<const MethodTable> methods,
                  const Execution& execution) {
  return model::Fitting(std::move(framework), method, std::move(methods), execution)
      .from_table(table);
}

Loaded<Model> fit(std::shared_ptr<const Framework> framework, const Method& method,
                  const Statistics& statistics, std::shared_ptr<const MethodTable> methods) {
  return model::Fitting(std::move(framework), method, std::move(methods))
      .from_statistics(statistics);
}

Loaded<Model> fit(const Framework& framework, const Method& method, const IndicatorTable& table,
                  const Execution& execution) {
  return fit(std::make_shared<Framework>(framework), method, table, nullptr, execution);
}

Model fit_or_throw(const Framework& framework, const Method& method, const IndicatorTable& table,
                   const Execution& execution) {
  return value_or_throw(fit(framework, method, table, execution));
}

}  // namespace tijian
