#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/catalogue.h"
#include "base/output_file.h"
#include "framework/method_yaml.h"
#include "model/fitted_indicator.h"
#include "model/scoring_plan.h"
#include "model/weights.h"
#include "tijian/model.h"
#include "yaml/files.h"
#include "yaml/record.h"
#include "yaml/text.h"
#include "yaml/write.h"

namespace tijian::model {
namespace {

using namespace yaml;
using yaml::Node;

// ---- writing ----

/// `, key: number` where it is not the default.
std::string unless(const char* key, double value, double fallback) {
  return value == fallback ? std::string{} : fmt::format(", {}: {}", key, value);
}

std::string flow(const Treatment& t) {
  const Treatment plain;
  return fmt::format("{{method: {}{}{}{}{}{}, points: {}}}", quoted(t.method),
                     unless("low", t.low, plain.low), unless("high", t.high, plain.high),
                     unless("shift", t.shift, 0), unless("lambda", t.lambda, 0),
                     unless("scale", t.scale, 1), t.points);
}

std::string flow(const Scale& s, const Treatment& treatment) {
  const Scale plain;
  std::string out = fmt::format("{{shift: {}, factor: {}, offset: {}{}{}{}", s.shift, s.factor,
                                s.offset, unless("low", s.low, plain.low),
                                unless("high", s.high, plain.high), unless("unit", s.unit, 1));
  if (!s.knots.empty()) out += fmt::format(", knots: [{}]", fmt::join(s.knots, ", "));
  if (!treatment.method.empty()) out += ", treatment: " + flow(treatment);
  return out + "}";
}

std::string indented(const std::string& text) {
  std::string out = "  ";
  for (const char c : text) {
    out += c;
    if (c == '\n') out += "  ";
  }
  while (!out.empty() && (out.back() == ' ' || out.back() == '\n')) out.pop_back();
  return out + '\n';
}

std::string write_strata(const Model& model) {
  std::string out = "strata:\n";
  const auto& indicators = model.framework->indicators;
  for (const Model::Stratum& stratum : model.strata) {
    out += fmt::format("  - group: {}\n    columns:\n", quoted(stratum.group));
    for (std::size_t j = 0; j < indicators.size(); ++j) {
      out += fmt::format("      {}: ", indicators[j].id);
      if (stratum.constant[j]) {
        out += "constant\n";
      } else if (std::isnan(stratum.scales[j].factor)) {
        out += "none\n";
      } else {
        out += flow(stratum.scales[j], stratum.treatments[j]) + "\n";
      }
    }
  }
  return out;
}

std::string write_fills(const Model& model) {
  if (model.fills.size() == 0) return {};
  std::string out = "fills:\n";
  const auto& indicators = model.framework->indicators;
  for (std::size_t group = 0; group < model.impute_groups.size(); ++group) {
    out += fmt::format("  - group: {}\n    values: {{", quoted(model.impute_groups[group]));
    const char* separator = "";
    for (std::size_t j = 0; j < indicators.size(); ++j) {
      if (std::isnan(model.fills(group, j))) continue;
      out += fmt::format("{}{}: {}", separator, indicators[j].id, model.fills(group, j));
      separator = ", ";
    }
    out += "}\n";
  }
  return out;
}

/// What a person should know goes along: a model fitted to synthetic data says so next year too.
std::string write_notes(const Model& model) {
  std::string out;
  for (const Text& note : model.notes)
    out += fmt::format("  - {{en: {}, zh: {}}}\n", quoted(note.in("en")), quoted(note.in("zh")));
  return out.empty() ? out : "notes:\n" + out;
}

std::string to_text(const Model& model) {
  std::string out = fmt::format(
      "tijian_model: 1\nframework: {}\nversion: {}\nmethod:\n{}weights:\n", model.framework->id,
      quoted(model.framework->version), indented(to_yaml(model.method)));
  for (std::size_t n = 1; n < model.weights.size(); ++n)
    out += fmt::format("  {}: {}\n", model.framework->nodes[n].id, model.weights[n]);
  out += "indicators:\n";
  for (const Indicator& indicator : model.framework->indicators)
    out += fmt::format("  {}: {}\n", indicator.id, flow(fitted_indicator(model.method, indicator)));
  return out + write_notes(model) + write_fills(model) + write_strata(model);
}

// ---- reading ----

struct FittedColumn {
  Scale scale;
  Treatment treatment;
  bool constant = false;
};
struct FittedStratum {
  std::string group;
  std::map<std::string, FittedColumn> columns;
};
struct Fill {
  std::string group;
  std::map<std::string, double> values;
};
struct SavedModel {
  int version = 0;
  std::string framework, framework_version;
  Method method;
  std::map<std::string, double> weights;
  std::map<std::string, FittedIndicator> indicators;
  std::vector<Text> notes;
  std::vector<Fill> fills;
  std::vector<FittedStratum> strata;
};

/// Any text, the empty one included.
Shape<std::string> group_name() {
  return {[](const Node& node, Reading& reading, std::string& out) {
            out = node.text;
            return expect(Node::Kind::scalar, node, reading);
          },
          [](Definitions&) {
            return keywords({{"type", text_value("string")}});
          }};
}

Shape<Treatment> treatment_shape() {
  using T = Treatment;
  return record<T>(
      {required<T>("method", &T::method, text(), ""), optional<T>("low", &T::low, number(), ""),
       optional<T>("high", &T::high, number(), ""), optional<T>("shift", &T::shift, number(), ""),
       optional<T>("lambda", &T::lambda, number(), ""),
       optional<T>("scale", &T::scale, number(), ""),
       optional<T>("points", &T::points, integer(0, 1'000'000'000), "")});
}

/// The members of a column's scale, and its treatment.
Shape<FittedColumn> scale_shape() {
  struct Written : Scale {
    Treatment treatment;
  };
  using W = Written;
  return converted<FittedColumn>(
      record<W>({required<W>("shift", &Scale::shift, number(), ""),
                 required<W>("factor", &Scale::factor, number(), ""),
                 required<W>("offset", &Scale::offset, number(), ""),
                 optional<W>("low", &Scale::low, number(), ""),
                 optional<W>("high", &Scale::high, number(), ""),
                 optional<W>("unit", &Scale::unit, number(), ""),
                 optional<W>("knots", &Scale::knots, list(number()), ""),
                 optional<W>("treatment", &W::treatment, treatment_shape(), "")}),
      [](W written, FittedColumn& out) {
        out.treatment = written.treatment;
        out.scale = std::move(static_cast<Scale&>(written));
      });
}

Shape<FittedColumn> column_shape() {
  const auto word = one_of({"constant", "none"});
  const auto scale = scale_shape();
  return {[=](const Node& node, Reading& reading, FittedColumn& out) {
            if (node.kind != Node::Kind::scalar) return scale.read(node, reading, out);
            std::string name;
            const bool good = word.read(node, reading, name);
            out.constant = name == "constant";
            out.scale.factor = std::nan("");
            return good;
          },
          scale.describe};
}

Shape<SavedModel> model_shape(const MethodTable& methods) {
  using M = SavedModel;
  using S = FittedStratum;
  return record<M>(
      {required<M>("tijian_model", &M::version, integer(1, 1), "format version"),
       required<M>("framework", &M::framework, text(), "the framework's id"),
       required<M>("version", &M::framework_version, group_name(), "the framework's version"),
       required<M>("method", &M::method, framework::method_shape(methods), "as fitted"),
       required<M>("weights", &M::weights, map(identifier(), number({0})), "by node"),
       required<M>("indicators", &M::indicators, map(identifier(), fitted_indicator_shape()),
                   "what the scales hold for"),
       optional<M>("notes", &M::notes, list(localized()), "what a person should know of it"),
       optional<M>("fills", &M::fills,
                   list(record<Fill>(
                       {required<Fill>("group", &Fill::group, group_name(), ""),
                        required<Fill>("values", &Fill::values, map(identifier(), number()), "")})),
                   "what missing values are filled with"),
       required<M>("strata", &M::strata,
                   list(record<S>({required<S>("group", &S::group, group_name(), ""),
                                   required<S>("columns", &S::columns,
                                               map(identifier(), column_shape()), "")}),
                        1),
                   "")});
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

  std::vector<Diagnostic> result(const std::string& path) const {
    if (!absent_.empty())
      return {base::make_diagnostic("M659", {path}, {{"ids", base::joined(absent_)}})};
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

std::vector<Diagnostic> check_saved(const SavedModel& saved, const Framework& framework,
                                    const std::string& path) {
  if (saved.framework != framework.id || saved.framework_version != framework.version)
    return {base::make_diagnostic("M691", {path},
                                  {{"saved", edition(saved.framework, saved.framework_version)},
                                   {"framework", edition(framework.id, framework.version)}})};
  IdCheck check;
  check.compare(saved.weights, framework.nodes, 1);
  check.compare(saved.indicators, framework.indicators, 0);
  for (const FittedStratum& stratum : saved.strata)
    check.compare(stratum.columns, framework.indicators, 0);
  auto problems = check.result(path);
  return problems.empty() ? changed_indicators(saved.indicators, saved.method, framework, path)
                          : problems;
}

Model to_model(const SavedModel& saved, std::shared_ptr<const Framework> framework,
               std::shared_ptr<const MethodTable> methods) {
  Model model;
  model.method = saved.method;
  model.notes = saved.notes;
  model.weights.push_back(framework->nodes[0].weight);
  for (std::size_t n = 1; n < framework->nodes.size(); ++n)
    model.weights.push_back(saved.weights.at(framework->nodes[n].id));
  for (const FittedStratum& from : saved.strata) {
    Model::Stratum stratum;
    stratum.group = from.group;
    for (const Indicator& indicator : framework->indicators) {
      const FittedColumn& column = from.columns.at(indicator.id);
      stratum.scales.push_back(column.scale);
      stratum.treatments.push_back(column.treatment);
      stratum.constant.push_back(column.constant);
    }
    model.strata.push_back(std::move(stratum));
  }
  model.fills.assign(saved.fills.size(), framework->indicators.size(), std::nan(""));
  for (std::size_t group = 0; group < saved.fills.size(); ++group) {
    model.impute_groups.push_back(saved.fills[group].group);
    for (const auto& [id, value] : saved.fills[group].values)
      if (const int j = framework->find_indicator(id); j >= 0) model.fills(group, j) = value;
  }
  model.given = given_weights(*framework);
  model.framework = std::move(framework);
  model.methods = std::move(methods);
  return model;
}

}  // namespace

}  // namespace tijian::model

namespace tijian {

std::vector<Diagnostic> save_model(const Model& model, const std::string& path) {
  const model::ScoringPlan plan =
      model::plan_scoring(*model.framework, model.method, *model.methods);
  if (auto fault = model::unsavable(plan, *model.framework, model.method)) return {*fault};
  try {
    base::write_file(path, model::to_text(model));
  } catch (const InputError& error) {
    return error.diagnostics();
  }
  return {};
}

Loaded<Model> load_model(const std::string& path, std::shared_ptr<const Framework> framework,
                         std::shared_ptr<const MethodTable> methods) {
  if (methods) tijian::check(*methods);
  if (!methods) methods = {&builtin_methods(), [](auto*) {}};
  Loaded<Model> result;
  yaml::Files files;
  const auto opened = files.open(path, result.diagnostics);
  yaml::Reading reading(result.diagnostics, files);
  model::SavedModel saved;
  if (opened.root()) model::model_shape(*methods).read(*opened.root(), reading, saved);
  files.sort(result.diagnostics);
  if (!has_errors(result.diagnostics))
    for (Diagnostic& problem : model::check_saved(saved, *framework, path))
      result.diagnostics.push_back(std::move(problem));
  if (!has_errors(result.diagnostics))
    result.value = model::to_model(saved, std::move(framework), std::move(methods));
  return result;
}

}  // namespace tijian
