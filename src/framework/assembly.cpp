#include "framework/assembly.h"

#include <algorithm>
#include <map>

#include "base/catalogue.h"
#include "formula/formula.h"
#include "framework/attributes.h"
#include "framework/borrowing.h"
#include "framework/felt_as.h"
#include "framework/indicator_checks.h"
#include "framework/interval_check.h"
#include "framework/method_check.h"
#include "framework/node_tree.h"
#include "framework/part_check.h"
#include "framework/place_list.h"
#include "framework/rollup_check.h"
#include "framework/variable_list.h"
#include "yaml/full_width.h"

namespace tijian::framework {
namespace {

/// Units by their text: parsing takes the mutex of the process and some time, and most repeat.
class Units {
 public:
  const std::optional<formula::Unit>& of(const std::string& text) {
    const auto [known, is_new] = known_.try_emplace(text);
    if (is_new) known->second = formula::Unit::parse(text);
    return known->second;
  }

 private:
  std::map<std::string, std::optional<formula::Unit>> known_;
};

/// `in` is the path of what `node` describes.
void check_unit(const std::optional<formula::Unit>& unit, const yaml::Node* node,
                const std::string& in, std::vector<Diagnostic>& diagnostics) {
  const yaml::Node* text = node ? node->find("unit") : nullptr;
  if (unit || !text || text->text.empty()) return;  // what is absent was reported when read
  if (auto signs = yaml::full_width_fault(*text, in + ".unit"))
    return diagnostics.push_back(std::move(*signs));
  diagnostics.push_back(
      base::make_diagnostic("F205", text->where(), {{"found", text->text}}, in + ".unit"));
}

Citation formula_place(const IndicatorDraft& indicator, const char* key) {
  const yaml::Node* formula = indicator.node->find(key);
  return formula ? formula->text_start() : indicator.where;
}

/// Over x alone, a plain number, in its own year.
void compile_transform(IndicatorDraft& indicator, std::vector<Diagnostic>& diagnostics) {
  const formula::FormulaVariable x[] = {{"x", formula::Unit{}}};
  const Citation where = formula_place(indicator, "transform");
  const std::string in = indicator.path + ".transform";
  indicator.compiled_transform =
      formula::Formula::compile(indicator.transform, x, formula::Unit{}, where, in, diagnostics);
  if (!indicator.compiled_transform) return;
  if (indicator.compiled_transform->looks_back())
    diagnostics.push_back(base::make_diagnostic("F235", where, {}, in));
  if (indicator.compiled_transform->variables().empty())
    diagnostics.push_back(base::make_diagnostic("F239", where, {}, in));
}

/// Reads the units of variables and indicators and compiles every formula.
void compile_formulas(std::vector<IndicatorDraft>& indicators,
                      const std::vector<VariableDraft>& variables, Framework& framework,
                      std::vector<Diagnostic>& diagnostics) {
  Units units;
  std::vector<formula::FormulaVariable> known;
  for (const VariableDraft& variable : variables) {
    known.push_back({variable.id, units.of(variable.unit)});
    check_unit(known.back().unit, variable.node, variable.id, diagnostics);
  }
  check_parts(variables, known, diagnostics);
  compile_variables(variables, known, framework, diagnostics);
  for (IndicatorDraft& indicator : indicators) {
    const auto& unit = units.of(indicator.unit);
    check_unit(unit, indicator.node, indicator.path, diagnostics);
    check_interval(indicator, unit, variables, known, diagnostics);
    if (!indicator.formula.empty())
      indicator.compiled = formula::Formula::compile(indicator.formula, known, unit,
                                                     formula_place(indicator, "formula"),
                                                     indicator.path + ".formula", diagnostics);
    if (!indicator.transform.empty()) compile_transform(indicator, diagnostics);
  }
}

void take_head(FrameworkDraft& draft, const std::string& path, Framework& framework) {
  framework.id = draft.id;
  framework.version = std::move(draft.version);
  framework.title = draft.title;
  framework.attributes.assign(draft.attributes.begin(), draft.attributes.end());
  framework.peers = std::move(draft.peers);
  framework.method = std::move(draft.method);
  framework.diagnosis = std::move(draft.diagnosis);
  framework.path = path;
}

/// Reads the list of places; where it has parents, `parent` is an attribute that places have.
void take_places(const PlacesDraft& draft, Framework& framework,
                 std::vector<Diagnostic>& diagnostics) {
  if (draft.path.empty()) return;
  framework.places = read_places(draft.path, framework.attributes, diagnostics);
  const auto has_parent = [](const Place& place) { return !place.parent.empty(); };
  if (framework.find_attribute(parent_attribute) >= 0 ||
      std::ranges::none_of(framework.places, has_parent))
    return;
  PlaceAttribute parent{std::string(parent_attribute)};
  parent.title = {"Belongs to", "上级评价单元"};
  framework.attributes.push_back(std::move(parent));
}

/// What `context` names, indicators or variables.
void check_context(const yaml::Node& document, const Framework& framework,
                   std::vector<Diagnostic>& diagnostics) {
  const std::vector<std::string>& context = framework.diagnosis.context;
  std::vector<std::string> names;
  for (const Indicator& indicator : framework.indicators) names.push_back(indicator.id);
  for (std::size_t k = 0; k < context.size(); ++k) {
    if (framework.find_indicator(context[k]) >= 0 || framework.find_variable(context[k]) >= 0)
      continue;
    const yaml::Node& list = *document.find("diagnosis")->find("context");
    diagnostics.push_back(base::make_diagnostic("F268", list.entries[k].value->where(),
                                                {{"found", context[k]}}, "diagnosis.context"));
    base::suggest(diagnostics.back(), context[k], names);
  }
}

}  // namespace

LoadedFramework assemble(FrameworkDraft draft, const std::string& path, FrameworkLoader& loader,
                         const MethodTable& methods, std::vector<Diagnostic>& diagnostics) {
  LoadedFramework loaded;
  Framework& framework = loaded.framework;
  take_head(draft, path, framework);
  check_names(draft.attributes, diagnostics);
  VariableList variables(diagnostics);
  Borrowing borrowing(loader, path, variables, framework, diagnostics);
  variables.declare(draft.variables, borrowing);
  loaded.drafts = build_tree(draft, borrowing, framework.nodes, diagnostics);
  settle_felt_as(draft, loaded.drafts, framework.nodes, diagnostics);
  take_places(draft.places, framework, diagnostics);
  for (IndicatorDraft& indicator : loaded.drafts) {
    if (indicator.formula.empty()) variables.declare_for(indicator);
    check_indicator(indicator, framework, loader.methods(), diagnostics);
  }
  framework.variables.assign(variables.all().begin(), variables.all().end());
  check_rollups(variables.all(), framework, diagnostics);
  check_peers(*draft.node, framework, diagnostics);
  compile_formulas(loaded.drafts, variables.all(), framework, diagnostics);
  framework.indicators.assign(loaded.drafts.begin(), loaded.drafts.end());
  check_context(*draft.node, framework, diagnostics);
  if (const yaml::Node* method = draft.node->find("method"))
    report_method_faults(framework.method, framework, methods, *method, "method.", diagnostics);
  return loaded;
}

}  // namespace tijian::framework
