#include "framework/assembly.h"

#include "framework/borrowing.h"
#include "framework/compile.h"
#include "framework/indicator_checks.h"
#include "framework/method_check.h"
#include "framework/node_tree.h"
#include "framework/variable_list.h"

namespace tijian::framework {
namespace {

void take_head(FrameworkDraft& draft, const std::string& path, Framework& framework) {
  framework.id = draft.id;
  framework.version = std::move(draft.version);
  framework.title = draft.title;
  framework.attributes = std::move(draft.attributes);
  framework.method = std::move(draft.method);
  framework.path = path;
}

}  // namespace

LoadedFramework assemble(FrameworkDraft draft, const std::string& path, FrameworkLoader& loader,
                         const MethodTable& methods, std::vector<Diagnostic>& diagnostics) {
  LoadedFramework loaded;
  Framework& framework = loaded.framework;
  take_head(draft, path, framework);
  VariableList variables(diagnostics);
  Borrowing borrowing(loader, path, variables, framework.attributes, diagnostics);
  variables.declare(draft.variables, borrowing);
  loaded.drafts = build_tree(draft, borrowing, framework.nodes, diagnostics);
  for (IndicatorDraft& indicator : loaded.drafts) {
    if (indicator.formula.empty()) variables.declare_for(indicator);
    check_indicator(indicator, framework.attributes, loader.methods(), diagnostics);
  }
  framework.variables.assign(variables.all().begin(), variables.all().end());
  compile_formulas(loaded.drafts, variables.all(), diagnostics);
  framework.indicators.assign(loaded.drafts.begin(), loaded.drafts.end());
  if (const yaml::Node* method = draft.node->find("method"))
    report_method_faults(framework.method, framework, methods, *method, "method.", diagnostics);
  return loaded;
}

}  // namespace tijian::framework
