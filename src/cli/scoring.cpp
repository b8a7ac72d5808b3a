#include "scoring.h"

#include <utility>

#include "progress.h"

namespace tijian::cli {
namespace {

void show(Session& session, Progress& progress, const char* en, const char* zh) {
  progress.stage(session.say(en, zh));
}

void read(Session& session, Progress& progress, const std::vector<std::string>& data, KeepData keep,
          const std::string& also, Subject& subject) {
  show(session, progress, "reading data", "读取数据");
  subject.data =
      session.dataset(data, *subject.framework, {.rounding = keep == KeepData::rounding});
  show(session, progress, "computing indicators", "计算指标");
  const std::vector<std::string> weights{subject.method.reference.weights, also};
  if (keep != KeepData::no)
    subject.table = evaluate(*subject.framework, subject.data, session.execution(), weights);
  else
    subject.table =
        evaluate(*subject.framework, std::exchange(subject.data, {}), session.execution(), weights);
  session.tell(subject.table.diagnostics);
  if (has_errors(subject.table.diagnostics)) throw BadInput{};
}

Model model_of(Session& session, const ScoringOptions& options, const Subject& subject) {
  if (!options.model.empty()) return session.take(load_model(options.model, subject.framework));
  return session.take(
      fit(subject.framework, subject.method, subject.table, nullptr, session.execution()));
}

}  // namespace

Method read_method(Session& session, const std::string& path, const Framework& framework) {
  if (path.empty()) return framework.method;
  return session.take(load_method(path, framework));
}

Subject subject_of(Session& session, const std::string& framework, const std::string& method) {
  Subject subject;
  subject.framework = session.framework(framework);
  subject.method = read_method(session, method, *subject.framework);
  return subject;
}

void read_data(Session& session, const std::vector<std::string>& data, Subject& subject,
               const std::string& also) {
  Progress progress(session.terminal().err, session.terminal().progress, session.terminal().width);
  read(session, progress, data, KeepData::no, also, subject);
}

void add_fitting_options(CLI::App& app, ScoringOptions& options, report::Language say) {
  app.add_option("FRAMEWORK", options.framework, say("the indicator system", "指标体系"))
      ->required();
  app.add_option("DATA", options.data,
                 say("tables (CSV, XLSX, ODS), folders of them, a sources.yaml",
                     "数据：CSV、XLSX、ODS 文件，其文件夹，或 sources.yaml"))
      ->required();
  app.add_option("--method", options.method,
                 say("a method file; its keys replace those of the framework",
                     "方法文件，其中的项替换指标体系自带的"))
      ->option_text("M");
}

void add_scoring_options(CLI::App& app, ScoringOptions& options, report::Language say) {
  add_fitting_options(app, options, say);
  app.add_option("--model", options.model,
                 say("a saved model: score on its scale", "已保存的模型：按它的标尺计分"))
      ->option_text("MODEL")
      ->excludes("--method");
}

Citation where_of(const std::vector<std::string>& data) {
  return data.size() == 1 ? Citation{data.front()} : Citation{};
}

std::vector<std::string> notes_of(const std::vector<Text>& notes, report::Language say) {
  std::vector<std::string> words;
  for (const Text& note : notes) words.push_back(say(note));
  return words;
}

Run score_data(Session& session, const ScoringOptions& options, Nodes nodes, KeepData keep) {
  Progress progress(session.terminal().err, session.terminal().progress, session.terminal().width);
  Subject subject = subject_of(session, options.framework, options.method);
  read(session, progress, options.data, keep, {}, subject);
  show(session, progress, "fitting the method", "拟合方法");
  Model model = model_of(session, options, subject);
  show(session, progress, "scoring", "计分");
  Scorecard card = apply(model, subject.table, {nodes, true, session.options.threads});
  session.tell(card.diagnostics);
  return {std::move(subject.framework), std::move(subject.data), std::move(subject.table),
          std::move(model), std::move(card)};
}

}  // namespace tijian::cli
