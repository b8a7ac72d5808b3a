#include <memory>

#include "command.h"
#include "scoring.h"
#include "tijian/report/diagnosis.h"
#include "tijian/report/files.h"
#include "tijian/report/peer_study.h"

namespace tijian::cli {
namespace {

struct DiagnoseCommand {
  ScoringOptions scoring;
  DiagnosisOptions study;
  std::string place, out, previous, neighbours;
};

PeerStudy study_peers(Session& session, const Run& run, const Diagnosis& diagnosis,
                      const std::string& neighbours) {
  std::optional<Neighbours> known;
  if (!neighbours.empty())
    known = session.take(load_neighbours(neighbours, *run.framework, run.table.rows));
  PeerStudy study = peer_study(run, diagnosis, known, session.options.threads);
  session.tell(study.like.diagnostics);
  return study;
}

int diagnose_data(Session& session, const DiagnoseCommand& options) {
  session.make_folder(options.out, options.scoring.data);
  DiagnosisOptions study = options.study;
  if (!options.previous.empty()) study.previous = session.take(load_diagnosis(options.previous));
  const Run run = score_data(session, options.scoring, Nodes::all, KeepData::rounding);
  const Diagnosis diagnosis = session.take(diagnose(run, study));
  if (!options.out.empty()) {
    std::vector<std::string> files =
        report::write_diagnosis(diagnosis, run, session.say, options.out);
    const PeerStudy peers = study_peers(session, run, diagnosis, options.neighbours);
    for (const std::string& file : report::write_peer_study(peers, run, session.say, options.out))
      files.push_back(file);
    files.push_back(options.out + "/diagnosis.json");
    report::write_json(diagnosis, peers, run, session.say, files.back());
    session.result = report::JsonObject().add("files", files).text();
    if (!session.json()) session.out() << written_files(session, files);
    return exit_done;
  }
  if (session.json()) {
    const PeerStudy peers = study_peers(session, run, diagnosis, {});
    session.result = report::JsonObject()
                         .add_json("diagnosis", report::to_json(diagnosis, peers, run, session.say))
                         .text();
    return exit_done;
  }
  const bool one = !options.place.empty() || run.table.rows.places.size() == 1;
  if (!one) {
    session.out() << report::diagnosis_summary(diagnosis, run, session.view());
    return exit_done;
  }
  const std::string place = options.place.empty() ? run.table.rows.places[0] : options.place;
  const Index row = session.take(find_row(run, place, to_string(diagnosis.period)));
  session.out() << report::diagnosis_table(diagnosis, run, row, session.view());
  const std::string peers =
      report::peer_study_lines(study_peers(session, run, diagnosis, {}), run, row, session.view());
  if (!peers.empty()) session.out() << '\n' << peers;
  return exit_done;
}

}  // namespace

Command diagnose_command() {
  return {"diagnose",
          {"what is ill, since when, what first", "哪些指标有问题、从何时起、先治什么"},
          [](CLI::App& app, report::Language say) -> Command::Action {
            auto options = std::make_shared<DiagnoseCommand>();
            add_scoring_options(app, options->scoring, say);
            app.add_option("--place", options->place, say("one place", "单个评价单元"))
                ->option_text("P");
            app.add_option("--period", options->study.period,
                           say("the period; default: the latest", "时期；默认最近一期"))
                ->option_text("T");
            app.add_option("--previous", options->previous,
                           say("the folder that --out wrote last year: what became of its problems",
                               "上年 --out 写出的文件夹：上年的问题后来怎样"))
                ->option_text("DIR");
            CLI::Option* out =
                app.add_option("--out", options->out,
                               say("folder for indicators, categories, trends, problems, "
                                   "strengths and balance as CSV; all of it as diagnosis.json",
                                   "输出文件夹：指标、类别、趋势、问题、强弱项、均衡各一个 "
                                   "CSV；全部合为 diagnosis.json"))
                    ->option_text("DIR");
            app.add_option("--neighbours", options->neighbours,
                           say("who borders on whom: a CSV of pairs (place, neighbour, weight) or "
                               "a GeoJSON map; for spatial.csv",
                               "谁与谁相邻：成对列出的 CSV（place、neighbour、weight）或 GeoJSON "
                               "地图；用于 spatial.csv"))
                ->option_text("FILE")
                ->needs(out);
            return [options](Session& session) { return diagnose_data(session, *options); };
          }};
}

}  // namespace tijian::cli
