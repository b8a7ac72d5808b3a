#include "command.h"
#include "scoring.h"
#include "tijian/intake.h"
#include "tijian/report/files.h"
#include "tijian/report/owed.h"
#include "tijian/report/plausibility.h"
#include "tijian/report/summary.h"

namespace tijian::cli {
namespace {

struct CheckCommand {
  std::string framework;
  std::vector<std::string> data;
  std::string method, out;
};

/// What is to know of the weights: into the JSON, and as lines.
std::string add_notes(Session& session, const Preview& seen, report::JsonObject& result) {
  const std::vector<std::string> notes = notes_of(seen.notes, session.say);
  std::string lines;
  for (const std::string& note : notes) lines += note + '\n';
  if (!notes.empty()) result.add("notes", notes);
  session.result = result.text();
  return lines;
}

/// What looks wrong in the data: the page, into the JSON, and into a file where one is asked for.
std::string plausibility(Session& session, const CheckCommand& options,
                         const std::vector<Doubt>& doubts, const Framework& framework,
                         report::JsonObject& result) {
  std::string text = report::plausibility_page(doubts, session.view());
  result.add_json("plausibility", report::to_json(doubts, framework, session.say));
  if (!options.out.empty()) {
    const std::vector<std::string> files{options.out + "/plausibility.csv",
                                         options.out + "/owed.csv"};
    report::write_file(files.front(), report::plausibility_csv(doubts, framework, session.say));
    result.add("files", files);
    text += written_files(session, files);
  }
  session.result = result.text();
  return text;
}

/// Reads the data and tells who owes what, also where the data have errors.
Intake take_data(Session& session, const CheckCommand& options, const Framework& framework,
                 report::JsonObject& result, std::string& page) {
  ReadOptions reading = session.options.reading;
  reading.cite = true;
  Intake intake = take_in(options.data, framework, reading);
  session.tell(intake.data.diagnostics);
  const Period period = latest_period(intake.tables);
  const std::vector<report::Owed> owed = report::owed(framework, intake.tables, period);
  result.add_json("owed", report::to_json(owed, framework, session.say));
  session.result = result.text();
  page = report::owed_page(owed, framework, period, session.view());
  if (!options.out.empty())
    report::write_file(options.out + "/owed.csv", report::owed_csv(owed, framework, session.say));
  return intake;
}

/// Where the data have errors, what could be read is looked at all the same, so that one round
/// tells everything.
void look_at_readable(Session& session, const CheckCommand& options, const Framework& framework,
                      const Method& method, const Intake& intake, report::JsonObject& result,
                      std::string& text) {
  if (!intake.readable || intake.readable->columns.empty()) return;
  const Dataset& data = *intake.readable;
  const IndicatorTable table =
      evaluate(framework, data, session.execution(), {method.reference.weights});
  text += plausibility(session, options, doubts(framework, method, data, table), framework, result);
}

/// What the data are, who owes what, and what looks wrong; BadInput where they have errors.
std::string check_data(Session& session, const CheckCommand& options, const Framework& framework,
                       const Method& method, report::JsonObject& result, bool& wrong) {
  std::string owed;
  const Intake intake = take_data(session, options, framework, result, owed);
  if (!intake.data.value) {
    look_at_readable(session, options, framework, method, intake, result, owed);
    if (!session.json()) session.out() << owed;
    throw BadInput{};
  }
  const Dataset& data = *intake.data.value;
  const IndicatorTable table =
      evaluate(framework, data, session.execution(), {method.reference.weights});
  session.tell(table.diagnostics);
  wrong |= has_errors(table.diagnostics);
  result.add_json("data", report::summary_json(framework, data, table));
  return report::summary(framework, data, table, session.say) + owed +
         plausibility(session, options, doubts(framework, method, data, table), framework, result);
}

int check(Session& session, const CheckCommand& options) {
  session.make_folder(options.out, options.data);
  const auto framework = session.framework(options.framework);
  report::JsonObject result;
  result.add_json("framework", report::summary_json(*framework, session.say));
  session.result = result.text();  // also where the data have errors
  const Method method = read_method(session, options.method, *framework);
  const Preview seen = preview(method, *framework);
  session.tell(seen.diagnostics);
  bool wrong = has_errors(seen.diagnostics);
  std::string text = report::summary(*framework, session.say) + add_notes(session, seen, result);
  if (!options.data.empty())
    text += check_data(session, options, *framework, method, result, wrong);
  if (wrong) throw BadInput{};
  if (!session.json()) session.out() << text;
  return exit_done;
}

}  // namespace

Command check_command() {
  return {
      "check",
      {"everything that is wrong with a framework and its data, in one go",
       "检查指标体系与数据，一次列出全部问题"},
      [](CLI::App& app, report::Language say) -> Command::Action {
        auto options = std::make_shared<CheckCommand>();
        app.add_option("FRAMEWORK", options->framework, say("the indicator system", "指标体系"))
            ->required();
        app.add_option("DATA", options->data,
                       say("tables (CSV, XLSX, ODS), folders of them, a sources.yaml",
                           "数据：CSV、XLSX、ODS 文件，其文件夹，或 sources.yaml"));
        app.add_option(
               "--method", options->method,
               say("a method file, checked against the framework", "方法文件，对照指标体系检查"))
            ->option_text("M");
        app.add_option("--out", options->out,
                       say("folder for owed.csv, who owes what, and plausibility.csv, what looks "
                           "wrong in the data",
                           "输出文件夹：owed.csv（催报表）与 plausibility.csv（数据中的可疑之处）"))
            ->option_text("DIR");
        return [options](Session& session) { return check(session, *options); };
      }};
}

}  // namespace tijian::cli
