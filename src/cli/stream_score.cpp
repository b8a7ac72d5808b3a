#include "stream_score.h"

#include "progress.h"
#include "score_folder.h"
#include "tijian/report/scores.h"

namespace tijian::cli {
namespace {

Model model_of(Session& session, const ScoringOptions& options,
               const std::shared_ptr<const Framework>& framework, DatasetStream& stream,
               const PassProgress& progress) {
  if (!options.model.empty()) return session.take(load_model(options.model, framework));
  Method method = framework->method;
  if (!options.method.empty()) method = session.take(load_method(options.method, method));
  return session.take(fit(framework, method, stream, progress, session.execution()));
}

}  // namespace

int stream_score(Session& session, const ScoringOptions& options, const StreamOutput& output) {
  const report::Language say = session.say;
  Progress progress(session.terminal().err, session.terminal().progress, session.terminal().width);
  const PassProgress share = [&](double done) { progress.share(done); };
  const auto framework = session.framework(options.framework);
  auto stream =
      session.take(DatasetStream::open(options.data, *framework, session.options.reading));
  progress.stage(say("fitting the method", "拟合方法"));
  const Model model = model_of(session, options, framework, stream, share);
  keep_model(session, model, output.save_model);
  report::ScoresWriter writer(scores_path(output.folder), session.options.threads);
  progress.stage(say("scoring", "计分"));
  const auto problems = apply(
      model, stream, {output.nodes, true, session.options.threads},
      [&](const Scorecard& card) { writer.write(card); }, share);
  session.tell(problems);
  if (has_errors(problems)) return exit_bad_input;  // the old files stay
  writer.close();
  finish_folder(session, output.folder, model);
  return exit_done;
}

}  // namespace tijian::cli
