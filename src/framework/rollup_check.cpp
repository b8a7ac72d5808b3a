#include "framework/rollup_check.h"

#include <algorithm>

#include "base/catalogue.h"

namespace tijian::framework {
namespace {

/// `a → b → a` where the weights of a rollup lead back to it; else empty.
std::string circle_of_weights(const std::vector<VariableDraft>& variables,
                              const VariableDraft& variable) {
  std::vector<std::string> way{variable.id};
  const VariableDraft* at = &variable;
  while (!at->rollup.weights.empty() && way.size() <= variables.size()) {
    const auto next = std::ranges::find(variables, at->rollup.weights, &Variable::id);
    if (next == variables.end()) return {};
    way.push_back(next->id);
    if (next->id == variable.id) return base::joined(way, " → ");
    at = &*next;
  }
  return {};
}

void report_at(const VariableDraft& variable, const char* key, std::string_view code,
               std::initializer_list<base::Argument> arguments,
               std::vector<Diagnostic>& diagnostics) {
  const yaml::Node* node = variable.node ? variable.node->find(key) : nullptr;
  diagnostics.push_back(base::make_diagnostic(code, node ? node->where() : variable.where,
                                              arguments, variable.id + '.' + key));
}

/// Looks for the ways by which a formula leads back to its variable.
class FormulaCircle {
 public:
  explicit FormulaCircle(const Framework& framework) : variables_(framework.variables) {}

  /// `a → b → a`, or empty.
  std::string of(int variable) {
    way_.clear();
    seen_.assign(variables_.size(), 0);
    return leads_to(variable, variable) ? base::joined(way_, " → ") : std::string();
  }

 private:
  bool leads_to(int from, int to) {
    way_.push_back(variables_[from].id);
    if (const auto& formula = variables_[from].compiled)
      for (const int next : formula->variables()) {
        if (next == to) return way_.push_back(variables_[to].id), true;
        if (!std::exchange(seen_[next], 1) && leads_to(next, to)) return true;
      }
    way_.pop_back();
    return false;
  }

  const std::vector<Variable>& variables_;
  std::vector<std::string> way_;
  std::vector<char> seen_;
};

}  // namespace

void check_rollups(const std::vector<VariableDraft>& variables, const Framework& framework,
                   std::vector<Diagnostic>& diagnostics) {
  for (const VariableDraft& variable : variables) {
    if (variable.rollup.by == Rollup::By::none) continue;
    if (framework.find_attribute(parent_attribute) < 0)
      report_at(variable, "rollup", "F236", {{"id", variable.id}}, diagnostics);
    if (const std::string circle = circle_of_weights(variables, variable); !circle.empty())
      report_at(variable, "rollup", "F238", {{"id", variable.id}, {"circle", circle}}, diagnostics);
    const std::string& weights = variable.rollup.weights;
    if (weights.empty() || std::ranges::find(variables, weights, &Variable::id) != variables.end())
      continue;
    report_at(variable, "rollup", "F237", {{"found", weights}}, diagnostics);
  }
}

void compile_variables(const std::vector<VariableDraft>& variables,
                       const std::vector<formula::FormulaVariable>& known, Framework& framework,
                       std::vector<Diagnostic>& diagnostics) {
  for (std::size_t v = 0; v < variables.size(); ++v) {
    const VariableDraft& variable = variables[v];
    if (variable.formula.empty()) continue;
    if (variable.rollup.by == Rollup::By::none)
      report_at(variable, "formula", "F283", {{"id", variable.id}}, diagnostics);
    const yaml::Node* formula = variable.node ? variable.node->find("formula") : nullptr;
    auto& compiled = framework.variables[v].compiled;
    compiled = formula::Formula::compile(variable.formula, known, known[v].unit,
                                         formula ? formula->text_start() : variable.where,
                                         variable.id + ".formula", diagnostics);
    if (compiled && compiled->looks_back())
      report_at(variable, "formula", "F285", {{"id", variable.id}}, diagnostics);
  }
  FormulaCircle circles(framework);
  for (std::size_t v = 0; v < variables.size(); ++v)
    if (const std::string circle = circles.of(static_cast<int>(v)); !circle.empty())
      report_at(variables[v], "formula", "F284", {{"id", variables[v].id}, {"circle", circle}},
                diagnostics);
}

}  // namespace tijian::framework
