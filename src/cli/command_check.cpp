#include "command.h"
#include "scoring.h"
#include "tijian/report/summary.h"

namespace tijian::cli {
namespace {

struct CheckCommand {
  std::string framework;
  std::vector<std::string> data;
  std::string method;
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

int check(Session& session, const CheckCommand& options) {
  const auto framework = session.framework(options.framework);
  report::JsonObject result;
  result.add_json("framework", report::summary_json(*framework, session.say));
  session.result = result.text();  // also where the data have errors
  const Method method = read_method(session, options.method, *framework);
  const Preview seen = preview(method, *framework);
  session.tell(seen.diagnostics);
  bool wrong = has_errors(seen.diagnostics);
  std::string text = report::summary(*framework, session.say) + add_notes(session, seen, result);
  if (!options.data.empty()) {
    const Dataset data = session.dataset(options.data, *framework);
    const IndicatorTable table =
        evaluate(*framework, data, session.execution(), {method.reference.weights});
    session.tell(table.diagnostics);
    wrong |= has_errors(table.diagnostics);
    result.add_json("data", report::summary_json(*framework, data, table));
    session.result = result.text();
    text += report::summary(*framework, data, table, session.say);
  }
  if (wrong) throw BadInput{};
  if (!session.json()) session.out() << text;
  return exit_done;
}

}  // namespace

Command check_command() {
  return {"check",
          {"everything that is wrong with a framework and its data, in one go",
           "检查指标体系与数据，一次列出全部问题"},
          [](CLI::App& app, report::Language say) -> Command::Action {
            auto options = std::make_shared<CheckCommand>();
            app.add_option("FRAMEWORK", options->framework, say("the indicator system", "指标体系"))
                ->required();
            app.add_option("DATA", options->data, say("CSV files", "CSV 数据文件"));
            app.add_option("--method", options->method,
                           say("a method file, checked against the framework",
                               "方法文件，对照指标体系检查"))
                ->option_text("M");
            return [options](Session& session) { return check(session, *options); };
          }};
}

}  // namespace tijian::cli
