#include "cli/scoring.h"

#include "cli/progress.h"

namespace tijian {
namespace {

Model model_of(Session& session, const ScoringOptions& options, const Scored& scored) {
  if (!options.model.empty()) return session.take(load_model(options.model, scored.framework));
  Method method = scored.framework->method;
  if (!options.method.empty()) method = session.take(load_method(options.method, method));
  return session.take(fit(scored.framework, method, scored.table));
}

}  // namespace

void add_scoring_options(CLI::App& app, ScoringOptions& options, Language say) {
  app.add_option("FRAMEWORK", options.framework, say("the indicator system", "指标体系"))
      ->required();
  app.add_option("DATA", options.data, say("CSV files", "CSV 数据文件"))->required();
  app.add_option("--method", options.method,
                 say("a method file; its keys replace those of the framework",
                     "方法文件，其中的项替换指标体系自带的"))
      ->option_text("M");
  app.add_option("--model", options.model,
                 say("a saved model: score on its scale", "已保存的模型：按它的标尺计分"))
      ->option_text("MODEL")
      ->excludes("--method");
}

Scored score_data(Session& session, const ScoringOptions& options, Nodes nodes, KeepData keep) {
  const Language say = session.say;
  Progress progress(session.terminal().err, session.terminal().progress, session.terminal().width);
  Scored scored;
  scored.framework = session.framework(options.framework);
  progress.stage(say("reading data", "读取数据"));
  scored.data = session.dataset(options.data, *scored.framework);
  progress.stage(say("computing indicators", "计算指标"));
  scored.table = keep == KeepData::yes ? evaluate(*scored.framework, scored.data)
                                       : evaluate(*scored.framework, std::move(scored.data));
  session.tell(scored.table.diagnostics);
  progress.stage(say("fitting the method", "拟合方法"));
  scored.model = model_of(session, options, scored);
  progress.stage(say("scoring", "计分"));
  scored.card = apply(scored.model, scored.table, {nodes, true, session.options.threads});
  session.tell(scored.card.diagnostics);
  return scored;
}

}  // namespace tijian
