#include "command.h"
#include "progress.h"
#include "score_folder.h"
#include "scoring.h"
#include "stream_score.h"
#include "tijian/report/files.h"
#include "tijian/report/scores.h"
#include "wrong_use.h"

namespace tijian::cli {
namespace {

struct ScoreCommand {
  ScoringOptions scoring;
  std::string save_model, out, nodes = "all";
  bool stream = false;
};

Nodes nodes_of(const std::string& name) {
  return name == "index" ? Nodes::index : name == "categories" ? Nodes::categories : Nodes::all;
}

void write_files(Session& session, const ScoreCommand& options, const Run& run) {
  Progress progress(session.terminal().err, session.terminal().progress, session.terminal().width);
  progress.stage(session.say("writing", "写出"));
  report::ScoresWriter writer(scores_path(options.out), session.options.threads);
  writer.write(run.card);
  writer.close();
  finish_folder(session, options.out, run.model);
}

void print(Session& session, const Run& run) {
  if (session.json())
    session.result = report::JsonObject().add_json("scores", report::to_json(run.card)).text();
  else
    session.out() << (run.card.rows.places.size() == 1
                          ? report::place_table(run, session.view())
                          : report::ranking_table(run, session.view()));
}

int score(Session& session, const ScoreCommand& options) {
  if (!options.out.empty()) report::make_folder(options.out);
  if (options.stream)
    return stream_score(session, options.scoring,
                        {options.out, options.save_model, nodes_of(options.nodes)});
  const Run run = score_data(session, options.scoring, nodes_of(options.nodes));
  keep_model(session, run.model, options.save_model);
  if (options.out.empty())
    print(session, run);
  else
    write_files(session, options, run);
  return exit_done;
}

}  // namespace

Command score_command() {
  return {"score",
          {"scores: a table to read, or scores.csv with --out",
           "计分：不带 --out 时打印表格，否则写出 scores.csv"},
          [](CLI::App& app, report::Language say) -> Command::Action {
            auto options = std::make_shared<ScoreCommand>();
            add_scoring_options(app, options->scoring, say);
            app.add_option("--save-model", options->save_model,
                           say("keep the fitted model, to score other data on this scale",
                               "保存拟合好的模型，以便用同一标尺给别的数据计分"))
                ->option_text("MODEL")
                ->excludes("--model");
            app.add_option("--out", options->out,
                           say("folder for scores.csv and method.yaml",
                               "输出文件夹：scores.csv 与 method.yaml"))
                ->option_text("DIR");
            app.add_option("--nodes", options->nodes,
                           say("which nodes are kept; default all", "保留哪些节点；默认 all"))
                ->option_text("all|categories|index")
                ->check(one_of({"all", "categories", "index"}, say));
            app.add_flag("--stream", options->stream,
                         say("in constant memory, for files larger than it; wide files, with --out",
                             "常量内存，用于大于内存的宽表文件；须与 --out 同用"))
                ->needs("--out");
            return [options](Session& session) { return score(session, *options); };
          }};
}

}  // namespace tijian::cli
