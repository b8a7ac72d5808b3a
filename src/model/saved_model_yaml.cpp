#include "model/saved_model_yaml.h"

#include <algorithm>
#include <cmath>

#include "base/catalogue.h"
#include "framework/method_yaml.h"
#include "model/weights.h"
#include "tijian/missing.h"
#include "yaml/either.h"
#include "yaml/text.h"

namespace tijian::model {
namespace {

using namespace yaml;
using yaml::Node;

constexpr int most_knots = 1'000'000'000, most_steps = 100;

Shape<Treatment> treatment_shape() {
  using T = Treatment;
  return record<T>(
      {required<T>("method", &T::method, text(), ""), optional<T>("low", &T::low, number(), ""),
       optional<T>("high", &T::high, number(), ""), optional<T>("shift", &T::shift, number(), ""),
       optional<T>("lambda", &T::lambda, number(), ""),
       optional<T>("scale", &T::scale, number(), ""),
       required<T>("points", &T::points, integer(0, 1'000'000'000), "")});
}

/// The members of a column's scale, and its treatment.
Shape<SavedColumn> scale_shape() {
  struct Written : Scale {
    int count = 0;
    std::optional<Treatment> treatment;
  };
  using W = Written;
  return converted<SavedColumn>(
      record<W>({required<W>("shift", &Scale::shift, number(), ""),
                 required<W>("factor", &Scale::factor, number(), ""),
                 required<W>("offset", &Scale::offset, number(), ""),
                 optional<W>("low", &Scale::low, number(), ""),
                 optional<W>("high", &Scale::high, number(), ""),
                 optional<W>("unit", &Scale::unit, number(), ""),
                 optional<W>("above", &Scale::above, number(), ""),
                 optional<W>("position", &Scale::position, number(), ""),
                 optional<W>("knots", &W::count, integer(1, most_knots), "how many"),
                 optional<W>("treatment", &W::treatment, treatment_shape(), "")}),
      [](W written, SavedColumn& out) {
        out.knots = written.count;
        out.treatment = written.treatment.value_or(Treatment{});
        out.scale = std::move(static_cast<Scale&>(written));
      },
      [](const SavedColumn& column) {
        const Scale& s = column.scale;
        W written{{s.shift, s.factor, s.offset, s.low, s.high, {}, s.unit, s.above, s.position},
                  column.knots,
                  {}};
        if (!column.treatment.method.empty()) written.treatment = column.treatment;
        return written;
      });
}

/// Or a word where there is no scale.
Shape<SavedColumn> column_shape() {
  const auto word = converted<SavedColumn>(
      one_of({"constant", "none"}),
      [](const std::string& name, SavedColumn& out) {
        out.constant = name == "constant";
        out.scale.factor = missing;
      },
      [](const SavedColumn& column) { return std::string(column.constant ? "constant" : "none"); });
  return either<SavedColumn>(is_map(), scale_shape(), word, [](const SavedColumn& column) {
    return !column.constant && !std::isnan(column.scale.factor);
  });
}

Shape<SavedFill> fill_shape() {
  using F = SavedFill;
  return record<F>({optional<F>("step", &F::step, integer(1, most_steps), "of the imputation"),
                    required<F>("group", &F::group, any_text(), ""),
                    required<F>("values", &F::values, map(identifier(), number()), "")});
}

Shape<SavedStratum> stratum_shape() {
  using S = SavedStratum;
  return record<S>({required<S>("group", &S::group, any_text(), ""),
                    required<S>("columns", &S::columns, map(identifier(), column_shape()), "")});
}

/// Whether the maps of a saved model name the same ids as the framework; each id is told once.
class IdCheck {
 public:
  template <class Map, class Items>
  void compare(const Map& saved, const Items& items, std::size_t first) {
    std::size_t known = 0;
    for (std::size_t i = first; i < items.size(); ++i) {
      if (saved.contains(items[i].id))
        ++known;
      else if (std::ranges::find(absent_, items[i].id) == absent_.end())
        absent_.push_back(items[i].id);
    }
    surplus_ |= known < saved.size();
  }

  /// Fills may lack an indicator that had no value.
  void none_but(const std::map<std::string, double>& saved, const Framework& framework) {
    for (const auto& [id, value] : saved) surplus_ |= framework.find_indicator(id) < 0;
  }

  std::vector<Diagnostic> result(const std::string& path) const {
    if (!absent_.empty())
      return {base::make_diagnostic("M659", {path}, {{"ids", base::some_of(absent_)}})};
    if (surplus_) return {base::make_diagnostic("M694", {path})};
    return {};
  }

 private:
  std::vector<std::string> absent_;
  bool surplus_ = false;
};

std::string edition(const std::string& id, const std::string& version) {
  return version.empty() ? id : id + ' ' + version;
}

}  // namespace

Shape<SavedModel> model_shape(const MethodTable& methods) {
  using M = SavedModel;
  return record<M>(
      {required<M>("tijian_model", &M::version, integer(model_format, model_format),
                   "format version"),
       required<M>("checksum", &M::checksum, any_text(),
                   "tells whether the file was changed by hand"),
       required<M>("framework", &M::framework, any_text(), "the framework's id"),
       required<M>("version", &M::framework_version, any_text(), "the framework's version"),
       required<M>("method", &M::method, framework::method_shape(methods), "as fitted"),
       required<M>("weights", &M::weights, map(identifier(), number({0})), "by node"),
       required<M>("indicators", &M::indicators, map(identifier(), fitted_indicator_shape()),
                   "what the scales hold for"),
       optional<M>("mirrored", &M::mirrored, list(identifier()),
                   "categories that count the other way round"),
       optional<M>("notes", &M::notes, list(localized()), "what a person should know of it"),
       optional<M>("fills", &M::fills, list(fill_shape()), "what missing values are filled with"),
       required<M>("strata", &M::strata, list(stratum_shape(), 1), "")});
}

namespace {

void add_fills(const Framework& framework, int step, const Model::Fills& fills,
               std::vector<SavedFill>& saved) {
  for (Index group = 0; group < fills.values.rows(); ++group) {
    SavedFill& fill =
        saved.emplace_back(SavedFill{step, fills.groups[static_cast<std::size_t>(group)], {}});
    for (std::size_t j = 0; j < framework.indicators.size(); ++j)
      if (!std::isnan(fills.values(group, j)))
        fill.values[framework.indicators[j].id] = fills.values(group, j);
  }
}

/// Steps without a group have no values.
std::vector<Model::Fills> fills_of(const std::vector<SavedFill>& saved,
                                   const Framework& framework) {
  std::vector<Model::Fills> steps;
  for (const SavedFill& from : saved) {
    if (steps.size() < static_cast<std::size_t>(from.step)) steps.resize(from.step);
    steps[from.step - 1].groups.push_back(from.group);
  }
  for (Model::Fills& step : steps)
    step.values.assign(step.groups.size(), framework.indicators.size(), missing);
  std::vector<Index> next(steps.size(), 0);
  for (const SavedFill& from : saved) {
    const Index group = next[from.step - 1]++;
    for (const auto& [id, value] : from.values)
      steps[from.step - 1].values(group, framework.find_indicator(id)) = value;
  }
  return steps;
}

}  // namespace

SavedModel to_saved(const Model& model) {
  const Framework& framework = *model.framework;
  SavedModel saved;
  saved.version = model_format;
  saved.framework = framework.id;
  saved.framework_version = framework.version;
  saved.method = model.method;
  saved.mirrored = mirrored_categories(framework);
  saved.notes = model.notes;
  for (std::size_t n = 1; n < framework.nodes.size(); ++n)
    saved.weights[framework.nodes[n].id] = model.weights[n];
  for (const Indicator& indicator : framework.indicators)
    saved.indicators[indicator.id] = fitted_indicator(model.method, indicator);
  for (std::size_t step = 0; step < model.fills.size(); ++step)
    add_fills(framework, static_cast<int>(step + 1), model.fills[step], saved.fills);
  for (const Model::Stratum& stratum : model.strata) {
    SavedStratum& to = saved.strata.emplace_back(SavedStratum{stratum.group, {}});
    for (std::size_t j = 0; j < framework.indicators.size(); ++j)
      to.columns[framework.indicators[j].id] = {stratum.scales[j],
                                                static_cast<int>(stratum.scales[j].knots.size()),
                                                stratum.treatments[j], stratum.constant[j] != 0};
  }
  return saved;
}

std::vector<Diagnostic> check_saved(const SavedModel& saved, const Framework& framework,
                                    const std::string& path) {
  if (saved.framework != framework.id || saved.framework_version != framework.version)
    return {base::make_diagnostic("M691", {path},
                                  {{"saved", edition(saved.framework, saved.framework_version)},
                                   {"framework", edition(framework.id, framework.version)}})};
  IdCheck check;
  check.compare(saved.weights, framework.nodes, 1);
  check.compare(saved.indicators, framework.indicators, 0);
  for (const SavedStratum& stratum : saved.strata)
    check.compare(stratum.columns, framework.indicators, 0);
  for (const SavedFill& fill : saved.fills) check.none_but(fill.values, framework);
  auto problems = check.result(path);
  if (!problems.empty()) return problems;
  problems = changed_indicators(saved.indicators, saved.method, framework, path);
  for (Diagnostic& turned : changed_directions(saved.mirrored, framework, path))
    problems.push_back(std::move(turned));
  return problems;
}

Model to_model(SavedModel saved, std::shared_ptr<const Framework> framework,
               std::shared_ptr<const MethodTable> methods) {
  Model model;
  model.method = std::move(saved.method);
  model.notes = std::move(saved.notes);
  model.weights.push_back(framework->nodes[0].weight);
  for (std::size_t n = 1; n < framework->nodes.size(); ++n)
    model.weights.push_back(saved.weights.at(framework->nodes[n].id));
  for (SavedStratum& from : saved.strata) {
    Model::Stratum stratum;
    stratum.group = std::move(from.group);
    for (const Indicator& indicator : framework->indicators) {
      SavedColumn& column = from.columns.at(indicator.id);
      stratum.scales.push_back(std::move(column.scale));
      stratum.treatments.push_back(std::move(column.treatment));
      stratum.constant.push_back(column.constant);
    }
    model.strata.push_back(std::move(stratum));
  }
  model.fills = fills_of(saved.fills, *framework);
  model.given = given_weights(*framework);
  model.framework = std::move(framework);
  model.methods = std::move(methods);
  return model;
}

}  // namespace tijian::model
