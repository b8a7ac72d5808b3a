#include "command.h"
#include "progress.h"
#include "scoring.h"
#include "tijian/report/data_flags.h"
#include "tijian/report/files.h"
#include "tijian/report/robustness.h"
#include "wrong_use.h"

namespace tijian::cli {
namespace {

struct RobustnessCommand {
  ScoringOptions scoring;
  RobustnessOptions study;
  std::string sampling = "sobol", out;
};

Robustness run(Session& session, const RobustnessCommand& options, const Subject& subject) {
  Progress progress(session.terminal().err, session.terminal().progress, session.terminal().width);
  progress.stage(session.say("replicating", "模拟"));
  RobustnessOptions study = options.study;
  study.threads = session.options.threads;
  if (options.sampling == "random") study.sampling = RobustnessOptions::Sampling::random;
  return session.take(robustness(subject.framework, subject.method, subject.table, study));
}

int study(Session& session, const RobustnessCommand& options) {
  session.make_folder(options.out, options.scoring.data);
  Subject subject = subject_of(session, options.scoring.framework, options.scoring.method);
  read_data(session, options.scoring.data, subject);
  const std::uint16_t flags = report::data_flags(subject.table);
  const Robustness result = run(session, options, subject);
  if (!options.out.empty()) {
    const std::vector<std::string> files = report::write_robustness(result, flags, options.out);
    session.result = report::JsonObject().add("files", files).text();
    if (!session.json()) session.out() << written_files(session, files);
  } else if (session.json()) {
    session.result = report::JsonObject()
                         .add_json("robustness", report::to_json(result, flags, session.say))
                         .text();
  } else {
    session.out() << report::robustness_table(result, options.study, flags, session.view());
  }
  return exit_done;
}

}  // namespace

Command robustness_command() {
  return {"robustness",
          {"how sure scores and ranks are, by simulation",
           "名次与得分有多可靠：变动权重与方法反复计分"},
          [](CLI::App& app, report::Language say) -> Command::Action {
            auto options = std::make_shared<RobustnessCommand>();
            RobustnessOptions& study_options = options->study;
            add_fitting_options(app, options->scoring, say);
            app.add_option("--samples", study_options.samples,
                           say("replications; default 1000", "模拟次数；默认 1000"))
                ->option_text("N")
                ->check(whole_number(say));
            app.add_option("--seed", study_options.seed, say("default 1", "随机种子；默认 1"))
                ->option_text("S")
                ->check(whole_number(say));
            app.add_option("--sampling", options->sampling,
                           say("default sobol: points that fill the space evenly",
                               "默认 sobol：均匀铺满空间的点"))
                ->option_text("sobol|random")
                ->check(one_of({"sobol", "random"}, say));
            app.add_option("--node", study_options.node,
                           say("a category, by id; default: the index", "类别标识；默认总指数"))
                ->option_text("N");
            app.add_option("--top", study_options.top,
                           say("probability of being among the best K; default 10",
                               "进入前 K 名的概率；默认 10"))
                ->option_text("K")
                ->check(whole_number(say));
            app.add_flag("--sensitivity", study_options.sensitivity,
                         say("which choice matters most: Sobol indices, for N x (choices + 2) runs",
                             "哪种选择影响最大：Sobol 指数，共 N×(选择数+2) 次"));
            app.add_option("--place", study_options.places,
                           say("with --sensitivity: also of this place's score and rank",
                               "与 --sensitivity 同用：也分析该单元的得分与名次"))
                ->option_text("P")
                ->needs("--sensitivity");
            app.add_flag(
                "--removal", study_options.removal,
                say("take out each indicator and category in turn", "逐一去掉每个指标与类别"));
            app.add_option("--out", options->out,
                           say("folder for robustness.csv and what else was asked for",
                               "输出文件夹：robustness.csv 等"))
                ->option_text("DIR");
            return [options](Session& session) { return study(session, *options); };
          }};
}

}  // namespace tijian::cli
