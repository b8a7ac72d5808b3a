#include <algorithm>
#include <memory>

#include "command.h"
#include "progress.h"
#include "scoring.h"
#include "tijian/report/health_report.h"
#include "tijian/report/message.h"
#include "wrong_use.h"

namespace tijian::cli {
namespace {

constexpr int default_samples = 200;

struct ReportCommand {
  ScoringOptions scoring;
  DiagnosisOptions study;
  std::string place, previous, map;
  std::vector<std::string> out;
  bool sheets = false;
  int samples = default_samples;
};

bool needs_quotes(const std::string& word) {
  return word.empty() || word.find_first_of(" '\"\\$&|;<>()*?#~`!") != word.npos;
}

std::string quoted(const std::string& word) {
  if (!needs_quotes(word)) return word;
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + '\'';
}

/// What a reader types to get the same report: paths as the user gave them.
std::string command_line(const ReportCommand& options, const std::string& out,
                         report::Language say) {
  std::string line = "tijian report " + quoted(options.scoring.framework);
  for (const std::string& file : options.scoring.data) line += ' ' + quoted(file);
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) line += std::string(" ") + name + ' ' + quoted(value);
  };
  add("--method", options.scoring.method);
  add("--model", options.scoring.model);
  add("--place", options.place);
  add("--period", options.study.period);
  add("--previous", options.previous);
  add("--map", options.map);
  if (options.samples != default_samples) add("--samples", std::to_string(options.samples));
  if (options.sheets) line += " --sheets";
  add("--lang", std::string(say.code()));
  add("-o", out);
  return line;
}

/// A study of ranks that cannot be made is told and left out: the rest of the report stands.
std::optional<Robustness> study_ranks(Session& session, const Run& run, int samples) {
  if (samples == 0) return {};
  RobustnessOptions options;
  options.samples = samples;
  options.threads = session.options.threads;
  Loaded<Robustness> study =
      robustness(run.framework, run.model.method, run.table, options, run.model.methods);
  for (Diagnostic& one : study.diagnostics) one.severity = Severity::warning;
  session.tell(study.diagnostics);
  return std::move(study.value);
}

std::vector<std::string> write(Session& session, const ReportCommand& options,
                               report::HealthReport report) {
  std::vector<std::string> written;
  for (const std::string& path : options.out) {
    report.command = command_line(options, path, session.say);
    if (options.sheets) {
      report::write_sheets(report, session.say, path);
      written.push_back(path);
    } else {
      for (const std::string& file : report::write_report(report, session.say, path))
        written.push_back(file);
    }
  }
  return written;
}

/// What cannot be written is told before anything is read.
void check_formats(Session& session, const ReportCommand& options) {
  for (const std::string& path : options.out) {
    report::check_format(path);
    if (path.ends_with(".xlsx")) session.keep_out_of(options.scoring.data, path, "-o");
    if (options.sheets && !report::is_page(path))
      session.refuse(report::message("C394", {}, "", {path}));
  }
}

int report_data(Session& session, const ReportCommand& options) {
  check_formats(session, options);
  DiagnosisOptions study = options.study;
  if (!options.previous.empty()) study.previous = session.take(load_diagnosis(options.previous));
  const Run run = score_data(session, options.scoring, Nodes::all, KeepData::rounding);
  Progress progress(session.terminal().err, session.terminal().progress, session.terminal().width);
  progress.stage(session.say("diagnosing", "诊断"));
  const Diagnosis diagnosis = session.take(diagnose(run, study));
  std::string place;
  if (!options.place.empty())
    place = diagnosis.rows.place_of(
        session.take(find_row(run, options.place, to_string(diagnosis.period))));
  std::optional<PlaceMap> map;
  if (!options.map.empty())
    map = session.take(load_place_map(options.map, *run.framework, run.table.rows));
  progress.stage(session.say("looking how sure ranks are", "检验名次的可靠程度"));
  const std::optional<Robustness> ranks = study_ranks(session, run, options.samples);
  progress.stage(session.say("writing", "写出"));
  const std::vector<std::string> files = write(session, options,
                                               {.run = run,
                                                .diagnosis = diagnosis,
                                                .robustness = ranks ? &*ranks : nullptr,
                                                .map = map ? &*map : nullptr,
                                                .place = place,
                                                .made_by = "tijian " TIJIAN_VERSION,
                                                .files = options.scoring.data});
  session.result = report::JsonObject().add("files", files).text();
  if (!session.json()) session.out() << written_files(session, files);
  return exit_done;
}

}  // namespace

Command report_command() {
  return {"report",
          {"the report that people read: a page, a workbook, a document, a layer",
           "供人阅读的报告：网页、工作簿、文档、地图图层"},
          [](CLI::App& app, report::Language say) -> Command::Action {
            auto options = std::make_shared<ReportCommand>();
            add_scoring_options(app, options->scoring, say);
            app.add_option("-o,--out", options->out,
                           say("the file; its ending says which: .html, .xlsx, .docx, .geojson, "
                               ".gpkg; may be repeated",
                               "输出文件，扩展名决定格式：.html、.xlsx、.docx、.geojson、.gpkg；"
                               "可重复"))
                ->option_text("FILE")
                ->required()
                ->allow_extra_args(false);
            app.add_option("--place", options->place, say("one place", "单个评价单元"))
                ->option_text("P");
            app.add_option("--period", options->study.period,
                           say("the period; default: the latest", "时期；默认最近一期"))
                ->option_text("T");
            app.add_option("--previous", options->previous,
                           say("the folder that diagnose --out wrote last year: what became of "
                               "its problems",
                               "上年 diagnose --out 写出的文件夹：上年的问题后来怎样"))
                ->option_text("DIR");
            app.add_option("--map", options->map,
                           say("outlines of the places as GeoJSON; without: tiles",
                               "评价单元边界的 GeoJSON；不给则画方格图"))
                ->option_text("FILE");
            app.add_flag("--sheets", options->sheets,
                         say("in .html: one A4 page a place, to be printed",
                             ".html 写成体检单：每个评价单元一页 A4，供打印"));
            app.add_option("--samples", options->samples,
                           say("replications for how sure ranks are; default {}, 0: none",
                               "检验名次可靠程度的模拟次数；默认 {}，0 为不做", default_samples))
                ->option_text("N")
                ->check(whole_number(say));
            return [options](Session& session) { return report_data(session, *options); };
          }};
}

}  // namespace tijian::cli
