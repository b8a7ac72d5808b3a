#include "command.h"
#include "scoring.h"
#include "tijian/report/data_flags.h"
#include "tijian/report/files.h"
#include "tijian/report/prescription.h"

namespace tijian::cli {
namespace {

struct PrescribeCommand {
  ScoringOptions scoring;
  PrescriptionOptions study;
  bool fewest = false, cheapest = false;
  std::string out;
};

int prescribe_for(Session& session, PrescribeCommand options) {
  using Aim = PrescriptionOptions::Aim;
  options.study.aim = options.cheapest ? Aim::cheapest : Aim::fewest;
  session.make_folder(options.out, options.scoring.data);
  const Run run = score_data(session, options.scoring);
  const Prescription found = session.take(prescribe(run, options.study));
  const std::uint16_t flags = report::data_flags(run.table);
  if (!options.out.empty()) {
    const Diagnosis diagnosis =
        session.take(diagnose(run, {to_string(run.table.rows.period[found.row])}));
    const std::vector<std::string> files =
        report::write_prescription(run, found, diagnosis, flags, options.out, session.say);
    session.result = report::JsonObject().add("files", files).text();
    if (!session.json()) session.out() << written_files(session, files);
  } else if (session.json()) {
    session.result =
        report::JsonObject().add_json("prescription", report::to_json(run, found, flags)).text();
  } else {
    session.out() << report::prescription_table(run, found, options.study, flags, session.view());
  }
  return exit_done;
}

}  // namespace

Command prescribe_command() {
  return {"prescribe",
          {"the fewest or cheapest indicators that lift a place to a goal",
           "使某单元达到目标所需提升的最少或最省的指标"},
          [](CLI::App& app, report::Language say) -> Command::Action {
            auto options = std::make_shared<PrescribeCommand>();
            add_scoring_options(app, options->scoring, say);
            app.add_option("--place", options->study.place, say("the place", "评价单元"))
                ->option_text("P")
                ->required();
            app.add_option("--to", options->study.goal,
                           say("the goal: a grade or a score", "目标：等级或得分"))
                ->option_text("GRADE|SCORE")
                ->required();
            app.add_option("--node", options->study.node,
                           say("a category, by id or title; default: the index",
                               "类别的标识或名称；默认总指数"))
                ->option_text("N");
            CLI::Option* fewest =
                app.add_flag("--fewest", options->fewest,
                             say("as few indicators as will do; the default", "指标最少；默认"));
            app.add_flag("--cheapest", options->cheapest,
                         say("the least cost, by the indicators' `effort`",
                             "代价最小，按各指标的 effort"))
                ->excludes(fewest);
            app.add_option("--period", options->study.period,
                           say("default: the latest with values", "默认：有数据的最近一期"))
                ->option_text("T");
            app.add_option("--out", options->out,
                           say("folder for prescriptions.csv", "输出文件夹：prescriptions.csv"))
                ->option_text("DIR");
            return [options](Session& session) { return prescribe_for(session, *options); };
          }};
}

}  // namespace tijian::cli
